import { type Refusal, refuse } from '../problems/refusal.ts';

/** Content encodings of request bodies that are decoded, by their names. */
const DECODERS: Readonly<Record<string, 'gzip' | 'deflate'>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

/** Their names in `Accept-Encoding`. */
const DECODED = ['gzip', 'deflate'];

/** The body of a request without its content encoding. */
export interface DecodedBody {
  readonly stream: ReadableStream<Uint8Array> | null;
  /** Whether the stream is not as it was sent, so that `Content-Length` does not tell its length. */
  readonly isDecoded: boolean;
}

/**
 * Removes the content encoding of a request body while it is read. Readers must bound what they read, because a small
 * body may decode to a very large one; reading fails if the body is not encoded as it says.
 *
 * @returns 415 for other encodings and for several.
 */
export function decodeBody(request: Request): DecodedBody | Refusal {
  const coding = encodingOf(request);
  if (coding === undefined) return { stream: request.body, isDecoded: false };
  const format = DECODERS[coding];
  if (format === undefined) return refuse({ kind: 'unsupported_encoding', accepted: DECODED });
  const stream = request.body?.pipeThrough(new DecompressionStream(format)) ?? null;
  return { stream: stream as ReadableStream<Uint8Array> | null, isDecoded: true };
}

/** Refuses (415) a body with any content encoding, where bytes are stored as they are sent. */
export function refuseEncoded(request: Request): Refusal | undefined {
  return encodingOf(request) === undefined
    ? undefined
    : refuse({ kind: 'unsupported_encoding', accepted: ['identity'] });
}

function encodingOf({ headers }: Request): string | undefined {
  const coding = headers.get('content-encoding')?.trim().toLowerCase();
  return coding === undefined || coding === '' || coding === 'identity' ? undefined : coding;
}
