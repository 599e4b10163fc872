import { describe, expect, it } from 'vitest';
import {
  containsSecret,
  containsUnknown,
  isSame,
  toPlain,
  toPlainProperties,
  toSecret,
  unknownValue,
} from './property-value.ts';

describe('property values', () => {
  it('lose their secret wrappers at every depth', () => {
    expect(toPlain([{ text: toSecret('s3cret') }])).toEqual([{ text: 's3cret' }]);
  });

  it('are wrapped only once', () => {
    expect(toSecret(toSecret('s3cret'))).toEqual(toSecret('s3cret'));
  });

  it('show whether they contain a secret or an unknown value', () => {
    expect(containsSecret({ list: [{ text: toSecret('s3cret') }] })).toBe(true);
    expect(containsSecret({ list: [{ text: 'open' }] })).toBe(false);
    expect(containsUnknown({ list: [unknownValue] })).toBe(true);
    expect(containsUnknown({ list: ['known'] })).toBe(false);
  });

  it('lose absent keys and the defaults that a bridged provider noted', () => {
    expect(
      toPlainProperties({ name: 'db', hint: null, __defaults: ['name'], inner: { gone: null } }),
    ).toEqual({
      name: 'db',
      inner: {},
    });
  });

  it('are equal whatever the order of their keys', () => {
    expect(isSame({ one: 1, two: [2] }, { two: [2], one: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame({ one: 1 }, { one: 1, two: 2 })).toBe(false);
  });
});
