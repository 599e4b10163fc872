import { accountAudience } from '../../../schema/factory/bindings.ts';
import { plans } from '../../../schema/factory/settings.ts';
import type { Standing } from '../../../schema/factory/standing.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import { canonicalJson } from '../../http/request/canonical-json.ts';
import type { Account } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';

/**
 * The standing of an account, made from its row and the platform's settings alone, so that one revision never has two
 * contents.
 */
export function toAccountStanding(
  account: Account,
  revision: number,
  { ISSUER }: Pick<PlatformBindings, 'ISSUER'>,
): Standing {
  const { id, status, statusReason, routingEpoch, firstAdministrator, plan } = account;
  return {
    revision,
    status,
    ...(statusReason === undefined ? {} : { reason: statusReason }),
    routingEpoch,
    ...(firstAdministrator === undefined ? {} : { firstAdministrator }),
    issuers: [ISSUER],
    audiences: [accountAudience(id)],
    plan,
    limits: plans[plan],
  };
}

/**
 * Names the platform's own settings that standings are made from: a new issuer, or new limits of a plan, cause a
 * new revision of every account's standing.
 */
export async function standingBasis({ ISSUER }: Pick<PlatformBindings, 'ISSUER'>): Promise<string> {
  return (await sha256Hex(canonicalJson({ issuer: ISSUER, plans }))).slice(0, 16);
}
