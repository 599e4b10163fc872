import { createHash } from 'node:crypto';
import type { D1Database } from '@cloudflare/workers-types';
import { accountAudience } from '../../schema/factory/bindings.ts';
import { plans } from '../../schema/factory/settings.ts';
import type { Standing } from '../../schema/factory/standing.ts';

/** The standing of an account that is served, and whose plan allows the most. */
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

/** How a standing names its first administrator. */
export function administratorDigest(issuerUrl: string, subject: string): string {
  return createHash('sha256').update(`${issuerUrl}|${subject}`).digest('hex');
}

/** Writes a standing where the platform would, without an event in the audit trail. */
export async function seedStanding(database: D1Database, standing: Standing): Promise<void> {
  await database
    .prepare('insert into standing (id, body, updated_at) values (1, ?1, ?2)')
    .bind(JSON.stringify(standing), new Date().toISOString())
    .run();
}
