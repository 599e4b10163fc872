import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as fields from './fields.ts';

/** For each field: values that it accepts unchanged, pairs of a value and its normalized form, and values that it refuses. */
const cases: Readonly<
  Record<string, { schema: v.GenericSchema; takes: readonly unknown[]; refuses: readonly unknown[] }>
> = {
  line: {
    schema: fields.line(5),
    takes: ['abcde', ['  ab ', 'ab'], 'çé'],
    refuses: ['', '   ', 'abcdef', 'a\nb', 'a\u0000b', 7, null],
  },
  text: { schema: fields.text(5), takes: ['a\nb'], refuses: ['', 'abcdef', 7] },
  list: {
    schema: fields.list(v.string(), 2),
    takes: [
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    ],
    refuses: [['a', 'b', 'c'], 'a'],
  },
  distinctList: {
    schema: fields.distinctList(v.string(), 3),
    takes: [
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    ],
    refuses: [['a', 'a']],
  },
  id: {
    schema: fields.id('cli'),
    takes: ['cli-01arykazk10000000000000000'],
    refuses: ['cas-01arykazk10000000000000000', 'cli-1', 7],
  },
  oneOf: { schema: fields.oneOf(['a', 'b']), takes: ['a'], refuses: ['c', 7] },
  date: {
    schema: fields.date(),
    takes: ['2026-03-31', '2024-02-29', '1899-12-31'],
    refuses: ['2026-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '31/03/2026', '2026-03-31T00:00:00Z', ''],
  },
  instant: {
    schema: fields.instant(),
    takes: [
      '2026-03-31T09:30:00.000Z',
      ['2026-03-31T09:30:00Z', '2026-03-31T09:30:00.000Z'],
      ['2026-03-31T09:30:00.5Z', '2026-03-31T09:30:00.500Z'],
    ],
    refuses: ['2026-02-30T00:00:00Z', '2026-03-31T24:00:00Z', '2026-03-31T09:30:00+01:00', '2026-03-31', 1],
  },
  email: {
    schema: fields.email(),
    takes: ['ada@vale.example', ['Ada.Hale+x@Vale.Example', 'ada.hale+x@vale.example'], "o'neil@a-b.co.uk"],
    refuses: [
      'ada',
      'ada@',
      '@vale.example',
      'ada@vale',
      'a b@vale.example',
      `${'a'.repeat(65)}@vale.example`,
    ],
  },
  telephone: {
    schema: fields.telephone(),
    takes: ['+44 7700 900123', '01632 960456', '(01632) 960-456'],
    refuses: ['12', 'call me', '+', '0163296045x', '1'.repeat(40)],
  },
  webAddress: {
    schema: fields.webAddress(),
    takes: ['https://vale.example/a?b=c'],
    refuses: ['http://vale.example', 'javascript:alert(1)', 'https://', 'vale.example'],
  },
  pence: { schema: fields.pence(), takes: [0, 18_450_000], refuses: [-1, 0.5, '1', 2 ** 53, Number.NaN] },
  count: { schema: fields.count(), takes: [0, 7], refuses: [-1, 1.5, '7'] },
  sha256: { schema: fields.sha256(), takes: ['0f'.repeat(32)], refuses: ['0F'.repeat(32), '0f', 7] },
  locale: {
    schema: fields.locale(),
    takes: ['en', 'en-GB', 'zh-Hant-TW'],
    refuses: ['EN', 'en_GB', 'english please'],
  },
  mediaType: {
    schema: fields.mediaType(),
    takes: ['application/pdf', ['Image/PNG', 'image/png'], 'application/vnd.ms-excel'],
    refuses: ['pdf', 'text/html; charset=utf-8', 'a/b/c', '/'],
  },
  country: { schema: fields.country(), takes: ['GB', 'IE', 'ZW'], refuses: ['gb', 'UK', 'GBR', '', 'BG-'] },
};

describe.each(Object.entries(cases))('the field %s', (_name, { schema, takes, refuses }) => {
  it.each(takes.map((value) => (Array.isArray(value) ? value : [value, value])))(
    'takes %j',
    (given, kept) => {
      expect(v.parse(schema, given)).toEqual(kept);
    },
  );

  it.each(refuses.map((value) => [value]))('refuses %j with a phrase', (value) => {
    const result = v.safeParse(schema, value);

    expect(result.issues?.[0]?.message).toMatch(/^(?:must |Invalid )/);
  });
});

describe('a field with a fixed form', () => {
  it('reports one error for a malformed value', () => {
    const complaints = (schema: v.GenericSchema, value: string) =>
      v.safeParse(schema, value).issues?.map((issue) => issue.message);

    expect(complaints(fields.date(), '31/03/2026')).toEqual(['must be a date such as 2026-03-31']);
    expect(complaints(fields.date(), '2026-02-30')).toEqual(['must be a date that exists']);
    expect(complaints(fields.id('cli'), 'cas-1')).toEqual(['must be an id that starts with cli-']);
  });

  // A backtracking pattern needs hours for these, so the time limit does not depend on the speed of the machine.
  it('checks a very long text', { timeout: 60_000 }, () => {
    const long = ['a', 'a.', '1 ', '-a', 'a@', '@'].map((part) => part.repeat(500_000));
    for (const { schema } of Object.values(cases)) {
      for (const value of long) {
        expect(v.is(schema, value)).toBe(false);
      }
    }
  });
});

describe('the field country', () => {
  it('knows the 249 countries of ISO 3166-1', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));

    expect(codes.filter((code) => v.is(fields.country(), code))).toHaveLength(249);
  });
});
