import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { date, line, telephone, text } from './fields.ts';
import { stripInvisible } from './invisible.ts';
import { nationalInsuranceNumber } from './people.ts';

describe('stripInvisible', () => {
  it.each([
    ['a zero-width space', 'Hollo\u200bway', 'Holloway'],
    ['direction marks around a text', '\u202dHolloway\u202c', 'Holloway'],
    ['isolates', '\u2066Holloway\u2069', 'Holloway'],
    ['a byte order mark', '\ufeffHolloway', 'Holloway'],
    ['a soft hyphen and a word joiner', 'Hollo\u00adway\u2060', 'Holloway'],
    ['joiners in a script without any', 'Hol\u200dlo\u200cway', 'Holloway'],
    ['a joiner at the end of a word', 'می\u200c', 'می'],
    ['fillers', '\u3164Kim\u2800', 'Kim'],
    ['a variation selector of nothing', ' \ufe0fKim', ' Kim'],
    ['tags without a flag', 'Kim\u{e0041}', 'Kim'],
  ])('removes %s', (_what, before, after) => {
    expect(stripInvisible(before)).toBe(after);
  });

  it.each([
    ['a joiner within a Persian word', 'می\u200cخواهم'],
    ['a joiner within a Hindi word', 'क्\u200dष'],
    ['an emoji of several', '👩\u200d👧 moved'],
    ['a heart in colour', '❤\ufe0f'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['every visible text', 'Łukasz Ó Sé, 東京'],
  ])('keeps %s', (_what, word) => {
    expect(stripInvisible(word)).toBe(word);
  });

  it('returns an empty text for one that cannot be seen', () => {
    expect(stripInvisible(' \u200b\u2060\u3164 ')).toBe('');
  });
});

describe('fields for users', () => {
  it.each([
    ['a name', line(40), '\u202aO’Hara\u200b\u202c', 'O’Hara'],
    ['a note', text(40), '\ufeffCalls\nback', 'Calls\nback'],
    ['a number as a phone copies it', telephone(), '\u202d07700 900123\u202c', '07700 900123'],
    [
      'a number with other spaces and dashes',
      telephone(),
      '+44\u00a020\u20097946\u20110958',
      '+44 20 7946-0958',
    ],
    ['a number in full width', telephone(), '０２０ ７９４６ ０９５８', '020 7946 0958'],
    ['an NI number as printed', nationalInsuranceNumber(), '\u200eAB\u00a012 34-56 C', 'AB123456C'],
    ['a date', date(), '\u200e2026-03-31', '2026-03-31'],
  ])('take %s without what cannot be seen', (_what, schema: v.GenericSchema, sent, kept) => {
    expect(v.parse(schema, sent)).toBe(kept);
  });

  it.each([line(40), text(40)])('refuse an invisible text', (schema) => {
    expect(v.is(schema, '\u200b')).toBe(false);
    expect(v.is(schema, '\u2800 \u3164')).toBe(false);
  });

  it('refuse the control characters of ISO 8859 in a line', () => {
    expect(v.is(line(40), 'a\u0085b')).toBe(false);
  });
});
