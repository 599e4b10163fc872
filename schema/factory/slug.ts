import * as v from 'valibot';
import { atMost } from '../model/fields.ts';
import { reservedSlugs } from './reserved-slugs.ts';

const dnsLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The name of an account in addresses: a DNS label of 2 to 63 characters, not reserved.
 * Hyphens at both the third and the fourth position are refused, because DNS gives `xn--` and similar prefixes a
 * meaning.
 */
export function slug() {
  return v.pipe(
    v.string(),
    v.minLength(2, 'must have at least 2 characters'),
    atMost(63),
    v.regex(dnsLabel, 'must have only a to z, 0 to 9 and hyphens, and neither start nor end with a hyphen'),
    v.check((value) => value.slice(2, 4) !== '--', 'must not have hyphens at the third and fourth position'),
    v.check((value) => !reservedSlugs.has(value), 'is reserved'),
  );
}
