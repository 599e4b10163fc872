import { describe, expect, it } from 'vitest';
import { isRefusal } from '../problems/refusal.ts';
import { checkIfMatch, isNotModified, parseIfMatch } from './etag.ts';

function ifMatch(value: string) {
  const parsed = parseIfMatch(new Headers({ 'if-match': value }));
  if (isRefusal(parsed)) throw new Error(`${value} was refused`);
  return parsed;
}

describe('If-Match', () => {
  it.each(['"3"', '*', ' * ', '"1", "3"', '"3","4"'])('%s accepts version 3', (value) => {
    expect(checkIfMatch(ifMatch(value), '"3"')).toBeUndefined();
  });

  it.each(['"2"', 'W/"3"', '"33"', '""'])('%s does not accept version 3', (value) => {
    expect(checkIfMatch(ifMatch(value), '"3"')?.error.kind).toBe('version_mismatch');
  });

  it('is required', () => {
    expect(checkIfMatch(parseIfMatch(new Headers()) as undefined, '"3"')?.error.kind).toBe(
      'precondition_required',
    );
  });

  it.each(['3', '"3', '3"', '"3";', '*, "3"'])('%s is refused as malformed', (value) => {
    expect(isRefusal(parseIfMatch(new Headers({ 'if-match': value })))).toBe(true);
  });
});

describe('If-None-Match', () => {
  it.each(['"3"', 'W/"3"', '"1", "3"', '*'])('%s matches version 3', (value) => {
    expect(isNotModified(new Headers({ 'if-none-match': value }), '"3"')).toBe(true);
  });

  it.each(['"4"', '3', ''])('%s does not match version 3', (value) => {
    expect(isNotModified(new Headers({ 'if-none-match': value }), '"3"')).toBe(false);
  });
});
