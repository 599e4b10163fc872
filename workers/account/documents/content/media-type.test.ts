import { describe, expect, it } from 'vitest';
import { decideMediaType, parseMediaType, servedMediaType } from './media-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const number = (value: number, length: number) =>
  Array.from({ length }, (_, at) => String.fromCharCode((value >> (8 * at)) & 0xff)).join('');

/** An entry of a ZIP with its data stored; `late` writes its sizes after the data. */
function entry(name: string, data = '', late = false): string {
  const [flags, size] = late ? [8, 0] : [0, data.length];
  const sizes = number(0, 4) + number(data.length, 4) + number(data.length, 4);
  const header = `PK\u0003\u0004${number(20, 2)}${number(flags, 2)}${number(0, 6)}${number(0, 4)}${number(size, 4)}${number(size, 4)}`;
  const after = late ? `PK\u0007\u0008${sizes}` : '';
  return `${header}${number(name.length, 2)}${number(0, 2)}${name}${data}${after}`;
}
const zip = (...names: readonly string[]) => bytes(names.map((name) => entry(name)).join(''));
const ole = bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\u0000');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docm = 'application/vnd.ms-word.document.macroenabled.12';
const odt = 'application/vnd.oasis.opendocument.text';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const zipped = 'application/zip';
const none = 'application/octet-stream';

describe('the media type of bytes', () => {
  it.each([
    ['%PDF-1.7', 'text/html', 'application/pdf'],
    ['\r\n%PDF-1.7', 'application/pdf', 'application/pdf'],
    ['\u00ef\u00bb\u00bf%PDF-1.4', none, 'application/pdf'],
    [`HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj`, none, 'application/pdf'],
    [`\u001b%-12345X@PJL\r\n${'x'.repeat(900)}%PDF-1.4\n%\u00e2\n12 0 obj`, none, 'application/pdf'],
    [`${'x'.repeat(1_100)}%PDF-1.4\n1 0 obj`, 'text/plain', 'text/plain'],
    ['A PDF starts with %PDF-1.7.', 'text/plain', 'text/plain'],
    ['\n{\\rtf1', none, 'application/rtf'],
    ['\u0089PNG\r\n\u001a\n', none, 'image/png'],
    ['\u00ff\u00d8\u00ff\u00e0', 'image/png', 'image/jpeg'],
    ['GIF89a', 'image/gif', 'image/gif'],
    ['RIFF\u0000\u0000\u0000\u0000WEBPVP8', none, 'image/webp'],
    ['II*\u0000', none, 'image/tiff'],
    ['\u0000\u0000\u0000\u0018ftypheic', 'image/heif', 'image/heif'],
    ['{\\rtf1\\ansi', 'application/msword', 'application/rtf'],
  ])('is detected from the first bytes: %j sent as %s is %s', (head, declared, expected) => {
    expect(decideMediaType(declared, bytes(head))).toBe(expected);
  });

  it.each([
    ['names its folders', zip('[Content_Types].xml', 'word/document.xml'), none, docx],
    ['names its folders', zip('[Content_Types].xml', 'word/document.xml'), docm, docm],
    ['names other folders', zip('[Content_Types].xml', 'xl/workbook.xml'), docx, xlsx],
    [
      'names its folders after data of unknown size',
      bytes(entry('_rels/.rels', 'x', true) + entry('word/a')),
      none,
      docx,
    ],
    ['names its main part alone', zip('xl/workbook.xml'), none, xlsx],
    ['names its properties first', zip('docProps/app.xml', 'xl/theme/theme1.xml'), none, xlsx],
    ['names its type', bytes(entry('mimetype', odt)), none, odt],
    ['names the type of a template', bytes(entry('mimetype', `${odt}-template`)), none, `${odt}-template`],
    ['names a book', bytes(entry('mimetype', 'application/epub+zip')), none, 'application/epub+zip'],
    [
      'contains the names as words',
      bytes(entry('notes.txt', 'see [Content_Types].xml and xl/workbook.xml')),
      zipped,
      zipped,
    ],
    ['contains another', bytes(entry('a.docx', entry('word/document.xml'))), zipped, zipped],
    [
      'contains another of unknown size',
      bytes(entry('a.docx', entry('word/document.xml'), true)),
      zipped,
      zipped,
    ],
    ['has a folder of that name', zip('xl/notes.txt'), zipped, zipped],
    ['has such folders deeper', zip('backup/[Content_Types].xml', 'backup/xl/workbook.xml'), zipped, zipped],
    ['names nothing', zip('[Content_Types].xml'), docx, docx],
    ['names nothing', zip('notes.txt'), 'application/pdf', 'application/zip'],
  ])('of a ZIP that %s is %#', (_what, head, declared, expected) => {
    expect(decideMediaType(declared, head)).toBe(expected);
  });

  it('of an older Office file is the declared type of its family', () => {
    expect(decideMediaType('application/msword', ole)).toBe('application/msword');
    expect(decideMediaType('image/png', ole)).toBe('application/x-ole-storage');
  });

  it.each([
    ['a;b\n\u00a3;1', 'text/csv', 'text/csv'],
    ['\u00ff\u00feh\u0000i\u0000', none, 'text/plain'],
    ['hello', 'application/pdf', 'text/plain'],
    ['hello', none, 'text/plain'],
    ['{}', 'application/json', 'application/json'],
    ['\u0000\u0001\u0002', 'text/plain', none],
    ['\u0000\u0001\u0002', 'application/pdf', none],
    ['\u0000\u0001\u0002', docx, none],
    ['\u0000\u0001\u0002', 'image/vnd.dwg', 'image/vnd.dwg'],
    ['', 'text/plain', 'text/plain'],
    ['', 'application/pdf', none],
  ])(
    'without a signature is the declared type, unless the bytes contradict it: %j sent as %s is %s',
    (head, declared, expected) => {
      expect(decideMediaType(declared, bytes(head))).toBe(expected);
    },
  );

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'text/xml'])(
    'is replaced when a browser could run the bytes: %s',
    (mediaType) => {
      expect(servedMediaType(mediaType)).toBe(none);
    },
  );

  it.each(['application/pdf', 'image/png', docx, 'text/plain', 'message/rfc822'])(
    'is otherwise unchanged: %s',
    (mediaType) => {
      expect(servedMediaType(mediaType)).toBe(mediaType);
    },
  );

  it('is read from a header without its parameters', () => {
    expect(parseMediaType(new Headers({ 'content-type': 'Text/CSV; charset=utf-8' }))).toBe('text/csv');
    expect(parseMediaType(new Headers())).toBe(none);
    expect(parseMediaType(new Headers({ 'content-type': 'nonsense' }))).toMatchObject({
      error: { kind: 'invalid_header', header: 'content-type' },
    });
  });
});
