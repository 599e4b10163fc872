import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { address, nationalInsuranceNumber, normalizePostcode } from './people.ts';

describe('a postcode', () => {
  it.each([
    ['nr1 3qt', 'NR1 3QT'],
    ['NR13QT', 'NR1 3QT'],
    ['  sw1a   1aa ', 'SW1A 1AA'],
    ['e16an', 'E1 6AN'],
    ['GIR0AA', 'GIR 0AA'],
    ['D02 x285', 'D02 X285'],
    ['75008', '75008'],
  ])('of %j is kept as %j', (given, kept) => {
    expect(normalizePostcode(given)).toBe(kept);
    expect(normalizePostcode(kept)).toBe(kept);
  });
});

describe('an address', () => {
  it('is British by default, and then needs a British postcode', () => {
    expect(v.parse(address, { line1: '4 Quayside', postcode: 'nr13qt' })).toEqual({
      line1: '4 Quayside',
      postcode: 'NR1 3QT',
      country: 'GB',
    });
    const issues = v.safeParse(address, { line1: '4 Quayside', postcode: '75008' }).issues;
    expect(issues?.[0]?.path?.map(({ key }) => key)).toEqual(['postcode']);
  });

  it('accepts any postcode in another country, and no postcode', () => {
    expect(v.is(address, { line1: '1 Rue Royale', postcode: '75008', country: 'FR' })).toBe(true);
    expect(v.is(address, { line1: 'The Old Mill' })).toBe(true);
  });
});

describe('a National Insurance number', () => {
  it.each([
    ['AB123456C', 'AB123456C'],
    ['ab 12 34 56 c', 'AB123456C'],
  ])('of %j is kept as %j', (given, kept) => {
    expect(v.parse(nationalInsuranceNumber(), given)).toBe(kept);
  });

  it.each(['QQ123456C', 'BG123456C', 'AB123456E', 'AB12345C', 'AO123456C', ''])('is not %j', (value) => {
    expect(v.is(nationalInsuranceNumber(), value)).toBe(false);
  });
});
