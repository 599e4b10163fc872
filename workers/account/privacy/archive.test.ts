import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFileName } from './archive.ts';

const bytesOf = (text: string) => Buffer.byteLength(text);

describe('toFileName', () => {
  it.each([
    ['report.pdf', '1-report.pdf'],
    ['../etc/passwd', '1-__etc_passwd'],
    ['a:b*c?.txt', '1-a_b_c_.txt'],
    ['trailing. ', '1-trailing_'],
    ['.hidden', '1-_hidden'],
    ['', '1-_'],
  ])('makes %j valid on every file system', (name, expected) => {
    expect(toFileName(name, '1-')).toBe(expected);
  });

  it.each([
    ['CJK', `${'報告書'.repeat(40)}.pdf`],
    ['emoji of several code points', `${'👩‍👩‍👧'.repeat(40)}.jpeg`],
    ['decomposed accents', `${'e\u0301'.repeat(120)}.docx`],
    ['letters of two bytes', `${'ж'.repeat(250)}.txt`],
  ])('cuts a long name of %s at 255 bytes, between characters, and keeps its extension', (_what, name) => {
    const file = toFileName(name, '12-');
    expect(bytesOf(file)).toBeLessThanOrEqual(255);
    expect(bytesOf(file)).toBeGreaterThan(200);
    expect(file.split('.').at(-1)).toBe(name.split('.').at(-1));
    expect(file.isWellFormed()).toBe(true);
    expect(file).not.toContain('\ufffd');
  });

  it('leaves a name of 255 bytes as it is', () => {
    const name = `${'a'.repeat(249)}.pdf`;
    expect(toFileName(name, '1-')).toBe(`1-${name}`);
  });

  it('is never too long, empty or in another folder, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const file = toFileName(name, '1-');
        expect(bytesOf(file)).toBeLessThanOrEqual(255);
        expect(file).not.toMatch(/[/\\]|^\.\.?$|^$/);
      }),
    );
  });
});
