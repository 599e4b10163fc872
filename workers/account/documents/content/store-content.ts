import { sha256Hex } from '../../../http/encoding/sha256.ts';
import { isRefusal, type Refusal, refuse } from '../../../http/problems/refusal.ts';
import { refuseEncoded } from '../../../http/request/content-encoding.ts';
import { mediaTypeOf } from '../../../http/request/media-type.ts';
import { readBytes } from '../../../http/request/read-body.ts';
import { type CopiedBytes, copyBytes, settle } from './copy-bytes.ts';
import { HEAD_BYTES } from './media-type.ts';

/** Maximum bytes that are held in memory when a request does not declare its length. */
const UNDECLARED_BYTES_MAX = 8 * 1024 * 1024;

/** Stores bytes or refuses them: an object of the bucket, or a part of a multipart upload. */
type BytesTarget<Stored> = (bytes: ReadableStream | Uint8Array) => Promise<Stored | Refusal>;

/** Stored bytes, and the bucket's response. */
interface StoredBytes<Stored> extends CopiedBytes {
  readonly stored: Stored;
}

/**
 * Streams the body of a request into the bucket, and counts and hashes it on the way. After a refusal nothing is stored.
 *
 * R2 accepts a stream only with a known length. A body without Content-Length is buffered in memory up to 8 MiB, and
 * refused with 411 above.
 *
 * @param sha256 Expected digest of the bytes in hex; undefined when the request does not declare one.
 */
export async function storeBody<Stored>(
  request: Request,
  sha256: string | undefined,
  bytesMax: number,
  put: BytesTarget<Stored>,
): Promise<StoredBytes<Stored> | Refusal> {
  const encoded = refuseEncoded(request) ?? refuseForm(request);
  if (encoded !== undefined) return encoded;
  const declared = request.headers.get('content-length');
  if (declared === null) return await storeUndeclared(request, sha256, bytesMax, put);
  const sizeBytes = Number(declared);
  if (sizeBytes > bytesMax) {
    await request.body?.cancel();
    return refuse({ kind: 'body_too_large', bytesMax });
  }
  const { readable, writable } = new FixedLengthStream(sizeBytes);
  const [stored, copied] = await Promise.all([
    settle(put(readable)),
    copyBytes(request.body, writable, sha256),
  ]);
  if (copied === 'source_failed')
    return refuse({ kind: 'malformed_body', detail: 'The body ended prematurely.' });
  if (copied === 'digest_mismatch') return refuse({ kind: 'digest_mismatch' });
  if (!stored.isDone) throw stored.error;
  if (isRefusal(stored.value)) return stored.value;
  if (copied === 'target_failed') throw new Error('the bucket accepted an object but not all of its bytes');
  return { ...copied, stored: stored.value };
}

async function storeUndeclared<Stored>(
  request: Request,
  sha256: string | undefined,
  bytesMax: number,
  put: BytesTarget<Stored>,
): Promise<StoredBytes<Stored> | Refusal> {
  const bytes = await readBytes(request, Math.min(bytesMax, UNDECLARED_BYTES_MAX));
  if (bytes === undefined) {
    if (bytesMax < UNDECLARED_BYTES_MAX) return refuse({ kind: 'body_too_large', bytesMax });
    return lengthRequired(`Send Content-Length with a body of more than ${UNDECLARED_BYTES_MAX} bytes.`);
  }
  if (bytes === 'unreadable')
    return refuse({ kind: 'malformed_body', detail: 'The body ended prematurely.' });
  const actual = await sha256Hex(bytes);
  if (sha256 !== undefined && sha256 !== actual) return refuse({ kind: 'digest_mismatch' });
  const stored = await put(bytes);
  if (isRefusal(stored)) return stored;
  return { sizeBytes: bytes.byteLength, sha256: actual, head: bytes.subarray(0, HEAD_BYTES), stored };
}

/** Refuses (415) a form, which a browser or `curl -F` wraps around a file: it is not the bytes of the file. */
function refuseForm({ headers }: Request): Refusal | undefined {
  const mediaType = mediaTypeOf(headers.get('content-type'));
  if (mediaType === undefined || !FORM.test(mediaType)) return undefined;
  return refuse({
    kind: 'unsupported_media_type',
    accepted: ['application/octet-stream'],
    detail:
      'Send the bytes of the file alone, with their own media type or application/octet-stream, and not as a form.',
  });
}

const FORM = /^(?:multipart\/.+|application\/x-www-form-urlencoded)$/;

/** Refusal of bytes without a declared length. */
export function lengthRequired(detail: string): Refusal {
  return refuse({
    kind: 'own',
    code: 'length-required',
    status: 411,
    title: 'Content-Length is required',
    detail,
    errors: [{ pointer: '#/headers/content-length', detail: 'is missing' }],
  });
}
