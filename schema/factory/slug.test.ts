import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { reservedSlugs } from './reserved-slugs.ts';
import { slug } from './slug.ts';

function complaint(value: unknown): string | undefined {
  return v.safeParse(slug(), value).issues?.[0]?.message;
}

describe('a slug', () => {
  it.each(['ab', 'harbour-vale', '7oaks', 'a-b-c', 'a'.repeat(63), 'abc--d'])('can be %s', (value) => {
    expect(complaint(value)).toBeUndefined();
  });

  it.each([
    ['b', 'must have at least 2 characters'],
    ['a'.repeat(64), 'must have at most 63 characters'],
    ['-ab', 'must have only a to z'],
    ['ab-', 'must have only a to z'],
    ['Harbour', 'must have only a to z'],
    ['har bour', 'must have only a to z'],
    ['härbour', 'must have only a to z'],
    ['a.b', 'must have only a to z'],
    ['xn--abc', 'must not have hyphens at the third and fourth position'],
    ['admin', 'is reserved'],
    ['api', 'is reserved'],
  ])('cannot be %s', (value, message) => {
    expect(complaint(value)).toContain(message);
  });

  it('cannot be any reserved name', () => {
    for (const name of reservedSlugs) {
      expect(complaint(name), name).toBeDefined();
    }
  });
});
