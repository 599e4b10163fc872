import {
  importSignatureKey,
  signatureAlgorithm,
  signedContent,
} from '../../schema/factory/message-signature.ts';
import { fromBase64 } from '../../schema/model/base64.ts';
import { type Refusal, refuse } from '../http/problems/refusal.ts';

/** How old a signature may be, or how far ahead, in seconds. */
const AGE_MAX_SECONDS = 300;

/** Signatures of one message that are looked at: more than anybody has secrets at one time. */
const SIGNATURES_MAX = 8;

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
    const content = signedContent(id, timestamp, text);
    for (const secret of signatures.length === 0 ? [] : secrets) {
      const key = await importSignatureKey(secret);
      for (const signature of signatures) {
        // Compares in the same time wherever the two differ.
        if (await crypto.subtle.verify(signatureAlgorithm.name, key, signature, content)) return undefined;
      }
    }
  }
  return refuse({ kind: 'signature_invalid' });
}

/** The signatures of version 1, of all that stand in the header, separated by spaces. */
function parseSignatures(header: string): readonly Uint8Array<ArrayBuffer>[] {
  return header
    .split(' ', SIGNATURES_MAX)
    .flatMap((part) => (part.startsWith('v1,') ? [fromBase64(part.slice(3))] : []))
    .filter((signature) => signature !== undefined);
}
