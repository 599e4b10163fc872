import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyBody, anyHeaders, anyPath } from '../../testing/any-request.ts';
import type { ApiAnswer, ApiRequest } from '../../testing/api-client.ts';
import { type Contract, createContract } from '../../testing/contract.ts';
import { startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';
import { D1_ERROR_HEADER } from '../../testing/worker/test-headers.ts';
import { goodPlatformRequests } from './good-requests.ts';

const document = JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const contract: Contract = createContract(document);

/** Problems that a single request cannot cause: they need concurrent requests, or a slow database. */
const ELSEWHERE = new Set(['conflict', 'idempotency-in-flight', 'timed-out']);

const cases = contract.operations.map((operation) => [operation.operationId, operation] as const);

describe('the contract of the platform API', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform(undefined, 'testing/worker/counting-platform.ts');
  });

  afterAll(() => platform.stop());

  async function send(path: string, request: ApiRequest, status?: number): Promise<ApiAnswer> {
    const answer = await platform.call(path, request);
    expect(contract.differences(path, request, answer), `${request.method} ${path}`).toEqual([]);
    if (status !== undefined) expect(answer.status, `${request.method} ${path} ${answer.text}`).toBe(status);
    return answer;
  }

  it('omits the routes between the parts of the factory', () => {
    expect(JSON.stringify(document)).not.toMatch(/internal\/v1|docs-assets|firstAdministrator/);
  });

  describe.each(cases)('%s', (_operationId, operation) => {
    const { method, isOpen, isForOperators, statuses } = operation;
    const good = () => ({
      method,
      ...anyBody(operation),
      ...(isOpen ? {} : { token: platform.people.operator }),
    });

    it('answers good requests as described', async () => {
      const token = isOpen ? {} : { token: platform.people.operator };
      for (const { path, status, ...request } of await goodPlatformRequests(operation, platform)) {
        await send(path, { method, ...token, ...request }, status);
      }
    });

    it('refuses people as described', async () => {
      if (isOpen) return;
      const path = anyPath(operation);
      const request = { method, ...anyBody(operation), headers: anyHeaders(operation) };
      await send(path, request, 401);
      await send(path, { ...request, token: 'nonsense' }, 401);
      if (isForOperators) await send(path, { ...request, token: platform.people.ada }, 403);
    });

    it('refuses bad requests as described', async () => {
      const path = anyPath(operation);
      const headers = anyHeaders(operation);
      if (operation.parameters.some(({ name }) => name === 'x-d1-bookmark'))
        await send(path, { ...good(), headers: { ...headers, 'x-d1-bookmark': 'nonsense' } }, 400);
      if (method !== 'GET' && !isOpen) {
        const tail = { ...headers, 'content-range': 'bytes 5-9/10' };
        const conditional = { ...headers, 'if-none-match': '"1"' };
        for (const refused of [tail, conditional]) await send(path, { ...good(), headers: refused }, 400);
      }
      if (statuses.has(404)) await send(path, { ...good(), headers }, 404);
      if (operation.parameters.some(({ name }) => name === 'cursor') && !statuses.has(404))
        await send(`${path}?colour=red`, { ...good(), headers }, 400);
      if (!statuses.has(415)) return;
      await send(
        path,
        { ...good(), body: 'x', headers: { ...headers, 'content-type': 'text/csv;a=b' } },
        415,
      );
      await send(path, { ...good(), body: '{', headers }, 400);
      await send(path, { ...good(), headers: { ...headers, 'content-encoding': 'br' } }, 415);
      await send(path, { ...good(), body: `"${'x'.repeat(1_000_001)}"`, headers }, 413);
    });

    it('reports an unavailable database as described', async () => {
      const path = anyPath(operation);
      const away = (message: string) => ({ ...anyHeaders(operation), [D1_ERROR_HEADER]: message });
      if (!statuses.has(503) || !operation.parameters.some(({ name }) => name === 'x-d1-bookmark')) return;
      await send(path, { ...good(), headers: away('D1_ERROR: D1 DB is overloaded.') }, 503);
      await send(path, { ...good(), headers: away('D1_ERROR: no such table: x: SQLITE_ERROR') }, 500);
    });
  });

  it('holds when a caller exceeds the rate limit', async () => {
    const limited = await startPlatform(undefined, undefined, undefined, { person: 1, address: 1_000_000 });
    try {
      const token = limited.people.operator;
      for (const operation of contract.operations.filter(({ statuses }) => statuses.has(429))) {
        const headers = anyHeaders(operation);
        const request = { method: operation.method, token, ...anyBody(operation), headers };
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
        .filter((answer) => !contract.seen.has(answer));
    });
    expect(unseen).toEqual([]);
  });
});
