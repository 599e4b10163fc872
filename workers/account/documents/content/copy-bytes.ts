import { toHex } from '../../../http/encoding/sha256.ts';
import { HEAD_BYTES } from './media-type.ts';

/**
 * Bytes that are read at once. The runtime's default is 4 KiB, and each piece costs a turn of the event loop. A request
 * holds two of these, whatever the size of the stream.
 */
const CHUNK_BYTES = 262_144;

/** Properties of bytes that were copied. */
export interface CopiedBytes {
  readonly sizeBytes: number;
  /** In hex. */
  readonly sha256: string;
  /** The first `HEAD_BYTES` of them. */
  readonly head: Uint8Array;
}

/** Why a copy failed: the source failed, the bytes do not match their digest, or the target failed. */
export type CopyFailure = 'source_failed' | 'digest_mismatch' | 'target_failed';

/** The outcome of a promise as a value. */
type Settled<Value> =
  | { readonly isDone: true; readonly value: Value }
  | { readonly isDone: false; readonly error: unknown };

/** Waits for a promise without throwing. */
export function settle<Value>(promise: Promise<Value>): Promise<Settled<Value>> {
  return promise.then(
    (value) => ({ isDone: true, value }),
    (error: unknown) => ({ isDone: false, error }),
  );
}

/**
 * Copies a stream chunk by chunk with backpressure and hashes it on the way. `tee()` would buffer whatever one branch has
 * read and the other has not.
 *
 * The last chunk is held back until the digest is known, so bytes that do not match never arrive complete.
 *
 * @param target Aborted on every failure. Default: the bytes are only hashed.
 * @param sha256 Expected digest in hex. Default: any.
 */
export async function copyBytes(
  source: ReadableStream<Uint8Array> | null,
  target: WritableStream<Uint8Array> | undefined,
  sha256: string | undefined,
): Promise<CopiedBytes | CopyFailure> {
  const digest = new crypto.DigestStream('SHA-256');
  const digestOf = settle(digest.digest);
  const hasher = digest.getWriter();
  const writer = target?.getWriter();
  const reader = source?.getReader({ mode: 'byob' });
  const head = new HeadOfBytes();
  let held: Uint8Array | undefined;
  let spare: ArrayBufferLike = new ArrayBuffer(CHUNK_BYTES);
  let sizeBytes = 0;
  const fail = async (failure: CopyFailure, error: unknown): Promise<CopyFailure> => {
    await Promise.allSettled([writer?.abort(error), hasher.abort(error), reader?.cancel(error)]);
    return failure;
  };
  while (reader !== undefined) {
    const chunk = await settle(reader.readAtLeast(CHUNK_BYTES, new Uint8Array(spare)));
    if (!chunk.isDone) return await fail('source_failed', chunk.error);
    const { done, value } = chunk.value;
    if (value === undefined || value.byteLength === 0) break;
    sizeBytes += value.byteLength;
    head.add(value);
    const passed = held;
    held = value;
    const written = await settle(Promise.all([hasher.write(value), passed && writer?.write(passed)]));
    if (!written.isDone) return await fail('target_failed', written.error);
    if (done) break;
    spare = passed?.buffer ?? new ArrayBuffer(CHUNK_BYTES); // Already written, so it can be reused.
  }
  await hasher.close();
  const hashed = await digestOf;
  if (!hashed.isDone) throw hashed.error;
  const actual = toHex(new Uint8Array(hashed.value));
  if (sha256 !== undefined && sha256 !== actual)
    return await fail('digest_mismatch', new Error('the bytes do not match their digest'));
  const closed = await settle(finish(writer, held));
  return closed.isDone
    ? { sizeBytes, sha256: actual, head: head.bytes() }
    : await fail('target_failed', closed.error);
}

async function finish(
  writer: WritableStreamDefaultWriter<Uint8Array> | undefined,
  last: Uint8Array | undefined,
): Promise<void> {
  if (last !== undefined) await writer?.write(last);
  await writer?.close();
}

/** Collects the first bytes of a stream. */
class HeadOfBytes {
  readonly #bytes = new Uint8Array(HEAD_BYTES);
  #length = 0;

  add(chunk: Uint8Array): void {
    if (this.#length === HEAD_BYTES) return;
    const taken = chunk.subarray(0, HEAD_BYTES - this.#length);
    this.#bytes.set(taken, this.#length);
    this.#length += taken.byteLength;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
