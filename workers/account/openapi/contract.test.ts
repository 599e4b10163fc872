import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountStatuses, servedStatuses } from '../../../schema/factory/account-states.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { anyBody, anyHeaders, anyPath } from '../../testing/any-request.ts';
import type { ApiAnswer, ApiRequest } from '../../testing/api-client.ts';
import { type Contract, createContract } from '../../testing/contract.ts';
import { createExampleRows, type ExampleRows } from '../../testing/example-rows.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { D1_ERROR_HEADER } from '../../testing/worker/test-headers.ts';
import { goodAccountRequests } from './good-requests.ts';

const document = JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const contract: Contract = createContract(document);

/** Problems that a single request cannot cause. Other tests do, for example those named here. */
const ELSEWHERE = new Set([
  'conflict', // Concurrent changes of the row: etag-races.test.ts.
  'idempotency-in-flight', // versions.test.ts
  'timed-out', // limits.test.ts
  'plan-limit-reached', // users.test.ts, webhook-endpoints.test.ts
]);

/** Responses that are too expensive for this test. Other tests cause them. */
const SELDOM = new Set([
  'eraseClient 202', // More rows than one request erases: privacy.test.ts.
  'putDocumentContent 413', // More than 100 MB: content.test.ts.
]);

const cases = contract.operations.map((operation) => [operation.operationId, operation] as const);

describe('the contract of the account API', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let powerless: string;
  let rows: ExampleRows;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    await account.call('/v1/me', { token });
    rows = createExampleRows(account, token);
    powerless = await account.token({ subject: 'subject-of-pia', email: 'pia@harbourvale.example' });
    const body = { email: 'pia@harbourvale.example', name: 'Pia', groupIds: [] };
    expect((await account.call('/v1/users', { method: 'POST', token, body })).status).toBe(201);
    expect((await account.call('/v1/me', { token: powerless })).status).toBe(200);
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function send(path: string, request: ApiRequest, status?: number): Promise<ApiAnswer> {
    const answer = await account.call(path, request);
    expect(contract.differences(path, request, answer), `${request.method} ${path}`).toEqual([]);
    if (status !== undefined) expect(answer.status, `${request.method} ${path} ${answer.text}`).toBe(status);
    return answer;
  }

  describe.each(cases)('%s', (_operationId, operation) => {
    const { method, isOpen, permission, statuses } = operation;
    const has = (status: number) => statuses.has(status);

    it('answers good requests as described', async () => {
      for (const { path, status, ...request } of await goodAccountRequests(operation, {
        account,
        rows,
        token,
      })) {
        await send(path, { method, ...(isOpen ? {} : { token }), ...request }, status);
      }
    });

    it('refuses people as described', async () => {
      const path = anyPath(operation);
      if (isOpen) return;
      const request = { method, ...anyBody(operation), headers: anyHeaders(operation) };
      await send(path, request, 401);
      await send(path, { ...request, token: 'nonsense' }, 401);
      const stranger = await account.token({ subject: 'subject-of-sam', email: 'sam@elsewhere.example' });
      await send(path, { ...request, token: stranger }, 403);
      if (permission !== undefined) await send(path, { ...request, token: powerless }, 403);
    });

    it('refuses bad requests as described', async () => {
      const path = anyPath(operation);
      const good = { method, ...anyBody(operation), ...(isOpen ? {} : { token }) };
      const headers = anyHeaders(operation);
      if (operation.parameters.some(({ name }) => name === 'x-d1-bookmark'))
        await send(path, { ...good, headers: { ...headers, 'x-d1-bookmark': 'nonsense' } }, 400);
      if (method !== 'GET' && !isOpen) {
        const tail = { ...headers, 'content-range': 'bytes 5-9/10' };
        const conditional = { ...headers, 'if-none-match': '"1"' };
        for (const refused of [tail, conditional]) await send(path, { ...good, headers: refused }, 400);
      }
      if (operation.path.includes('{id}') && has(404)) await send(path, { ...good, headers }, 404);
      if (method === 'GET' && operation.parameters.some(({ name }) => name === 'cursor'))
        await send(`${path}${path.includes('?') ? '&' : '?'}colour=red`, { ...good, headers }, 400);
      if (!operation.mediaTypes.some((type) => /[/+]json$/.test(type)) || !has(415)) return;
      await send(path, { ...good, body: 'x', headers: { ...headers, 'content-type': 'text/csv;a=b' } }, 415);
      await send(path, { ...good, body: '{', headers }, 400);
      await send(path, { ...good, headers: { ...headers, 'content-encoding': 'br' } }, 415);
      await send(path, { ...good, body: `"${'x'.repeat(1_000_001)}"`, headers }, 413);
    });

    it('reports an unavailable database as described', async () => {
      const path = anyPath(operation);
      const good = { method, ...anyBody(operation), ...(isOpen ? {} : { token }) };
      const away = (message: string) => ({ ...anyHeaders(operation), [D1_ERROR_HEADER]: message });
      if (!has(503) || !operation.parameters.some(({ name }) => name === 'x-d1-bookmark')) return;
      await send(path, { ...good, headers: away('D1_ERROR: D1 DB is overloaded.') }, 503);
      await send(path, { ...good, headers: away('D1_ERROR: no such table: x: SQLITE_ERROR') }, 500);
    });
  });

  const closed = accountStatuses.filter((status) => !servedStatuses.includes(status));

  it.each(closed)('is kept while the account is %s', { timeout: 120_000 }, async (status) => {
    await account.tell({ status });
    try {
      for (const operation of contract.operations.filter(({ isOpen }) => !isOpen)) {
        const request = { method: operation.method, ...anyBody(operation), headers: anyHeaders(operation) };
        const answer = await send(anyPath(operation), { ...request, token });
        expect(answer.body.type, operation.operationId).toMatch(/:account-/);
      }
    } finally {
      await account.tell({ status: 'active' });
    }
  });

  it('holds when a caller exceeds the rate limit', async () => {
    const limited = await startAccount(issuer, { requestsMax: 1 });
    try {
      const busy = await limited.token();
      for (const operation of contract.operations.filter(({ statuses }) => statuses.has(429))) {
        const headers = anyHeaders(operation);
        const request = { method: operation.method, token: busy, ...anyBody(operation), headers };
        const path = anyPath(operation);
        // A new period may begin in between and allow one more request.
        const answers = [await limited.call(path, request), await limited.call(path, request)];
        const answer = answers.find(({ status }) => status === 429);
        expect(answer && contract.differences(path, request, answer), path).toEqual([]);
      }
    } finally {
      await limited.stop();
    }
  });

  it('describes no response that these tests have not seen', () => {
    const unseen = contract.operations.flatMap(({ operationId, statuses, parameters }) => {
      const asksDatabase = parameters.some(({ name }) => name === 'x-d1-bookmark');
      return [...statuses]
        .filter(([, codes]) => codes.length === 0 || !codes.every((code) => ELSEWHERE.has(code)))
        .filter(([status]) => status !== 500 || asksDatabase)
        .map(([status]) => `${operationId} ${status}`)
        .filter((answer) => !SELDOM.has(answer) && !contract.seen.has(answer));
    });
    expect(unseen).toEqual([]);
  });
});
