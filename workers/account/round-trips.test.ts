import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountTables } from '../../schema/account/tables.ts';
import { startAccount, type TestAccount } from '../testing/account-worker.ts';
import type { ApiAnswer, ApiRequest } from '../testing/api-client.ts';
import { createExampleRows, type ExampleRows } from '../testing/example-rows.ts';
import { startIssuer, type TestIssuer } from '../testing/issuer.ts';
import { D1_ERROR_HEADER, ROUND_TRIPS_HEADER } from '../testing/worker/test-headers.ts';

const document = JSON.parse(await readFile(new URL('openapi/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of the API: `GET /v1/clients/{id}`. */
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
);

/** Operations that go through a database in bounded pieces, one round trip or two for each. */
const IN_CHUNKS = [
  /^POST \/v1\/imports\//,
  /^GET \/v1\/exports\//,
  /^GET \/v1\/clients\/\{id\}\/subject-export$/,
  /^(?:GET|POST) \/v1\/clients\/\{id\}\/erasure$/,
  /^POST \/v1\/retention\/runs$/,
  /^POST \/v1\/search\/rebuild$/,
  /^GET \/v1\/audit-events\/verification$/,
  /^POST \/v1\/audit-events\/seals$/,
];
const isInChunks = (operation: string) => IN_CHUNKS.some((pattern) => pattern.test(operation));

const writable = accountTables.filter(({ readOnly }) => !readOnly);

/** The body that the API's document gives as an example. */
function exampleBody(method: string, path: string): unknown {
  const operation = document.paths[path]?.[method.toLowerCase()] as
    | {
        readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
      }
    | undefined;
  return operation?.requestBody?.content['application/json']?.example;
}

describe('round trips to D1', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  /** An account whose Worker has had no request yet. */
  let fresh: TestAccount;
  let token: string;
  let client: string;
  let passport: string;
  let rows: ExampleRows;

  beforeAll(async () => {
    issuer = await startIssuer();
    const entry = 'testing/worker/counting-account.ts';
    [account, fresh] = await Promise.all([startAccount(issuer, { entry }), startAccount(issuer, { entry })]);
    token = await account.token();
    const post = (path: string, body: unknown) => account.call(path, { method: 'POST', token, body });
    client = (await post('/v1/clients', { lastName: 'Holloway' })).headers.get('location') ?? '';
    rows = createExampleRows(account, token);
    passport = (await post('/v1/documents', { title: 'Passport' })).headers.get('location') ?? '';
    await account.call(`${passport}/content`, { method: 'PUT', token, body: 'hello' });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), fresh.stop(), issuer.stop()]);
  });

  const counts = new Map<string, number>();

  function tripsOf({ headers }: ApiAnswer): number {
    return Number(headers.get(ROUND_TRIPS_HEADER));
  }

  /** Sends a request and notes that its operation, as the API's document has it, was counted. */
  async function counted(operation: string, path: string, request: ApiRequest = {}): Promise<ApiAnswer> {
    const answer = await account.call(path, { token, ...request });
    counts.set(operation, tripsOf(answer));
    return answer;
  }

  /** A path of the API's document with a row that exists. */
  async function anExample(path: string): Promise<string> {
    const [, collection = ''] = /^\/v1\/([a-z-]+)\/\{id\}/.exec(path) ?? [];
    if (path === '/v1/search') return `${path}?q=Holloway`;
    if (collection === '') return path;
    return path.replace('{id}', await anId(collection));
  }

  /** A body of a row that may be deleted again at once. */
  async function freeBody(collection: string): Promise<Record<string, unknown>> {
    const { retainUntil: _, ...body } = await rows.body(collection);
    return body;
  }

  async function anId(collection: string): Promise<string> {
    if (writable.some((table) => table.collection === collection)) return (await rows.create(collection)).id;
    const { body } = await account.call(`/v1/${collection}?limit=1`, { token });
    return String((body.items as { id: string }[])[0]?.id);
  }

  async function roundTrips(path: string, request: ApiRequest = {}): Promise<readonly [number, number]> {
    const { status, headers } = await account.call(path, { token, ...request });
    return [status, Number(headers.get(ROUND_TRIPS_HEADER))];
  }

  const ANY = { 'if-match': '*' };

  it('are one more for the first request of an isolate, which reads the standing of the account', async () => {
    const stranger = await fresh.token({ subject: 'subject-of-sam', email: 'sam@elsewhere.example' });
    const ask = async () => {
      const { status, headers } = await fresh.call('/v1/clients', { token: stranger });
      return [status, Number(headers.get(ROUND_TRIPS_HEADER))];
    };
    // One more in each, to see whether the stranger is expected.
    expect([await ask(), await ask()]).toEqual([
      [403, 3],
      [403, 2],
    ]);
  });

  it('are one for every read', async () => {
    const reads = ['/v1/me', '/readyz', client, passport, `${passport}/content`];
    const lists = [
      '/v1/clients',
      '/v1/clients?status[in]=active,prospect&sort=-updatedAt&limit=1',
      '/v1/clients?status[in]=active,prospect&count=exact&fields=lastName',
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
    expect(await roundTrips(`${passport}/content`, { method: 'PUT', body: 'again' })).toEqual([200, 2]);
    expect(await roundTrips(passport, { method: 'DELETE', headers: ANY })).toEqual([204, 2]);
  });

  it.each(writable)(
    'are one for a create and a read of $collection, and two for a change',
    async ({ collection, body }) => {
      const path = `/v1/${collection}`;
      const created = await counted(`POST ${path}`, path, {
        method: 'POST',
        body: await freeBody(collection),
      });
      const row = created.headers.get('location') ?? '';
      expect([created.status, tripsOf(created)]).toEqual([201, 1]);
      for (const [operation, asked] of [
        [`GET ${path}`, path],
        [`GET ${path}/{id}`, row],
      ] as const) {
        const read = await counted(operation, asked);
        expect([read.status, tripsOf(read)], operation).toEqual([200, 1]);
      }
      const fields = Object.entries(created.body).filter(([name]) => name in body.entries);
      const changes = { PATCH: {}, PUT: Object.fromEntries(fields), DELETE: undefined };
      for (const [method, change] of Object.entries(changes)) {
        const request = { method, headers: ANY, ...(change === undefined ? {} : { body: change }) };
        const answer = await counted(`${method} ${path}/{id}`, row, request);
        expect(answer.status, `${method} ${answer.text}`).toBeLessThan(300);
        expect(tripsOf(answer), `${method} ${path}`).toBeLessThanOrEqual(2);
      }
    },
  );

  it('are two at most for every write of an upload in parts and of earlier versions', async () => {
    const path = '/v1/documents/{id}';
    const { body } = await account.call('/v1/documents', {
      method: 'POST',
      token,
      body: { title: 'Survey' },
    });
    const { id } = body;
    const uploads = `/v1/documents/${id}/uploads`;
    const begin = { method: 'POST', body: { sizeBytes: 5 } };
    const writes: [string, string, ApiRequest][] = [];
    const first = await counted(`POST ${path}/uploads`, uploads, begin);
    const second = await account.call(uploads, { token, ...begin });
    const [one, two] = [first, second].map(({ headers }) => headers.get('location') ?? '');
    const upload = `${path}/uploads/{uploadId}`;
    writes.push(
      [`PUT ${upload}/parts/{n}`, `${one}/parts/1`, { method: 'PUT', body: 'hello' }],
      [`POST ${upload}/completion`, `${one}/completion`, { method: 'POST', body: {} }],
      [`DELETE ${upload}`, two ?? '', { method: 'DELETE' }],
      [`PUT ${path}/content`, `/v1/documents/${id}/content`, { method: 'PUT', body: 'later' }],
      [`DELETE ${path}/versions/{n}`, `/v1/documents/${id}/versions/1`, { method: 'DELETE', headers: ANY }],
    );
    for (const [operation, asked, request] of writes) {
      if (operation.startsWith('DELETE') && operation.includes('versions')) {
        const read = await counted(
          `GET ${path}/versions/{n}/content`,
          `/v1/documents/${id}/versions/1/content`,
        );
        expect([read.status, tripsOf(read)]).toEqual([200, 1]);
      }
      const answer = await counted(operation, asked, request);
      expect(answer.status, `${operation} ${answer.text}`).toBeLessThan(300);
      expect(tripsOf(answer), operation).toBeLessThanOrEqual(2);
    }
    const seen = await counted(`GET ${upload}`, one ?? '');
    expect([seen.status, tripsOf(seen)]).toEqual([200, 1]);
  });

  it('are one at most for every other read', async () => {
    for (const operation of operations) {
      const [method, path = ''] = operation.split(' ');
      if (method !== 'GET' || counts.has(operation) || isInChunks(operation)) continue;
      const answer = await counted(operation, await anExample(path));
      // 404 is what a table gives that nothing has written to yet, with as many round trips.
      expect([200, 404], `${operation} ${answer.text}`).toContain(answer.status);
      expect(tripsOf(answer), operation).toBeLessThanOrEqual(1);
    }
  });

  it('are two at most for every other write', async () => {
    for (const operation of operations) {
      const [method = '', path = ''] = operation.split(' ');
      if (method === 'GET' || counts.has(operation) || isInChunks(operation)) continue;
      const body = exampleBody(method, path);
      const request = { method, headers: ANY, ...(body === undefined ? {} : { body }) };
      const answer = await counted(
        operation,
        (await anExample(path)).replaceAll(/\{\w+\}/g, 'none'),
        request,
      );
      const isDone = answer.status < 300 || answer.status === 404;
      expect(isDone, `${operation} ${answer.text}`).toBe(true);
      expect(tripsOf(answer), operation).toBeLessThanOrEqual(2);
    }
  });

  it('are counted here for every operation of the API', () => {
    expect(operations.filter((operation) => !counts.has(operation) && !isInChunks(operation))).toEqual([]);
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
