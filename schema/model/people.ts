import * as v from 'valibot';
import { toAsciiUpperCase } from './ascii-case.ts';
import { atMost, cleaned, country, line, list, oneOf, telephone } from './fields.ts';
import { plainNumber } from './invisible.ts';

/** Shapes that several tables share when they describe people and firms. */

const britishPostcode = /^(?:GIR 0AA|[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})$/;

/** Normalizes a postcode: upper case, and for a British one a space before the last three characters. */
export function normalizePostcode(value: string): string {
  const postcode = toAsciiUpperCase(value.trim()).replace(/\s+/g, ' ');
  const together = postcode.replaceAll(' ', '');
  const spaced = `${together.slice(0, -3)} ${together.slice(-3)}`;
  return britishPostcode.test(spaced) ? spaced : postcode;
}

/** A postal address. A British postcode must have the British form; others may have up to twelve characters. */
export const address = v.pipe(
  v.strictObject({
    kind: v.optional(oneOf(['home', 'work', 'correspondence', 'registered', 'other'])),
    line1: line(120),
    line2: v.optional(line(120)),
    line3: v.optional(line(120)),
    town: v.optional(line(80)),
    county: v.optional(line(80)),
    postcode: v.optional(v.pipe(line(12), v.transform(normalizePostcode), atMost(12))),
    country: v.optional(country(), 'GB'),
  }),
  v.forward(
    v.partialCheck(
      [['postcode'], ['country']],
      ({ postcode, country }) => country !== 'GB' || postcode === undefined || britishPostcode.test(postcode),
      'must be a British postcode such as NR1 3QT, or have another country',
    ),
    ['postcode'],
  ),
);

/** Postal addresses, the current main one first. Lists can be filtered by the postcode of the first. */
export const addresses = list(address, 20);

/** What a search finds of addresses. */
export const addressTexts = ['line1', 'line2', 'line3', 'town', 'postcode'].map(
  (part) => `addresses[].${part}`,
);

/** Telephone numbers, the preferred one first. */
export const phones = list(
  v.strictObject({
    kind: v.optional(oneOf(['mobile', 'home', 'work', 'other']), 'mobile'),
    number: telephone(),
  }),
  20,
);

const nationalInsuranceForm = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

/** A National Insurance number without spaces. `QQ123456C` shows the form; it is never issued. */
export function nationalInsuranceNumber() {
  return v.pipe(
    v.string(),
    cleaned(plainNumber),
    atMost(16),
    v.transform((value) => toAsciiUpperCase(value.replace(/[\s.-]+/g, ''))),
    atMost(9),
    v.regex(
      nationalInsuranceForm,
      'must be a National Insurance number: two letters, six digits, and A to D',
    ),
  );
}
