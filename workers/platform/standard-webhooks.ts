/** How far a signed request's timestamp may lie from this clock, either way, in seconds. */
export const signatureToleranceSeconds = 300;

/** Why a request's signature is not accepted. The caller learns only the kind. */
export type SignatureError =
  | { readonly kind: 'signature_missing'; readonly header: string }
  | { readonly kind: 'signature_expired'; readonly sentAtSeconds: number; readonly nowSeconds: number }
  | { readonly kind: 'signature_mismatch'; readonly messageId: string };

/** A message whose signature holds: its id and time tell a replay from a resend. */
export interface SignedMessage {
  readonly id: string;
  readonly sentAtSeconds: number;
}

const secretPrefix = 'whsec_';

function importSecret(secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const encoded = secret.startsWith(secretPrefix) ? secret.slice(secretPrefix.length) : secret;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);
}

function signedContent(id: string, timestamp: string, body: string): Uint8Array {
  return new TextEncoder().encode(`${id}.${timestamp}.${body}`);
}

/**
 * Signs a request body as Standard Webhooks lays down: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @param secret `whsec_` and the base64 of the key.
 * @param nowMs Time of sending; a resend of the same message keeps its id and takes a new time.
 * @returns The three headers to send with exactly this body.
 */
export async function signMessage(
  secret: string,
  id: string,
  body: string,
  nowMs: number,
): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const key = await importSecret(secret, 'sign');
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, signedContent(id, timestamp, body)));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...mac))}`,
  };
}

/**
 * Checks a request's Standard Webhooks headers against its body. Several signatures, space-separated, are allowed so
 * that a secret can be rotated; one that holds is enough.
 *
 * @returns The message, or why it is refused. Whether the message was seen before is the caller's to find out.
 */
export async function verifyMessage(
  secret: string,
  headers: Headers,
  body: string,
  nowMs: number,
): Promise<SignedMessage | SignatureError> {
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const signatures = headers.get('webhook-signature');
  if (!id) return { kind: 'signature_missing', header: 'webhook-id' };
  if (!timestamp) return { kind: 'signature_missing', header: 'webhook-timestamp' };
  if (!signatures) return { kind: 'signature_missing', header: 'webhook-signature' };

  const nowSeconds = Math.floor(nowMs / 1000);
  const sentAtSeconds = /^\d{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  // Written so that NaN, too, is refused.
  if (!(Math.abs(nowSeconds - sentAtSeconds) <= signatureToleranceSeconds)) {
    return { kind: 'signature_expired', sentAtSeconds, nowSeconds };
  }

  const key = await importSecret(secret, 'verify');
  const content = signedContent(id, timestamp, body);
  for (const candidate of signatures.split(' ')) {
    const mac = candidate.startsWith('v1,') ? decodeBase64(candidate.slice(3)) : undefined;
    // subtle.verify compares in constant time.
    if (mac && (await crypto.subtle.verify('HMAC', key, mac, content))) return { id, sentAtSeconds };
  }
  return { kind: 'signature_mismatch', messageId: id };
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
