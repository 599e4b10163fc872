import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePatch } from './merge-patch.ts';

/** Few names, so that patches often hit existing members. */
const name = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '');
const { value, object } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, 0, 'text'),
    fc.array(tie('value'), { maxLength: 2 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

/** The pseudocode of RFC 7396, section 2, on maps, in which no name is special. */
type Json = null | boolean | number | string | readonly Json[] | ReadonlyMap<string, Json>;

function asMaps(json: unknown): Json {
  if (Array.isArray(json)) return json.map(asMaps);
  if (typeof json !== 'object' || json === null) return json as Json;
  return new Map(Object.entries(json).map(([key, member]) => [key, asMaps(member)]));
}

function specified(target: Json, patch: Json): Json {
  if (!(patch instanceof Map)) return patch;
  const result = new Map<string, Json>(target instanceof Map ? target : []);
  for (const [key, member] of patch as ReadonlyMap<string, Json>) {
    if (member === null) result.delete(key);
    else result.set(key, specified(result.get(key) ?? null, member));
  }
  return result;
}

/** Sorted, because the order of members has no meaning in RFC 8259. */
function asText(json: Json): string {
  return JSON.stringify(json, (_key, member: unknown) =>
    member instanceof Map
      ? { members: [...member].sort(([left], [right]) => (left < right ? -1 : 1)) }
      : member,
  );
}

describe('mergePatch, for any target and patch', () => {
  it('does what RFC 7396 specifies', () => {
    fc.assert(
      fc.property(value, value, (target, patch) => {
        expect(asText(asMaps(mergePatch(target, patch)))).toBe(
          asText(specified(asMaps(target), asMaps(patch))),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(value, value, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  it('leaves no null where a patch of an object had one', () => {
    fc.assert(
      fc.property(object, object, (target, patch) => {
        const patched = new Map(Object.entries(mergePatch(target, patch) as object));
        for (const [key, member] of Object.entries(patch)) {
          expect(patched.has(key)).toBe(member !== null);
        }
      }),
    );
  });

  it('changes neither its target nor its patch, and no prototype', () => {
    fc.assert(
      fc.property(value, value, (target, patch) => {
        const before = [structuredClone(target), structuredClone(patch)];
        mergePatch(target, patch);
        expect([target, patch]).toEqual(before);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});
