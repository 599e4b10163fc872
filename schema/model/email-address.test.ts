import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toEmailAddress } from './email-address.ts';
import { email } from './fields.ts';

describe('an e-mail address', () => {
  it.each([
    ['Ada@HarbourVale.example', 'ada@harbourvale.example'],
    ['  ada@harbourvale.example ', 'ada@harbourvale.example'],
    ['émile@example.org', 'émile@example.org'],
    ['Émile@example.org', 'Émile@example.org'],
    ['почта@example.org', 'почта@example.org'],
    ["o'hara+ni@xn--bcher-kva.example", "o'hara+ni@xn--bcher-kva.example"],
  ])('%j is kept as %j', (text, address) => {
    expect(toEmailAddress(text)).toBe(address);
    expect(v.parse(email(), text)).toBe(address);
  });

  it.each([
    ['the Kelvin sign', 'b\u212a2@firm.example'],
    ['the Kelvin sign in the domain', 'ada@ban\u212a.example'],
    ['the long s', 'ro\u017fe@firm.example'],
    ['the long s in the domain', 'ada@firm\u017f.example'],
    ['full-width letters', '\uff41da@firm.example'],
    ['a decomposed letter', 'e\u0301mile@example.org'],
    ['a Cyrillic letter among Latin ones', '\u0430da@firm.example'],
    ['a Greek letter among Latin ones', 'ad\u03b1@firm.example'],
    ['a ligature', 'o\ufb03ce@firm.example'],
    ['a superscript', 'ada\u00b2@firm.example'],
    ['an invisible character', 'a\u200bda@firm.example'],
    ['a letter that cannot be seen', 'ada\u1160@firm.example'],
    ['another one', '\u115fada@firm.example'],
    ['no domain', 'ada'],
    ['a space', 'ada hale@firm.example'],
  ])('is refused with %s', (_what, text) => {
    expect(toEmailAddress(text)).toBeUndefined();
    // A field removes invisible characters; a token is refused.
    if (!/\u200b/.test(text)) expect(v.safeParse(email(), text).success).toBe(false);
  });

  it('does not replace an ASCII character by another one, unlike the case mapping of Unicode', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x80, max: 0x1_ffff }), (code) => {
        const character = String.fromCodePoint(code);
        fc.pre(character.trim() !== ''); // White space around an address is removed.
        const address = toEmailAddress(`${character}2@firm.example`);
        expect(address ?? 'é').not.toMatch(/^[ -~]+$/);
      }),
      { numRuns: 20_000 },
    );
  });
});
