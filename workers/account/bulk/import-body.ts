import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { decodeBody } from '../../http/request/content-encoding.ts';
import { unreadableBody } from '../../http/request/read-body.ts';
import type { ImportRecord, RecordReader } from './import-record.ts';
import type { CsvDialect } from './import-request.ts';

/** Lines of the body that are written in one transaction. */
export interface Chunk {
  /** From 0. */
  readonly ordinal: number;
  readonly records: readonly ImportRecord[];
}

/**
 * Maximum lines of a chunk. Chunks are large because each takes six queries (nine in an upsert), and the chunks of
 * 100 000 lines must fit into the queries that D1 allows per request.
 */
const CHUNK_LINES_MAX = 1_000;

/** Maximum bytes of a chunk's rows, which are sent as one parameter; D1 allows 2 000 000 bytes. */
const CHUNK_BYTES_MAX = 1_900_000;

/**
 * Maximum bytes of a body that was sent compressed, so that a small body of endless blank lines ends. Twice what one
 * request can write.
 */
const DECODED_BYTES_MAX = 300_000_000;

/** Bytes that the server adds to each row: ids, instants, digests. */
const ROW_BYTES = 500;

/** The chunks of a body. Their boundaries depend only on the body, so a repeated import has the same chunks. */
export async function* readChunks(
  request: Request,
  reader: RecordReader,
  encoding: CsvDialect['encoding'],
): AsyncGenerator<Chunk | Refusal> {
  let ordinal = 0;
  let records: ImportRecord[] = [];
  let bytes = 0;
  for await (const read of readPieces(request, reader, encoding)) {
    if (isRefusal(read)) {
      yield read;
      return;
    }
    for (const record of read) {
      const length = rowBytes(record);
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

/**
 * An upper estimate of the bytes of a line's row. A line of CSV does not contain field names, so it is measured as JSON;
 * defaults of list items make a row at most half as long again.
 */
function rowBytes({ source, sent, errors }: ImportRecord): number {
  const encoder = new TextEncoder();
  // A line that could not be parsed has no row, and its value may be nested too deeply to serialize.
  const row = errors.length > 0 ? '' : JSON.stringify(sent);
  const bytes = Math.max(encoder.encode(source).byteLength, encoder.encode(row).byteLength);
  return Math.ceil(bytes * 1.5) + ROW_BYTES;
}

async function* readPieces(
  request: Request,
  reader: RecordReader,
  encoding: CsvDialect['encoding'],
): AsyncGenerator<readonly ImportRecord[] | Refusal> {
  const decode = createDecoder(encoding);
  const body = decodeBody(request);
  if (isRefusal(body)) {
    yield body;
    return;
  }
  const source = body.stream?.getReader();
  let bytes = 0;
  try {
    while (source !== undefined) {
      const piece = await readPiece(source);
      if (isRefusal(piece)) {
        yield piece;
        return;
      }
      if (piece === undefined) break;
      bytes += piece.byteLength;
      if (body.isDecoded && bytes > DECODED_BYTES_MAX) {
        yield refuse({ kind: 'body_too_large', bytesMax: DECODED_BYTES_MAX });
        return;
      }
      const text = decode(piece);
      yield isRefusal(text) ? text : reader.push(text);
      if (isRefusal(text)) return;
    }
    const rest = decode(undefined);
    yield isRefusal(rest) ? rest : reader.push(rest);
    if (!isRefusal(rest)) yield reader.end();
  } finally {
    await source?.cancel().catch(() => undefined); // The client may be gone already.
  }
}

async function readPiece(
  source: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | undefined | Refusal> {
  try {
    const { done, value } = await source.read();
    return done ? undefined : value;
  } catch {
    return unreadableBody;
  }
}

/**
 * Decodes a body piece by piece, the last one undefined.
 *
 * @returns 400 that names the line where the bytes are not in the encoding.
 */
function createDecoder(
  encoding: CsvDialect['encoding'],
): (piece: Uint8Array | undefined) => string | Refusal {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false });
  let line = 1;
  let isStart = true;
  return (piece) => {
    if (isStart && encoding !== 'utf-8' && piece?.[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf)
      return refuse({
        kind: 'malformed_body',
        detail: 'The body starts with the mark of UTF-8: leave out encoding.',
      });
    isStart = false;
    try {
      const text = piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
      line += countLines(text);
      return text;
    } catch {
      const fault = line + countLines(beforeFault(piece ?? new Uint8Array()));
      return refuse({
        kind: 'malformed_body',
        detail: `Line ${fault} is not UTF-8. Save the file as UTF-8 (in Excel "CSV UTF-8"), or send a CSV in windows-1252 with encoding=windows-1252.`,
        errors: [{ pointer: '#', detail: `line ${fault} is not UTF-8` }],
      });
    }
  };
}

/** The text of a piece before its first byte that is not UTF-8; the rest of a character of the piece before is skipped. */
function beforeFault(piece: Uint8Array): string {
  const start = piece.findIndex((byte) => byte >> 6 !== 0b10);
  return new TextDecoder().decode(piece.subarray(Math.max(start, 0))).split('\ufffd', 1)[0] ?? '';
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
