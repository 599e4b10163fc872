import { fromBase64, toBase64 } from '../model/base64.ts';

/** The three headers of a message that is signed by Standard Webhooks. */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** What Standard Webhooks sign with, in the words of WebCrypto. */
export const signatureAlgorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

const encoder = new TextEncoder();

/**
 * Signs a text.
 *
 * @param secrets `whsec_` and base64. Each signs: several while one is being replaced.
 * @param id Names the message; the same one when it is sent again.
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
 * What the parts of the factory sign of a request to each other: where it goes as well as what it says, so that a
 * recorded request is worth nothing at another address.
 *
 * @param path Without the query, which these requests do not have.
 */
export function toSignedText(method: string, path: string, body: string): string {
  return `${method} ${path}\n${body}`;
}

/** The bytes under a signature. */
export function signedContent(id: string, timestamp: string, text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${id}.${timestamp}.${text}`);
}

/**
 * Reads a secret as the key that signs and verifies.
 *
 * @throws When the secret is not `whsec_` and base64: a fault of the deployment.
 */
export async function importSignatureKey(secret: string): Promise<CryptoKey> {
  const bytes = fromBase64(secret.replace(/^whsec_/, ''));
  if (bytes === undefined || bytes.length === 0) throw new Error('a secret of webhooks is whsec_ and base64');
  return await crypto.subtle.importKey('raw', bytes, signatureAlgorithm, false, ['sign', 'verify']);
}
