import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';

/** Bytes of a new secret; Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** Makes a secret: `whsec_` and base64. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** Query that adds a secret to an endpoint, if the condition holds. */
export function addSecret(
  endpointId: string,
  secret: string,
  nowMs: number,
  condition: Expression<SqlBool>,
): CompiledQuery {
  return sql`insert into webhook_secrets (endpoint_id, secret, created_at)
    select ${endpointId}, ${secret}, ${nowMs} where ${condition}`.compile(rowsBuilder);
}

/** Queries that make the present secrets expire. Secrets that an earlier rotation replaced do not live longer for it. */
export function expireSecrets(
  endpointId: string,
  expiresAtMs: number,
  nowMs: number,
  condition: Expression<SqlBool>,
): readonly CompiledQuery[] {
  return [
    sql`delete from webhook_secrets where endpoint_id = ${endpointId} and expires_at <= ${nowMs} and ${condition}`.compile(
      rowsBuilder,
    ),
    sql`update webhook_secrets set expires_at = min(coalesce(expires_at, ${expiresAtMs}), ${expiresAtMs})
      where endpoint_id = ${endpointId} and ${condition}`.compile(rowsBuilder),
  ];
}
