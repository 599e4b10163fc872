import type { InferOutput } from 'valibot';
import { defaultCell, defaultPlacement } from '../../../schema/factory/settings.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { accounts } from '../../../schema/platform/tables/accounts.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import type { Person } from '../../http/identity/access-token.ts';
import type { Account } from './account-view.ts';

/** Makes the registry's row for a firm that has just signed up. Its deployment adds the rest of the routing data. */
export async function newAccount(
  body: InferOutput<typeof accounts.body>,
  person: Person,
  nowMs: number,
): Promise<Account> {
  const instant = new Date(nowMs).toISOString();
  return {
    id: newId('acc', nowMs),
    ...body,
    status: 'provisioning',
    // A hash is enough to recognise the person and reveals nothing else.
    firstAdministrator: await sha256Hex(`${person.issuer}|${person.subject}`),
    placement: defaultPlacement,
    cell: defaultCell,
    routingEpoch: 1,
    createdAt: instant,
    createdBy: person.subject,
    updatedAt: instant,
    updatedBy: person.subject,
    version: 1,
  };
}
