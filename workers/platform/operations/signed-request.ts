import { type CompiledQuery, sql } from 'kysely';
import { toSignedText } from '../../../schema/factory/message-signature.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { type JsonBody, readJsonBody } from '../../http/request/read-body.ts';
import { checkSignature } from '../../webhooks/webhook-signature.ts';
import { queries } from '../database/queries.ts';

/** Owner of the entries that remember signed messages, in the table that remembers idempotency keys. */
const messageLedgerSubject = 'freehold:signed-messages';

/** Checks that a request without a body comes from this factory, and to here; 401 otherwise. */
export async function checkSignedRequest(
  request: Request,
  secret: string,
  nowMs: number,
): Promise<Refusal | undefined> {
  return await checkSignature(request.headers, signedText(request, ''), [secret], nowMs);
}

/** Reads a JSON body that this factory has signed, for this very path; 401 when it has not. */
export async function readSignedJson(
  request: Request,
  secret: string,
  nowMs: number,
): Promise<JsonBody | Refusal> {
  // Strangers hear of their missing signature first, before anything is read.
  if (!request.headers.has('webhook-signature')) return refuse({ kind: 'signature_invalid' });
  const body = await readJsonBody(request);
  if (isRefusal(body)) return body;
  return (await checkSignature(request.headers, signedText(request, body.text), [secret], nowMs)) ?? body;
}

/**
 * Query that remembers a signed message and fails the whole batch when it was used before, for messages whose order
 * matters and that do not say it themselves: an account's registration and its end. A read has no effect, and a report
 * carries its revision, so for them the age limit of the signature is enough.
 *
 * A batch that fails has remembered nothing, and a sender that tries again signs anew. The memory goes with the answers
 * to idempotent requests.
 */
export async function rememberMessage(request: Request, body: string, nowMs: number): Promise<CompiledQuery> {
  const { headers } = request;
  // The message itself and not its signature, next to which there may be other ones.
  const parts = [headers.get('webhook-id'), headers.get('webhook-timestamp'), signedText(request, body)];
  const key = await sha256Hex(JSON.stringify(parts));
  const instant = new Date(nowMs).toISOString();
  return sql`insert into idempotency_keys (subject, key, request_hash, response_status, response_body, created_at)
    values (${messageLedgerSubject}, ${key}, '', 0, '', ${instant})`.compile(queries);
}

/** The refusal of a batch that remembers a message: where that was seen before, it is the signature that does not hold. */
export function toSignatureRefusal(refusal: Refusal): Refusal {
  return refusal.error.kind === 'idempotency_in_flight' ? refuse({ kind: 'signature_invalid' }) : refusal;
}

function signedText({ method, url }: Request, body: string): string {
  return toSignedText(method, new URL(url).pathname, body);
}
