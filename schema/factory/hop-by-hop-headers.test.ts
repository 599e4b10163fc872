import { describe, expect, it } from 'vitest';
import { hopByHopHeaders } from './hop-by-hop-headers.ts';

describe('the headers that a proxy removes', () => {
  it('are those of a single connection', () => {
    const names = hopByHopHeaders(undefined);
    expect([...names]).toEqual(
      expect.arrayContaining(['connection', 'expect', 'transfer-encoding', 'upgrade']),
    );
    expect(names.has('content-length')).toBe(false);
    expect(names.has('authorization')).toBe(false);
  });

  it('include the names in Connection, in upper or lower case, but no malformed name', () => {
    const names = hopByHopHeaders('Keep-Alive, X-Mine ,, b@d');
    expect(names.has('x-mine')).toBe(true);
    expect(names.has('')).toBe(false);
    expect(names.has('b@d')).toBe(false);
  });
});
