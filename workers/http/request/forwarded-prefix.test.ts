import { describe, expect, it } from 'vitest';
import { forwardedPrefix } from './forwarded-prefix.ts';

const read = (value?: string) =>
  forwardedPrefix(new Headers(value === undefined ? {} : { 'x-forwarded-prefix': value }));

describe('forwardedPrefix', () => {
  it('is the path that the platform sends', () => {
    expect(read('/a/harbour-vale')).toBe('/a/harbour-vale');
  });

  it.each([
    undefined,
    '',
    '/',
    'a/harbour',
    '/a/harbour/',
    '//evil.example',
    '/a/../v1',
    '/a/./x',
    '/a/harbour?x=1',
    '/a/har bour',
    '/a/<b>',
    'https://evil.example/a',
    '/a, /b',
    `/${'a'.repeat(64)}`,
    '/a/b/c/d/e',
  ])('is empty for a malformed path: %s', (value) => {
    expect(read(value)).toBe('');
  });
});
