import { describe, expect, it } from 'vitest';
import { toAccountHeaders, toCallerHeaders } from './forwarded-headers.ts';

const workerUrl = 'https://acc-1.freehold-accounts.example';

describe('toAccountHeaders', () => {
  const toHeaders = (headers: Record<string, string>, prefix = '/a/harbour') =>
    toAccountHeaders(new Request('https://freehold.example:8443/a/harbour/v1', { headers }), prefix, 7);

  it("keeps the caller's own headers and those of the body", () => {
    const sent = {
      authorization: 'Bearer abc',
      'x-d1-bookmark': '0001-02',
      'if-match': '"3"',
      'idempotency-key': 'k1',
      traceparent: '00-aa-bb-01',
    };
    const headers = toHeaders(sent);
    for (const [name, value] of Object.entries(sent)) expect(headers.get(name)).toBe(value);
  });

  it('drops the headers of the connection and those that Connection names', () => {
    const headers = toHeaders({
      connection: 'keep-alive, x-secret-hop, ;;',
      'keep-alive': 'timeout=5',
      te: 'trailers',
      expect: '100-continue',
      'proxy-authorization': 'Basic abc',
      'x-secret-hop': '1',
      'x-kept': '1',
    });
    expect([...headers.keys()].sort()).toEqual([
      'x-forwarded-host',
      'x-forwarded-prefix',
      'x-forwarded-proto',
      'x-freehold-epoch',
      'x-kept',
    ]);
  });

  it('replaces forwarded headers that the caller made up', () => {
    const made = {
      'x-forwarded-host': 'evil',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-prefix': '/evil',
      'x-freehold-epoch': '6',
    };
    const headers = toHeaders(made);
    expect(headers.get('x-forwarded-host')).toBe('freehold.example:8443');
    expect(headers.get('x-forwarded-proto')).toBe('https');
    expect(headers.get('x-forwarded-prefix')).toBe('/a/harbour');
    expect(headers.get('x-freehold-epoch')).toBe('7');
    expect(toHeaders(made, '').has('x-forwarded-prefix')).toBe(false);
  });
});

describe('toCallerHeaders', () => {
  const toLocation = (location: string, prefix = '/a/harbour') =>
    toCallerHeaders(new Headers({ location }), workerUrl, prefix).get('location');

  it('keeps the bookmark and the entity tag, and drops the headers of the connection', () => {
    const headers = toCallerHeaders(
      new Headers({ 'x-d1-bookmark': '0001', etag: '"2"', 'keep-alive': 'timeout=5' }),
      workerUrl,
      '',
    );
    expect(Object.fromEntries(headers)).toEqual({ 'x-d1-bookmark': '0001', etag: '"2"' });
  });

  it('points a Location inside the account to the address the caller used', () => {
    expect(toLocation('/v1/clients/cli-1')).toBe('/a/harbour/v1/clients/cli-1');
    expect(toLocation(`${workerUrl}/v1/clients/cli-1`)).toBe('/a/harbour/v1/clients/cli-1');
    expect(toLocation(`${workerUrl}/v1/clients/cli-1`, '')).toBe('/v1/clients/cli-1');
  });

  it('leaves a Location elsewhere as it is', () => {
    for (const location of ['https://login.example/start', '//login.example/start', `${workerUrl}.evil/x`]) {
      expect(toLocation(location)).toBe(location);
    }
  });
});
