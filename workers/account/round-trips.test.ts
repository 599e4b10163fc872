import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../testing/account-worker.ts';
import type { ApiRequest } from '../testing/api-client.ts';
import { startIssuer, type TestIssuer } from '../testing/issuer.ts';
import { D1_ERROR_HEADER, ROUND_TRIPS_HEADER } from '../testing/worker/test-headers.ts';

describe('round trips to D1', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let client: string;
  let document: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    const post = (path: string, body: unknown) => account.call(path, { method: 'POST', token, body });
    client = (await post('/v1/clients', { lastName: 'Holloway' })).headers.get('location') ?? '';
    document = (await post('/v1/documents', { title: 'Passport' })).headers.get('location') ?? '';
    await account.call(`${document}/content`, { method: 'PUT', token, body: 'hello' });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function roundTrips(path: string, request: ApiRequest = {}): Promise<readonly [number, number]> {
    const { status, headers } = await account.call(path, { token, ...request });
    return [status, Number(headers.get(ROUND_TRIPS_HEADER))];
  }

  const ANY = { 'if-match': '*' };

  it('are one for every read', async () => {
    const reads = ['/v1/me', '/readyz', client, document, `${document}/content`];
    const lists = [
      '/v1/clients',
      '/v1/clients?status[in]=active,prospect&sort=-updatedAt&limit=1',
      '/v1/audit-events',
    ];
    for (const path of [...reads, ...lists]) expect(await roundTrips(path), path).toEqual([200, 1]);
    expect(await roundTrips('/v1/clients/cli-unknown')).toEqual([404, 1]);
  });

  it('are one for a create, repeated or not, with references or without', async () => {
    const headers = { 'idempotency-key': 'counted' };
    const clientId = client.split('/').at(-1);
    const request = { method: 'POST', body: { title: 'Transfer', clientId }, headers };
    expect(await roundTrips('/v1/cases', request)).toEqual([201, 1]);
    expect(await roundTrips('/v1/cases', request)).toEqual([201, 1]);
    expect(await roundTrips('/v1/clients', { method: 'POST', body: { lastName: 'New' } })).toEqual([201, 1]);
  });

  it('are two for every other write', async () => {
    expect(await roundTrips(client, { method: 'PATCH', body: { title: 'Mrs' }, headers: ANY })).toEqual([
      200, 2,
    ]);
    expect(await roundTrips(client, { method: 'PUT', body: { lastName: 'Hale' }, headers: ANY })).toEqual([
      200, 2,
    ]);
    expect(await roundTrips(`${document}/content`, { method: 'PUT', body: 'again' })).toEqual([200, 2]);
    expect(await roundTrips(document, { method: 'DELETE', headers: ANY })).toEqual([204, 2]);
  });

  it('are none for a request that its token or its form rules out', async () => {
    expect((await account.call('/v1/clients')).headers.get(ROUND_TRIPS_HEADER)).toBe('0');
    expect(await roundTrips('/v1/clients?colour=red')).toEqual([400, 0]);
    expect(await roundTrips('/v1/clients', { method: 'POST', body: { lastName: 7 } })).toEqual([422, 0]);
    expect(await roundTrips('/livez')).toEqual([200, 0]);
  });

  it('that fail because D1 is overloaded ask the caller to come again', async () => {
    const headers = { [D1_ERROR_HEADER]: 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.' };
    for (const request of [{ headers }, { headers, method: 'POST', body: { lastName: 'H' } }]) {
      const answer = await account.call('/v1/clients', { token, ...request });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    }
    expect((await account.call('/readyz', { headers })).status).toBe(503);
  });

  it('that fail unexpectedly tell the caller nothing about it', async () => {
    const headers = { [D1_ERROR_HEADER]: 'D1_ERROR: no such table: secret_table: SQLITE_ERROR' };
    const { status, text, body } = await account.call('/v1/clients', { token, headers });
    expect([status, body.type]).toEqual([500, 'urn:freehold:problem:internal']);
    expect(text).not.toMatch(/secret|SQLITE|D1_|index\.js/);
    await expect
      .poll(() => account.logLines())
      .toContainEqual(expect.stringContaining('"code":"D1_ERROR SQLITE_ERROR"'));
    expect(account.logLines().join()).not.toContain('secret');
  });
});
