import { type CompiledQuery, sql } from 'kysely';
import { toSignedText } from '../../../schema/factory/message-signature.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { type JsonBody, readJsonBody } from '../../http/request/read-body.ts';
import { checkSignature } from '../../webhooks/webhook-signature.ts';
import { queries } from '../database/queries.ts';

/** Subject of the rows that record signed messages in the table of idempotency keys. */
const messageLedgerSubject = 'freehold:signed-messages';

/** Checks that this factory signed a request without a body for this method and path; 401 otherwise. */
export async function checkSignedRequest(
  request: Request,
  secret: string,
  nowMs: number,
): Promise<Refusal | undefined> {
  return await checkSignature(request.headers, signedText(request, ''), [secret], nowMs);
}

/** Reads a JSON body that this factory signed for this method and path; 401 otherwise. */
export async function readSignedJson(
  request: Request,
  secret: string,
  nowMs: number,
): Promise<JsonBody | Refusal> {
  // The body of an unsigned request is not read.
  if (!request.headers.has('webhook-signature')) return refuse({ kind: 'signature_invalid' });
  const body = await readJsonBody(request);
  if (isRefusal(body)) return body;
  return (await checkSignature(request.headers, signedText(request, body.text), [secret], nowMs)) ?? body;
}

/**
 * Query that records a signed message, and fails the whole batch if it was used before. For messages whose order
 * matters and that contain no revision: an account's registration and its end. A read has no effect, a report has a
 * revision, and a release is reported by its contents, so for them the age limit of the signature is enough.
 *
 * A failed batch records nothing, and a sender that tries again signs again. Records expire with the stored responses
 * of idempotency keys.
 */
export async function rememberMessage(request: Request, body: string, nowMs: number): Promise<CompiledQuery> {
  const { headers } = request;
  // The message without its signature: a message may have several.
  const parts = [headers.get('webhook-id'), headers.get('webhook-timestamp'), signedText(request, body)];
  const key = await sha256Hex(JSON.stringify(parts));
  const instant = new Date(nowMs).toISOString();
  return sql`insert into idempotency_keys (subject, key, request_hash, response_status, response_body, created_at)
    values (${messageLedgerSubject}, ${key}, '', 0, '', ${instant})`.compile(queries);
}

/** The refusal of a batch that records a message: a replayed message counts as an invalid signature. */
export function toSignatureRefusal(refusal: Refusal): Refusal {
  return refusal.error.kind === 'idempotency_in_flight' ? refuse({ kind: 'signature_invalid' }) : refusal;
}

function signedText({ method, url }: Request, body: string): string {
  return toSignedText(method, new URL(url).pathname, body);
}
