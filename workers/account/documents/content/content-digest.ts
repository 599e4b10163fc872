import { fromBase64, toBase64 } from '../../../../schema/model/base64.ts';
import { toHex } from '../../../http/encoding/sha256.ts';
import { type Refusal, refuse } from '../../../http/problems/refusal.ts';

/**
 * Reads the sha-256 of `Content-Digest` (RFC 9530), as hex. Other algorithms in the header are ignored.
 *
 * @returns undefined without the header or without a sha-256 in it, 400 when it is malformed.
 */
export function parseContentDigest(headers: Headers): string | undefined | Refusal {
  const header = headers.get('content-digest');
  if (header === null) return undefined;
  const members = header.split(',').map((member) => /^\s*([a-z0-9-]+)=:([^:]*):\s*$/.exec(member));
  const sent = members.find((member) => member?.[1] === 'sha-256')?.[2];
  const bytes = sent === undefined ? undefined : fromBase64(sent);
  if (members.includes(null) || (sent !== undefined && bytes?.byteLength !== 32)) {
    return refuse({
      kind: 'invalid_header',
      header: 'content-digest',
      detail: 'must have the form sha-256=:base64:',
    });
  }
  return bytes === undefined ? undefined : toHex(bytes);
}

/** Formats a hex sha-256 for digest headers. */
export function toDigestHeader(sha256: string): string {
  const bytes = Uint8Array.from(sha256.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  return `sha-256=:${toBase64(bytes)}:`;
}
