import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from './csv-reader.ts';
import { guardText, toCsvLine, unguardText } from './csv-writer.ts';

/** Reads a text in pieces of the given lengths, the last one repeated. */
function read(text: string, lengths: readonly number[] = [text.length], recordLengthMax = 1_000) {
  const reader = createCsvReader(recordLengthMax);
  const records = [];
  for (let from = 0, piece = 0; from < text.length; piece++) {
    const length = Math.max(1, lengths[Math.min(piece, lengths.length - 1)] ?? 1);
    records.push(...reader.push(text.slice(from, from + length)));
    from += length;
  }
  return [...records, ...reader.end()];
}

const cellsOf = (text: string) => read(text).map(({ cells }) => cells);

describe('createCsvReader', () => {
  it('reads what was written, however the text is split', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }));
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, lengths, (written, cuts) => {
        const text = written.map(toCsvLine).join('');
        expect(read(text, cuts).map(({ cells }) => cells)).toEqual(written);
      }),
    );
  });

  it('reads texts made only of quotes, commas and line breaks', () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', ' ', 'a') });
    const rows = fc.array(fc.array(nasty, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (written, cut) => {
        const text = written.map(toCsvLine).join('');
        expect(read(text, [cut]).map(({ cells }) => cells)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['LF', 'a,b\nc,d\n'],
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['CR', 'a,b\rc,d\r'],
    ['no break at the end', 'a,b\r\nc,d'],
    ['blank lines', '\na,b\n\r\n\nc,d\n\n'],
  ])('reads lines that end in %s', (_name, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('counts the lines inside quotes', () => {
    const lines = read('a\n"b\r\nb\nb"\nc\r\nd').map(({ line }) => line);
    expect(lines).toEqual([1, 2, 5, 6]);
  });

  it('reports a faulty line and continues with the next one', () => {
    const records = read('a,b\nx"y,z\n"p"q,r\nc,d\n');
    expect(records).toMatchObject([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, fault: 'has a quote in a field that does not start with one' },
      { line: 3, fault: 'has text after a closing quote' },
      { line: 4, cells: ['c', 'd'] },
    ]);
  });

  it('ends an unclosed quote at the record limit, and continues with the next line', () => {
    const records = read(`a\n"lost ${'x'.repeat(100)}\nb\n`, [7], 50);
    expect(records).toMatchObject([
      { line: 1, cells: ['a'] },
      { line: 2, fault: 'is longer than 50 characters' },
      { line: 3, cells: ['b'] },
    ]);
  });

  it('reports a quote that is open at the end', () => {
    expect(read('a\n"b')).toMatchObject([{ line: 1 }, { line: 2, fault: 'has an unclosed quote' }]);
  });
});

describe('guardText', () => {
  it('is removed again, for any text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(unguardText(guardText(value))).toBe(value);
      }),
    );
  });

  it.each(['=1+1', '+44 7700', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])(
    'prevents %j from being run as a formula',
    (text) => {
      expect(guardText(text)).toBe(`'${text}`);
    },
  );

  it.each(["O'Neil", "'quoted'", 'a=b', ''])('leaves %j alone', (text) => {
    expect(guardText(text)).toBe(text);
    expect(unguardText(text)).toBe(text);
  });
});
