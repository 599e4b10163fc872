import { isRefusal, type Refusal, refuse } from '../../http/refusal.ts';
import type { ImportRecord, RecordReader } from './import-record.ts';

/** Lines of the body that are written together or not at all. */
export interface Chunk {
  /** From 0. */
  readonly ordinal: number;
  readonly records: readonly ImportRecord[];
}

/**
 * Lines of a chunk. Large, because each chunk takes six queries (nine in an upsert), and all chunks of 100 000 lines
 * have to fit into what D1 allows one request.
 */
const CHUNK_LINES_MAX = 1_000;

/**
 * Bytes of a chunk's lines. Its rows travel as one parameter, which D1 takes up to 2 000 000 bytes; a row may be some
 * 700 bytes longer than its line, by names of fields, defaults, ids and digests.
 */
const CHUNK_BYTES_MAX = 1_000_000;

/** The chunks of a body. Where they end follows from the body alone, so that a repeated import finds the same ones. */
export async function* readChunks(request: Request, reader: RecordReader): AsyncGenerator<Chunk | Refusal> {
  const encoder = new TextEncoder();
  let ordinal = 0;
  let records: ImportRecord[] = [];
  let bytes = 0;
  for await (const read of readPieces(request, reader)) {
    if (isRefusal(read)) {
      yield read;
      return;
    }
    for (const record of read) {
      const length = encoder.encode(record.source).byteLength;
      const isFull = records.length === CHUNK_LINES_MAX || bytes + length > CHUNK_BYTES_MAX;
      if (records.length > 0 && isFull) {
        yield { ordinal, records };
        [ordinal, records, bytes] = [ordinal + 1, [], 0];
      }
      records.push(record);
      bytes += length;
    }
  }
  if (records.length > 0) yield { ordinal, records };
}

async function* readPieces(
  request: Request,
  reader: RecordReader,
): AsyncGenerator<readonly ImportRecord[] | Refusal> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const source = request.body?.getReader();
  try {
    while (source !== undefined) {
      const piece = await readPiece(source);
      if (isRefusal(piece)) {
        yield piece;
        return;
      }
      if (piece === undefined) break;
      const text = decode(decoder, piece);
      yield isRefusal(text) ? text : reader.push(text);
      if (isRefusal(text)) return;
    }
    const rest = decode(decoder, undefined);
    yield isRefusal(rest) ? rest : reader.push(rest);
    if (!isRefusal(rest)) yield reader.end();
  } finally {
    await source?.cancel().catch(() => undefined); // The sender may be gone already.
  }
}

async function readPiece(
  source: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | undefined | Refusal> {
  try {
    const { done, value } = await source.read();
    return done ? undefined : value;
  } catch {
    return refuse({ kind: 'malformed_body', detail: 'The body ended too early.' });
  }
}

function decode(decoder: TextDecoder, piece: Uint8Array | undefined): string | Refusal {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    return refuse({ kind: 'malformed_body', detail: 'The body is not UTF-8.' });
  }
}
