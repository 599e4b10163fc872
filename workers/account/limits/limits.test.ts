import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits, rateLimit } from '../../../schema/model/limits.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import {
  D1_DELAY_HEADER,
  D1_ERROR_HEADER,
  D1_ERRORS_HEADER,
  D1_LOST_ANSWER_HEADER,
  ROUND_TRIPS_HEADER,
} from '../../testing/worker/test-headers.ts';

const POLICY = `"user";q=${rateLimit.requestsMax};w=${rateLimit.periodSeconds}`;

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

describe('a user above the rate limit', () => {
  const REQUESTS_MAX = 5;
  let account: TestAccount;

  beforeAll(async () => {
    const entry = 'testing/worker/counting-account.ts';
    account = await startAccount(issuer, { entry, requestsMax: REQUESTS_MAX });
  });
  afterAll(() => account.stop());

  it('is refused before the database is queried, and other users are not', async () => {
    const token = await account.token();
    // A period may end in between, so only the requests of two periods are sure to exceed the limit of one.
    const answers = [];
    for (let sent = 0; sent <= 2 * REQUESTS_MAX; sent++)
      answers.push(await account.call('/v1/me', { token }));
    expect(answers[0]?.status).toBe(200);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe(POLICY);
    expect(answers[0]?.headers.get('ratelimit')).toBeNull();
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ type: 'urn:freehold:problem:rate-limited', status: 429 });
    expect(refused?.headers.get('retry-after')).toBe(String(rateLimit.periodSeconds));
    expect(refused?.headers.get('ratelimit-policy')).toBe(POLICY);
    expect(refused?.headers.get('ratelimit')).toBe(`"user";r=0;t=${rateLimit.periodSeconds}`);
    expect(refused?.headers.get(ROUND_TRIPS_HEADER)).toBe('0');
    const other = await account.token({ subject: 'somebody-else', email: 'else@harbourvale.example' });
    expect((await account.call('/v1/me', { token: other })).status).toBe(403);
  });

  it('is not counted without an accepted token', async () => {
    const answers = await Promise.all(
      Array.from({ length: 3 * REQUESTS_MAX }, () => account.call('/v1/me', { token: 'none' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(answers[0]?.headers.get('ratelimit-policy')).toBeNull();
  });
});

describe('docs/limits.md', () => {
  it('states the actual limits', async () => {
    const text = await readFile(new URL('../../../docs/limits.md', import.meta.url), 'utf8');
    const { requestsMax, periodSeconds } = rateLimit;
    for (const said of [
      `${requestsMax} in ${periodSeconds} s`,
      POLICY,
      `| ${limits.requestTimeoutMs / 1000} s;`,
      `${limits.listLimitMax} rows`,
      `${limits.listFiltersMax}, one \`in\` filter ${limits.inValuesMax} values`,
      `${limits.listCostMax.toLocaleString('en-GB')} = rows`,
      `${limits.requestBodyBytesMax / 1e6} MB`,
      `${limits.rowBytesMax / 1e6} MB`,
    ]) {
      expect(text).toContain(said);
    }
  });
});

describe('a body that is too large', () => {
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    // The first request of an isolate reads the standing of the account.
    await account.call('/v1/me', { token });
  });
  afterAll(() => account.stop());

  const spaces = (bytes: number) => new Uint8Array(bytes).fill(0x20);

  /** A body that starts and then stalls. */
  const halting = () =>
    new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(spaces(1_000)) });
  const growing = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let sent = 0; sent <= limits.requestBodyBytesMax; sent += 50_000)
          controller.enqueue(spaces(50_000));
      },
    });

  it.each([
    ['declares its size', halting, { 'content-length': '5000000' }],
    ['does not', growing, { 'transfer-encoding': 'chunked' }],
  ])('is refused before its end and before D1 is queried when it %s', async (_what, body, headers) => {
    const answer = await account.call('/v1/clients', { method: 'POST', token, body: body(), headers });
    expect([answer.status, answer.body.type]).toEqual([413, 'urn:freehold:problem:body-too-large']);
    expect(answer.headers.get(ROUND_TRIPS_HEADER)).toBe('0');
  });
});

describe('a request that fails in D1', () => {
  const LOST = { [D1_ERROR_HEADER]: 'D1_ERROR: Network connection lost.' };
  const ONCE = { ...LOST, [D1_ERRORS_HEADER]: '1' };
  const COMMITTED = { ...ONCE, [D1_LOST_ANSWER_HEADER]: 'yes' };
  let account: TestAccount;
  let token: string;
  let client: string;

  beforeAll(async () => {
    account = await startAccount(issuer, { entry: 'testing/worker/impatient-account.ts' });
    token = await account.token();
    const body = { lastName: 'Holloway' };
    const created = await account.call('/v1/clients', { method: 'POST', token, body });
    client = created.headers.get('location') ?? '';
  });
  afterAll(() => account.stop());

  async function countOf(lastName: string): Promise<unknown> {
    const count = account.database.prepare('select count(*) as n from clients where last_name = ?');
    return await count.bind(lastName).first('n');
  }

  it('is repeated once when it only reads', async () => {
    const reads = [
      '/v1/me',
      '/v1/cases',
      '/v1/groups',
      '/v1/search?q=holloway',
      '/v1/audit-events/verification',
    ];
    for (const path of reads) {
      const { status, headers } = await account.call(path, { token, headers: ONCE });
      expect([status, headers.get(ROUND_TRIPS_HEADER)]).toEqual([200, '2']);
    }
    const gone = await account.call('/v1/cases', { token, headers: LOST });
    expect([gone.status, gone.headers.get('retry-after')]).toEqual([503, '2']);
    expect(gone.headers.get(ROUND_TRIPS_HEADER)).toBe('2');
  });

  it.each([
    ['before', ONCE],
    ['after', COMMITTED],
  ])(
    'is repeated when it records a read of sensitive fields, with one event: interrupted %s',
    async (_when, headers) => {
      const body = { lastName: 'Holloway', vulnerabilityNote: 'Prefers large print.' };
      const created = await account.call('/v1/clients', { method: 'POST', token, body });
      const reads = account.database.prepare("select count(*) as n from audit_events where action = 'read'");
      for (const path of ['/v1/clients', `/v1/clients/${created.body.id}`]) {
        const before = Number(await reads.first('n'));
        const answer = await account.call(path, { token, headers });
        expect([answer.status, answer.headers.get(ROUND_TRIPS_HEADER)]).toEqual([200, '2']);
        expect(answer.text).toContain('Prefers large print.');
        expect(await reads.first('n')).toBe(before + 1);
      }
    },
  );

  it('is not repeated when the database is overloaded, which would add to the load', async () => {
    const overloaded = 'D1_ERROR: D1 DB is overloaded. Too many requests queued.';
    const headers = { [D1_ERROR_HEADER]: overloaded };
    const answer = await account.call(client, { token, headers });
    expect([answer.status, answer.body.type]).toEqual([503, 'urn:freehold:problem:overloaded']);
    expect([answer.headers.get('retry-after'), answer.headers.get(ROUND_TRIPS_HEADER)]).toEqual(['2', '1']);
  });

  it('is not repeated when it exceeded the limits of the database', async () => {
    const exhausted = "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.";
    const answer = await account.call('/v1/cases', { token, headers: { [D1_ERROR_HEADER]: exhausted } });
    expect([answer.status, answer.body.type]).toEqual([503, 'urn:freehold:problem:interrupted']);
    expect([answer.headers.get('retry-after'), answer.headers.get(ROUND_TRIPS_HEADER)]).toEqual(['2', '1']);
  });

  it('reports a full database', async () => {
    const headers = { [D1_ERROR_HEADER]: 'D1_ERROR: Exceeded maximum DB size.' };
    const body = { lastName: 'Toomuch' };
    const answer = await account.call('/v1/clients', { method: 'POST', token, body, headers });
    expect([answer.status, answer.body.type]).toEqual([507, 'urn:freehold:problem:database-full']);
    expect(await countOf('Toomuch')).toBe(0);
  });

  it('is not repeated when it writes, and reports that the change may have been made', async () => {
    const body = { lastName: 'Doubtful' };
    for (const headers of [ONCE, COMMITTED]) {
      const answer = await account.call('/v1/clients', { method: 'POST', token, body, headers });
      expect([answer.status, answer.body.type]).toEqual([503, 'urn:freehold:problem:interrupted']);
      expect(answer.headers.get(ROUND_TRIPS_HEADER)).toBe('1');
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect(await countOf('Doubtful')).toBe(1);
  });

  it.each([
    ['before', ONCE],
    ['after', COMMITTED],
  ])(
    'is repeated when it creates with an Idempotency-Key, and creates once: interrupted %s',
    async (when, fault) => {
      const lastName = `Keyed ${when}`;
      const request = {
        method: 'POST',
        token,
        body: { lastName },
        headers: { ...fault, 'idempotency-key': lastName.replace(' ', '-') },
      };
      const created = await account.call('/v1/clients', request);
      expect([created.status, created.body.lastName]).toEqual([201, lastName]);
      expect(await countOf(lastName)).toBe(1);
      const audit = account.database.prepare(
        "select count(*) as n from audit_events where row_id = ? and action = 'create'",
      );
      expect(await audit.bind(created.body.id).first('n')).toBe(1);
    },
  );

  it('is aborted after the time limit', async () => {
    // The query would be answered, later.
    const headers = { [D1_DELAY_HEADER]: '5000' };
    const answer = await account.call(client, { token, headers });
    expect([answer.status, answer.body.type]).toEqual([504, 'urn:freehold:problem:timed-out']);
  });
});
