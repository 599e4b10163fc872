import { limits } from '../../../schema/model/limits.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import { decodeBody } from './content-encoding.ts';
import { findJsonFault } from './json-faults.ts';
import { mediaTypeOf } from './media-type.ts';

/** A JSON body: its value, and its text for idempotency hashes and signatures. */
export interface JsonBody {
  readonly text: string;
  readonly value: unknown;
}

/**
 * Reads a JSON body.
 *
 * @param accepted Accepted media types. Default `application/json`.
 * @returns 415 for another media type or an encoding other than gzip and deflate, 413 above `limits.requestBodyBytesMax` (the rest is not read), 400 for invalid JSON.
 */
export async function readJsonBody(
  request: Request,
  accepted: readonly string[] = ['application/json'],
): Promise<JsonBody | Refusal> {
  const mediaType = mediaTypeOf(request.headers.get('content-type'));
  if (mediaType === undefined || !accepted.includes(mediaType)) {
    return refuse({ kind: 'unsupported_media_type', accepted });
  }
  const bytesMax = limits.requestBodyBytesMax;
  const body = decodeBody(request);
  if (isRefusal(body)) return body;
  const bytes = await readBytes(request, bytesMax, body.stream);
  if (bytes === undefined) return refuse({ kind: 'body_too_large', bytesMax });
  if (bytes === 'unreadable') {
    return unreadableBody;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return refuse({ kind: 'malformed_body', detail: 'The body is not UTF-8.' });
  const parsed = parseJson(text);
  if (parsed === undefined) return refuse({ kind: 'malformed_body', detail: 'The body is not JSON.' });
  const fault = findJsonFault(parsed.value);
  if (fault !== undefined) {
    return refuse({ kind: 'malformed_body', detail: `${fault.pointer} ${fault.detail}.`, errors: [fault] });
  }
  return { text, value: parsed.value };
}

/** The refusal of a body that breaks off, or that does not match its `Content-Encoding`. */
export const unreadableBody = refuse({
  kind: 'malformed_body',
  detail: 'The body ended prematurely or is not encoded as it says.',
});

/**
 * Reads the bytes of a body up to a limit.
 *
 * @param body Default: as it is sent.
 * @returns undefined if there are more, `unreadable` if the body fails.
 */
export async function readBytes(
  request: Request,
  bytesMax: number,
  body: ReadableStream<Uint8Array> | null = request.body,
): Promise<Uint8Array | undefined | 'unreadable'> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) {
    // Of a body that is decoded, the decoded one: the other is locked.
    await body?.cancel().catch(() => undefined);
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read().catch(() => ({ done: true as const, value: null }));
    if (value === null) return 'unreadable';
    if (done || value === undefined) break;
    length += value.byteLength;
    if (length > bytesMax) {
      await reader.cancel().catch(() => undefined); // The encoding may be broken as well.
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined; // A fatal decoder only throws for invalid UTF-8.
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // The parser's message quotes the body, so it is dropped.
  }
}
