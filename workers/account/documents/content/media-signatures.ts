import { readZipEntries, toLatin1 } from './zip-entries.ts';

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
  { type: 'application/pdf', matches: isPdf },
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
  { type: 'application/rtf', family: /^text\/rtf$/, matches: afterJunk('{\\rtf') },
  office(
    'wordprocessingml.document',
    /^application\/vnd\.ms-word\..+\.macroenabled\.12$/,
    'word/',
    'document',
  ),
  office('spreadsheetml.sheet', /^application\/vnd\.ms-excel\..+\.macroenabled\.12$/, 'xl/', 'workbook'),
  office(
    'presentationml.presentation',
    /^application\/vnd\.ms-powerpoint\..+\.macroenabled\.12$/,
    'ppt/',
    'presentation',
  ),
  ...['text', 'spreadsheet', 'presentation', 'graphics'].flatMap((kind) =>
    [kind, `${kind}-template`].map((name) => namedInside(`application/vnd.oasis.opendocument.${name}`)),
  ),
  namedInside('application/epub+zip'),
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

/** What stands before the first bytes of files that went through a mail or a web server: line breaks, a byte order mark. */
const JUNK = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*/;

function afterJunk(wanted: string): (head: Uint8Array) => boolean {
  return (head) => toLatin1(head.subarray(0, 1_024)).replace(JUNK, '').startsWith(wanted);
}

/**
 * A PDF, whose header readers look for within the first 1,024 bytes. Behind more than line breaks it must be followed by
 * an object, because a text may mention the header.
 */
function isPdf(head: Uint8Array): boolean {
  const text = toLatin1(head);
  const at = text.slice(0, 1_024 + 5).search(/%PDF-\d/);
  if (at === -1) return false;
  return text.replace(JUNK, '').startsWith('%PDF-') || /[\r\n]\s*\d+\s+\d+\s+obj\b/.test(text.slice(at));
}

/**
 * A ZIP of Microsoft Office: its entries are those of a package, and the main one is in the folder of the program. Either
 * is enough with a name that only these files have.
 */
function office(kind: string, macros: RegExp, folder: string, main: string): MediaSignature {
  const [application = ''] = kind.split('.');
  const templates = new RegExp(`^${OOXML.replaceAll('.', '\\.')}\\.${application}\\.[a-z]+$`);
  const part = new RegExp(`^${folder}(?:${main}\\d*\\.xml|_rels/|worksheets/|slides/)`);
  return {
    type: `${OOXML}.${kind}`,
    family: new RegExp(`${templates.source}|${macros.source}`),
    matches: (head) => {
      const names = readZipEntries(head).map(({ name }) => name);
      const isPackage = names.some((name) => PACKAGE.test(name));
      return names.some((name) => part.test(name) || (isPackage && name.startsWith(folder)));
    },
  };
}

/** Entries of every Office package. */
const PACKAGE = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/)/;

/** A ZIP whose first entry is its uncompressed media type: OpenDocument and EPUB. */
function namedInside(type: string): MediaSignature {
  return {
    type,
    family: new RegExp(`^${type.replaceAll(/[.+]/g, '\\$&')}-template$`),
    matches: (head) => {
      const [first] = readZipEntries(head);
      return first?.name === 'mimetype' && first.stored.trim() === type;
    },
  };
}
