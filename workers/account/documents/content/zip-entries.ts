/** An entry of a ZIP, as far as the first bytes of the file show it. */
export interface ZipEntry {
  readonly name: string;
  /** The stored bytes as Latin-1 text; empty for a compressed entry. */
  readonly stored: string;
}

const ENTRY = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const HEADER_BYTES = 30;

/** Flag of an entry whose sizes follow its data. */
const SIZES_FOLLOW = 0x0008;

/**
 * The entries at the start of a ZIP, read from its headers. The data of an entry is skipped, so a file inside that looks
 * like a header, or contains the name of another format, does not count.
 *
 * @param head The first bytes of the file.
 * @returns Empty when it is not a ZIP; the entries until the bytes end.
 */
export function readZipEntries(head: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const entries: ZipEntry[] = [];
  for (let at: number | undefined = 0; at !== undefined && at + HEADER_BYTES <= head.byteLength; ) {
    if (view.getUint32(at, true) !== ENTRY) break;
    const flags = view.getUint16(at + 6, true);
    const method = view.getUint16(at + 8, true);
    const nameEnd: number = at + HEADER_BYTES + view.getUint16(at + 26, true);
    if (nameEnd > head.byteLength) break;
    const data: number = nameEnd + view.getUint16(at + 28, true);
    const sizeBytes = view.getUint32(at + 18, true);
    const doesFollow = (flags & SIZES_FOLLOW) !== 0 && sizeBytes === 0;
    const next: number | undefined = doesFollow ? findNext(view, data) : data + sizeBytes;
    const name = toLatin1(head.subarray(at + HEADER_BYTES, nameEnd));
    entries.push({ name, stored: method === 0 ? toLatin1(head.subarray(data, data + sizeBytes)) : '' });
    at = next;
  }
  return entries;
}

/** The header after an entry whose sizes follow its data: the one whose sizes fit its place. */
function findNext(view: DataView, data: number): number | undefined {
  for (let at = data + 12; at + 4 <= view.byteLength; at++) {
    if (view.getUint32(at, true) !== ENTRY) continue;
    const hasMark = at - 16 >= data && view.getUint32(at - 16, true) === DESCRIPTOR;
    const sizeBytes = view.getUint32(at - 8, true);
    if (sizeBytes === at - data - (hasMark ? 16 : 12)) return at;
  }
  return undefined;
}

/** One character per byte. */
export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
