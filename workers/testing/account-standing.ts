import { createHash } from 'node:crypto';
import type { D1Database } from '@cloudflare/workers-types';
import { accountAudience } from '../../schema/factory/bindings.ts';
import { plans } from '../../schema/factory/settings.ts';
import type { Standing } from '../../schema/factory/standing.ts';

/** The standing of an active account with the largest plan. */
export function activeStanding(accountId: string, issuerUrl: string, firstAdministrator: string): Standing {
  return {
    revision: 1,
    status: 'active',
    routingEpoch: 1,
    firstAdministrator: administratorDigest(issuerUrl, firstAdministrator),
    issuers: [issuerUrl],
    audiences: [accountAudience(accountId)],
    plan: 'plus',
    limits: plans.plus,
  };
}

/** The first administrator as a standing identifies them. */
export function administratorDigest(issuerUrl: string, subject: string): string {
  return createHash('sha256').update(`${issuerUrl}|${subject}`).digest('hex');
}

/** Writes a standing directly, as the platform would, without an audit event. */
export async function seedStanding(database: D1Database, standing: Standing): Promise<void> {
  await database
    .prepare('insert into standing (id, body, updated_at) values (1, ?1, ?2)')
    .bind(JSON.stringify(standing), new Date().toISOString())
    .run();
}
