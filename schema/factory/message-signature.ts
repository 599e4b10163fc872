import { fromBase64, toBase64 } from '../model/base64.ts';

/** The three headers of a message signed as Standard Webhooks require. */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** The algorithm of Standard Webhooks, as WebCrypto names it. */
export const signatureAlgorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

const encoder = new TextEncoder();

/**
 * Signs a text.
 *
 * @param secrets `whsec_` and base64. Each makes a signature; there are several during a rotation.
 * @param id Identifies the message; a retry has the same id.
 */
export async function signText(
  secrets: readonly string[],
  id: string,
  text: string,
  nowMs: number,
): Promise<SignatureHeaders> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const content = signedContent(id, timestamp, text);
  const signatures = secrets.map(async (secret) => {
    const signature = await crypto.subtle.sign(
      signatureAlgorithm.name,
      await importSignatureKey(secret),
      content,
    );
    return `v1,${toBase64(new Uint8Array(signature))}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  };
}

/**
 * The text that parts of the factory sign in a request to each other. It includes the destination, so that a recorded
 * request cannot be replayed at another address.
 *
 * @param path Without a query; these requests have none.
 */
export function toSignedText(method: string, path: string, body: string): string {
  return `${method} ${path}\n${body}`;
}

/** The bytes that are signed. */
export function signedContent(id: string, timestamp: string, text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${id}.${timestamp}.${text}`);
}

/**
 * Imports a secret as the key for signing and verification.
 *
 * @throws When the secret is not `whsec_` and base64, which is a fault of the deployment.
 */
export async function importSignatureKey(secret: string): Promise<CryptoKey> {
  const bytes = fromBase64(secret.replace(/^whsec_/, ''));
  if (bytes === undefined || bytes.length === 0)
    throw new Error('a webhook secret must be whsec_ and base64');
  return await crypto.subtle.importKey('raw', bytes, signatureAlgorithm, false, ['sign', 'verify']);
}
