import { randomUUID } from 'node:crypto';

/** One part of a `multipart/form-data` body. */
export interface FormPart {
  readonly name: string;
  readonly fileName?: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a form without `FormData`, which adds a file name to every part that has a media type; Cloudflare's plugin
 * sends none for `metadata`.
 */
export function writeForm(parts: readonly FormPart[]): { mediaType: string; bytes: Uint8Array<ArrayBuffer> } {
  const boundary = `freehold-${randomUUID()}`;
  const chunks = parts.flatMap((part) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"` +
        `${part.fileName === undefined ? '' : `; filename="${part.fileName}"`}\r\n` +
        `Content-Type: ${part.mediaType}\r\n\r\n`,
    ),
    Buffer.from(part.content),
    Buffer.from('\r\n'),
  ]);
  return {
    mediaType: `multipart/form-data; boundary=${boundary}`,
    bytes: new Uint8Array(Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)])),
  };
}

/**
 * Reads the first part of a multipart answer.
 *
 * @returns Its bytes, or the whole body when the media type says it is not multipart.
 */
export function readFirstPart(mediaType: string, bytes: Buffer): Buffer {
  const boundary = /^multipart\/[^;]+;.*boundary="?([^";]+)"?/i.exec(mediaType)?.[1];
  if (boundary === undefined) return bytes;
  const start = bytes.indexOf(`--${boundary}`);
  const headersEnd = bytes.indexOf('\r\n\r\n', start);
  const end = bytes.indexOf(`\r\n--${boundary}`, headersEnd);
  return start < 0 || headersEnd < 0 || end < 0 ? bytes : bytes.subarray(headersEnd + 4, end);
}
