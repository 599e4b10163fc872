/** A signature in the first bytes of a file. */
export interface MediaSignature {
  readonly type: string;
  /** Other types with the same signature, which are accepted when declared. */
  readonly family?: RegExp;
  readonly matches: (head: Uint8Array) => boolean;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Common documents and images, specific signatures before general ones. */
export const mediaSignatures: readonly MediaSignature[] = [
  { type: 'application/pdf', matches: startsWith('%PDF-') },
  { type: 'image/png', matches: startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: 'image/jpeg', family: /^image\/(?:jpg|pjpeg)$/, matches: startsWith([0xff, 0xd8, 0xff]) },
  { type: 'image/gif', matches: startsWith('GIF8') },
  { type: 'image/webp', matches: all(startsWith('RIFF'), startsWith('WEBP', 8)) },
  { type: 'image/tiff', matches: any(startsWith([0x49, 0x49, 0x2a, 0]), startsWith([0x4d, 0x4d, 0, 0x2a])) },
  {
    type: 'image/bmp',
    family: /^image\/x-ms-bmp$/,
    matches: all(startsWith('BM'), startsWith([0, 0, 0, 0], 6)),
  },
  {
    type: 'image/heic',
    family: /^image\/hei[cf](?:-sequence)?$/,
    matches: any(startsWith('ftyphei', 4), startsWith('ftypmif1', 4), startsWith('ftypmsf1', 4)),
  },
  { type: 'image/avif', matches: startsWith('ftypavif', 4) },
  { type: 'application/rtf', family: /^text\/rtf$/, matches: startsWith('{\\rtf') },
  office('wordprocessingml.document', /^application\/vnd\.ms-word\..+\.macroenabled\.12$/, 'word/'),
  office('spreadsheetml.sheet', /^application\/vnd\.ms-excel\..+\.macroenabled\.12$/, 'xl/'),
  office('presentationml.presentation', /^application\/vnd\.ms-powerpoint\..+\.macroenabled\.12$/, 'ppt/'),
  ...['text', 'spreadsheet', 'presentation', 'graphics'].map((kind) =>
    openDocument(`application/vnd.oasis.opendocument.${kind}`),
  ),
  {
    type: 'application/zip',
    // The first bytes of these files depend on the program that wrote them.
    family:
      /^application\/(?:x-zip-compressed|epub\+zip|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-[a-z]+)\..+)$/,
    matches: startsWith(ZIP),
  },
  {
    type: 'application/x-ole-storage',
    family: /^application\/(?:msword|vnd\.ms-(?:excel|powerpoint|outlook|project|works)|vnd\.visio)$/,
    matches: startsWith([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  },
];

function startsWith(wanted: string | readonly number[], offset = 0): (head: Uint8Array) => boolean {
  const bytes = typeof wanted === 'string' ? [...wanted].map((letter) => letter.charCodeAt(0)) : wanted;
  return (head) => bytes.every((byte, index) => head[offset + index] === byte);
}

function all(...tests: readonly ((head: Uint8Array) => boolean)[]): (head: Uint8Array) => boolean {
  return (head) => tests.every((test) => test(head));
}

function any(...tests: readonly ((head: Uint8Array) => boolean)[]): (head: Uint8Array) => boolean {
  return (head) => tests.some((test) => test(head));
}

/** A ZIP of Microsoft Office: the name of its main folder is among the first entries. */
function office(kind: string, macros: RegExp, folder: string): MediaSignature {
  const [application = ''] = kind.split('.');
  const templates = new RegExp(`^${OOXML.replaceAll('.', '\\.')}\\.${application}\\.[a-z]+$`);
  return {
    type: `${OOXML}.${kind}`,
    family: new RegExp(`${templates.source}|${macros.source}`),
    matches: all(startsWith(ZIP), (head) => toLatin1(head).includes(folder)),
  };
}

/** A ZIP of OpenDocument, whose first entry is its uncompressed media type. */
function openDocument(type: string): MediaSignature {
  return {
    type,
    family: new RegExp(`^${type.replaceAll('.', '\\.')}-template$`),
    matches: all(startsWith(ZIP), startsWith(`mimetype${type}`, 30)),
  };
}

/** One character per byte. */
function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
