import { type CompiledQuery, sql } from 'kysely';
import { type JsonBody, readJsonBody } from '../http/read-body.ts';
import { isRefusal, type Refusal, refuse } from '../http/refusal.ts';
import { sha256Hex } from '../http/sha256.ts';
import { checkSignature } from '../http/webhook.ts';
import { queries } from './queries.ts';

/** Owner of the entries that remember signed messages, in the table that remembers idempotency keys. */
export const messageLedgerSubject = 'freehold:signed-messages';

/** Checks that a request without a body comes from the automation service; 401 otherwise. */
export function checkSignedRead(headers: Headers, secret: string): Refusal | undefined {
  return checkSignature(headers, '', [secret]);
}

/** Reads a JSON body that the automation service has signed; 401 when it has not. */
export async function readSignedJson(request: Request, secret: string): Promise<JsonBody | Refusal> {
  // Strangers hear of their missing signature first, before anything is read.
  if (!request.headers.has('webhook-signature')) return refuse({ kind: 'signature_invalid' });
  const body = await readJsonBody(request);
  if (isRefusal(body)) return body;
  return checkSignature(request.headers, body.text, [secret]) ?? body;
}

/**
 * Query that remembers a signed message and fails the whole batch when it was used before: what somebody has recorded
 * cannot be sent again, to this or to another operation. A sender that tries again signs anew.
 */
export async function rememberMessage(headers: Headers, body: string, nowMs: number): Promise<CompiledQuery> {
  // The message itself, in the form that was verified: headers can be written in several ways that all verify.
  const sentAtSeconds = Number.parseInt(headers.get('webhook-timestamp') ?? '', 10);
  const key = await sha256Hex(`${headers.get('webhook-id')}.${sentAtSeconds}.${body}`);
  const instant = new Date(nowMs).toISOString();
  return sql`insert into idempotency_keys (subject, key, request_hash, response_status, response_body, created_at)
    values (${messageLedgerSubject}, ${key}, '', 0, '', ${instant})`.compile(queries);
}

/** The refusal of a batch that remembers a message: where that was seen before, it is the signature that does not hold. */
export function toSignatureRefusal(refusal: Refusal): Refusal {
  return refusal.error.kind === 'idempotency_in_flight' ? refuse({ kind: 'signature_invalid' }) : refusal;
}
