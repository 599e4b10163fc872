import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, locateFolded, toDigits } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['apostrophes', ["O'Hara", 'O’Hara', 'O‘HARA', 'oʼhara', 'O`Hara', 'O´Hara', 'O′Hara', 'O＇Hara']],
    ['dashes', ['Anne-Marie', 'Anne‐Marie', 'Anne‑Marie', 'anne–marie', 'ANNE—MARIE', 'Anne−Marie']],
    ['both Unicode forms of an accent, and none', ['Ní', 'Ni\u0301', 'NI', 'nì']],
    ['white space', ['De La Cruz', 'de  la\u00a0cruz', ' De\u2009La\tCruz ']],
    ['what cannot be seen', ['Holloway', 'Hollo\u200bway', '\u202dHolloway\u202c', 'Hollo\u00adway']],
    ['letters without a decomposition', ['Łódź', 'Lodz', 'ŁÓDŹ']],
    ['a sharp s', ['Strauß', 'STRAUẞ', 'strauss']],
    ['ligatures', ['Ægir Œuvre', 'aegir oeuvre']],
    ['Nordic and Icelandic letters', ['Þórður Øst Đorđe', 'thordur ost dorde']],
    ['the dots of i', ['İnci', 'ıncı', 'INCI', 'inci']],
    ['presentation forms', ['ﬁnn', 'Ｆｉｎｎ', 'FINN']],
    ['the Kelvin sign', ['Kim', 'Kim']],
    ['the forms of sigma', ['ΣΟΦΟΣ', 'σοφός']],
    ['vowel points of Hebrew', ['שָׁלוֹם', 'שלום']],
    ['both forms of Japanese marks', ['が', 'か\u3099']],
  ])('ignores the difference of %s', (_what, texts) => {
    expect(new Set(texts.map(foldText)).size, JSON.stringify(texts.map(foldText))).toBe(1);
  });

  it.each([
    ['Hale', 'Hail'],
    ['か', 'が'],
    ['कि', 'की'],
    ["O'Hara", 'Ohara'],
    ['Anne-Marie', 'Anne Marie'],
  ])('keeps %s apart from %s', (left, right) => {
    expect(foldText(left)).not.toBe(foldText(right));
  });

  it('is the same when it is repeated, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('locateFolded', () => {
  it('finds the original of a folded part, with its marks and what cannot be seen', () => {
    const original = 'für Ni\u0301\u200b Strauß';
    const { text, source } = locateFolded(original);
    expect(text).toBe('fur ni strauss');
    const [ni, strauss] = [source(4, 6), source(7, 14)];
    expect(original.slice(ni.start, ni.end)).toBe('Ni\u0301\u200b');
    expect(original.slice(strauss.start, strauss.end)).toBe('Strauß');
  });
});

describe('toDigits', () => {
  it.each([
    '020 7946 0958',
    '02079460958',
    '+44 20 7946 0958',
    '+44 (0)20 7946 0958',
    '0044 20 7946 0958',
    '442079460958',
  ])('reads %s as one British number', (number) => {
    expect(toDigits(number)).toBe('02079460958');
  });

  it('keeps the country of other numbers', () => {
    expect(['+33 1 23 45 67 89', '0033 123456789'].map(toDigits)).toEqual(['33123456789', '33123456789']);
  });
});
