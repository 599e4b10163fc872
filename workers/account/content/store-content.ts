import { limits } from '../../../schema/limits.ts';
import { readBytes } from '../../http/read-body.ts';
import { type Refusal, refuse } from '../../http/refusal.ts';
import { sha256Hex, toHex } from '../../http/sha256.ts';

/** How many bytes are held in memory when a request does not say how many it brings. */
const UNDECLARED_BYTES_MAX = 8 * 1024 * 1024;

/** Bytes that are in the bucket now. */
export interface StoredContent {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Streams the body of a request into a new object of the bucket, counting and hashing on the way.
 *
 * R2 takes a stream only when its length is known. A body without Content-Length is gathered in memory up to
 * 8 MiB, and refused with 411 beyond.
 *
 * @param onlyIf Condition of the write; see `findSlot()`.
 * @returns `'exists'` when the condition does not hold; then nothing was written.
 */
export async function storeContent(
  bucket: R2Bucket,
  key: string,
  request: Request,
  mediaType: string,
  onlyIf: R2Conditional,
): Promise<StoredContent | Refusal | 'exists'> {
  const options = { httpMetadata: { contentType: mediaType }, onlyIf };
  const declared = request.headers.get('content-length');
  if (declared === null) return await storeUndeclared(bucket, key, request, options);
  const sizeBytes = Number(declared);
  if (sizeBytes > limits.documentBytesMax) {
    await request.body?.cancel();
    return refuse({ kind: 'body_too_large', bytesMax: limits.documentBytesMax });
  }
  const { readable, writable } = new FixedLengthStream(sizeBytes);
  const digest = new crypto.DigestStream('SHA-256');
  const [put, sha256, copied] = await Promise.all([
    settle(bucket.put(key, readable, options)),
    settle(digest.digest),
    copy(request.body, [writable, digest]),
  ]);
  if (copied === 'source_failed')
    return refuse({ kind: 'malformed_body', detail: 'The body ended too early.' });
  if (!put.isDone) throw put.error;
  if (put.value === null) return 'exists';
  if (!sha256.isDone) throw sha256.error;
  return { sizeBytes, sha256: toHex(new Uint8Array(sha256.value)) };
}

type Settled<Value> =
  | { readonly isDone: true; readonly value: Value }
  | { readonly isDone: false; readonly error: unknown };

function settle<Value>(promise: Promise<Value>): Promise<Settled<Value>> {
  return promise.then(
    (value) => ({ isDone: true, value }),
    (error: unknown) => ({ isDone: false, error }),
  );
}

/**
 * Copies a stream into others, chunk by chunk, at the pace of the slowest. `tee()` would hold in memory whatever one
 * branch has read and the other has not.
 *
 * @returns Which side failed, if one did: the sender may go away, and the bucket may close the stream early.
 */
async function copy(
  source: ReadableStream<Uint8Array> | null,
  targets: readonly WritableStream[],
): Promise<'whole' | 'source_failed' | 'target_failed'> {
  const writers = targets.map((target) => target.getWriter());
  const reader = source?.getReader();
  while (reader !== undefined) {
    const chunk = await settle(reader.read());
    if (!chunk.isDone) {
      // What was written so far must not become an object that looks complete.
      await Promise.allSettled(writers.map((writer) => writer.abort(chunk.error)));
      return 'source_failed';
    }
    const { done, value } = chunk.value;
    if (done) break;
    const written = await settle(Promise.all(writers.map((writer) => writer.write(value))));
    if (!written.isDone) {
      await Promise.allSettled([reader.cancel(), ...writers.map((writer) => writer.abort(written.error))]);
      return 'target_failed';
    }
  }
  const closed = await settle(Promise.all(writers.map((writer) => writer.close())));
  return closed.isDone ? 'whole' : 'target_failed';
}

async function storeUndeclared(
  bucket: R2Bucket,
  key: string,
  request: Request,
  options: R2PutOptions & { onlyIf: R2Conditional },
): Promise<StoredContent | Refusal | 'exists'> {
  const bytes = await readBytes(request, UNDECLARED_BYTES_MAX);
  if (bytes === undefined) {
    return refuse({
      kind: 'own',
      code: 'length-required',
      status: 411,
      title: 'The length is needed',
      detail: `Send Content-Length with a body of more than ${UNDECLARED_BYTES_MAX} bytes.`,
      errors: [{ pointer: '#/headers/content-length', detail: 'is missing' }],
    });
  }
  const stored = await bucket.put(key, bytes, options);
  return stored === null ? 'exists' : { sizeBytes: bytes.byteLength, sha256: await sha256Hex(bytes) };
}
