import { toHex } from '../../http/encoding/sha256.ts';

/** A file of an archive, as listed in its manifest. */
export interface ArchivedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A file of an archive that is being written. */
export interface ArchiveEntry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: AsyncIterable<Uint8Array>;
}

/** Adds a file to an archive piece by piece and computes its size and hash; the manifest entry is ready at its end. */
export function archiveFile(
  name: string,
  lastModified: Date,
  pieces: AsyncIterable<Uint8Array>,
  done: (file: ArchivedFile) => void,
): ArchiveEntry {
  async function* input(): AsyncGenerator<Uint8Array> {
    const digest = new crypto.DigestStream('SHA-256');
    const writer = digest.getWriter();
    let sizeBytes = 0;
    for await (const piece of pieces) {
      sizeBytes += piece.byteLength;
      await writer.write(piece);
      yield piece;
    }
    await writer.close();
    done({ path: name, sizeBytes, sha256: toHex(new Uint8Array(await digest.digest)) });
  }
  return { name, lastModified, input: input() };
}

/** Bytes of a stream that are read at once: the runtime's default is 4 KiB. */
const PIECE_BYTES = 262_144;

/** A stream in large pieces, read on demand. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader({ mode: 'byob' });
  try {
    for (;;) {
      const { done, value } = await reader.readAtLeast(PIECE_BYTES, new Uint8Array(PIECE_BYTES));
      if (value !== undefined && value.byteLength > 0) yield value;
      if (done || value === undefined) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // The reader of the archive may be gone.
  }
}

/** A JSON array as bytes, one page of items at a time. */
export async function* jsonArray(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let before = '[\n';
  for await (const items of pages) {
    for (const item of items) {
      yield encoder.encode(`${before}${JSON.stringify(item, null, 2)}`);
      before = ',\n';
    }
  }
  yield encoder.encode(before === '[\n' ? '[]\n' : '\n]\n');
}

/** One JSON value as bytes. */
export async function* jsonValue(value: unknown): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** Maximum bytes of a file name in UTF-8, on Linux and macOS. */
const FILE_NAME_BYTES_MAX = 255;

/**
 * A file name that cannot leave its folder and is valid on every file system. A long name is cut between two characters
 * and keeps its extension.
 *
 * @param prefix Start of the file name, in ASCII. Default none.
 */
export function toFileName(name: string, prefix = ''): string {
  const safe = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '_');
  const [extension = ''] = /\.[^.\s]{1,16}$/u.exec(safe) ?? [];
  const stem = safe.slice(0, safe.length - extension.length);
  const left = FILE_NAME_BYTES_MAX - bytesOf(prefix) - bytesOf(extension);
  return `${prefix}${cutAt(stem, left) || '_'}${extension}`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/** The start of a text that has at most so many bytes, without half a character. */
function cutAt(text: string, bytesMax: number): string {
  if (bytesOf(text) <= bytesMax) return text;
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  while (bytesOf(characters.join('')) > bytesMax) characters.pop();
  return characters.join('');
}
