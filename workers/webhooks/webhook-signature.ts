import {
  importSignatureKey,
  signatureAlgorithm,
  signedContent,
} from '../../schema/factory/message-signature.ts';
import { fromBase64 } from '../../schema/model/base64.ts';
import { type Refusal, refuse } from '../http/problems/refusal.ts';

/** How far the time of a signature may differ from now, in seconds. */
const AGE_MAX_SECONDS = 300;

/** Signatures of one message that are checked: more than a sender has secrets at one time. */
const SIGNATURES_MAX = 8;

/**
 * Checks a signature: one of the secrets must have made it, at most five minutes from now.
 *
 * @param secrets Accepted secrets, several while one is being replaced.
 * @returns Undefined when it is valid, otherwise 401.
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
    const content = signedContent(id, timestamp, text);
    for (const secret of signatures.length === 0 ? [] : secrets) {
      const key = await importSignatureKey(secret);
      for (const signature of signatures) {
        // Compares in constant time.
        if (await crypto.subtle.verify(signatureAlgorithm.name, key, signature, content)) return undefined;
      }
    }
  }
  return refuse({ kind: 'signature_invalid' });
}

/** The signatures of version 1 in the header, which separates them by spaces. */
function parseSignatures(header: string): readonly Uint8Array<ArrayBuffer>[] {
  return header
    .split(' ', SIGNATURES_MAX)
    .flatMap((part) => (part.startsWith('v1,') ? [fromBase64(part.slice(3))] : []))
    .filter((signature) => signature !== undefined);
}
