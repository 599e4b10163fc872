import { fromBase64, toBase64 } from '../http/encoding/base64url.ts';
import { type Refusal, refuse } from '../http/problems/refusal.ts';

/** The three headers of a message that is signed by Standard Webhooks. */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** How old a signature may be, or how far ahead, in seconds. */
const AGE_MAX_SECONDS = 300;

/** Signatures of one message that are looked at: more than anybody has secrets at one time. */
const SIGNATURES_MAX = 8;

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' } as const;
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
  const content = toContent(id, timestamp, text);
  const signatures = secrets.map(async (secret) => {
    const signature = await crypto.subtle.sign(ALGORITHM.name, await toKey(secret), content);
    return `v1,${toBase64(new Uint8Array(signature))}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  };
}

/**
 * Checks a signature: it must be ours and at most five minutes old or ahead.
 *
 * @param secrets Accepted secrets, several while one is being replaced.
 * @returns undefined when it is good, else 401.
 */
export async function checkSignature(
  headers: Headers,
  text: string,
  secrets: readonly string[],
  nowMs: number,
): Promise<Refusal | undefined> {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const isTimely =
    /^\d{1,12}$/.test(timestamp) && Math.abs(Math.floor(nowMs / 1000) - Number(timestamp)) <= AGE_MAX_SECONDS;
  if (id !== '' && isTimely) {
    const signatures = parseSignatures(headers.get('webhook-signature') ?? '');
    const content = toContent(id, timestamp, text);
    for (const secret of signatures.length === 0 ? [] : secrets) {
      const key = await toKey(secret);
      for (const signature of signatures) {
        // Compares in the same time wherever the two differ.
        if (await crypto.subtle.verify(ALGORITHM.name, key, signature, content)) return undefined;
      }
    }
  }
  return refuse({ kind: 'signature_invalid' });
}

/**
 * What the platform and the automation service sign of a request to each other: where it goes as well as what it says,
 * so that one which was recorded on its way is worth nothing elsewhere.
 *
 * @param path Without the query, which these requests do not have.
 */
export function toSignedText(method: string, path: string, body: string): string {
  return `${method} ${path}\n${body}`;
}

function toContent(id: string, timestamp: string, text: string): Uint8Array {
  return encoder.encode(`${id}.${timestamp}.${text}`);
}

/** The signatures of version 1, of all that stand in the header, separated by spaces. */
function parseSignatures(header: string): readonly Uint8Array[] {
  return header
    .split(' ', SIGNATURES_MAX)
    .flatMap((part) => (part.startsWith('v1,') ? [fromBase64(part.slice(3))] : []))
    .filter((signature) => signature !== undefined);
}

/** @throws When the secret is none: a fault of the deployment. */
async function toKey(secret: string): Promise<CryptoKey> {
  const bytes = fromBase64(secret.replace(/^whsec_/, ''));
  if (bytes === undefined || bytes.length === 0) throw new Error('a secret of webhooks is whsec_ and base64');
  return await crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['sign', 'verify']);
}
