import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccountClient, createAccountClient } from '../../../clients/typescript/client.ts';
import { example } from '../../../clients/typescript/example.ts';
import { ApiProblem, ok } from '../../../clients/typescript/problem.ts';
import { limits } from '../../../schema/model/limits.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

/** Stands between client and API: what it gives is the answer, undefined lets the request through. */
type Trouble = (request: Request) => Promise<Response | undefined>;

const folder = new URL('../../../clients/typescript/', import.meta.url);

describe('the TypeScript client', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let client: AccountClient;
  let sent: Request[] = [];
  let waits: number[] = [];
  let trouble: Trouble = async () => undefined;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    client = createAccountClient({
      baseUrl: account.url,
      token: () => account.token(),
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
      fetch: async (request) => {
        sent.push(request);
        return (await trouble(request)) ?? (await fetch(request));
      },
    });
  });

  beforeEach(() => {
    sent = [];
    waits = [];
    trouble = async () => undefined;
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
    Response.json(
      { type: `urn:freehold:problem:${code}`, title: code, status },
      { status, headers: { 'content-type': 'application/problem+json', ...headers } },
    );
  /** Gives these answers first. */
  const first = (...answers: readonly (() => Response)[]): Trouble => {
    const left = [...answers];
    return async () => left.shift()?.();
  };
  const namesLike = async (lastName: string) => {
    const { data } = await client.GET('/v1/clients', { params: { query: { lastName } } });
    return data?.items.map((row) => row.lastName);
  };
  const newDocument = async () =>
    (await ok(client.POST('/v1/documents', { body: { category: 'other', title: 'Deed', fileName: 'deed' } })))
      .id;

  it('writes, reads and changes a row, with the types of the model', async () => {
    const { data: created, response } = await client.POST('/v1/clients', {
      body: { lastName: 'Holloway', status: 'active', phones: [{ number: '+44 7700 900123' }] },
    });
    expect([response.status, created?.lastName, created?.phones[0]?.kind]).toEqual([
      201,
      'Holloway',
      'mobile',
    ]);
    const path = { id: created?.id ?? '' };
    const header = { 'If-Match': response.headers.get('etag') ?? '' };
    const { data: changed } = await client.PATCH('/v1/clients/{id}', {
      params: { path, header },
      body: { firstName: 'Margaret', status: null },
    });
    expect([changed?.version, changed?.firstName, changed?.status]).toEqual([2, 'Margaret', 'prospect']);
    const { error, response: refused } = await client.PATCH('/v1/clients/{id}', {
      params: { path, header },
      body: { firstName: 'Maud' },
    });
    expect([refused.status, error?.type]).toEqual([412, 'urn:freehold:problem:version-mismatch']);
  });

  it('asks a list with several values and goes through its pages', async () => {
    for (const lastName of ['Ash', 'Beech', 'Cedar'])
      await client.POST('/v1/clients', { body: { lastName, status: 'dormant' } });
    const names: (string | undefined)[] = [];
    sent = [];
    const rows = client.every('/v1/clients', {
      params: { query: { 'status[in]': ['dormant', 'archived'], fields: ['lastName'], limit: 2 } },
    });
    for await (const row of rows) names.push(row.lastName);
    expect([names, sent.length]).toEqual([['Ash', 'Beech', 'Cedar'], 2]);
  });

  it('returns the errors of a body by field, or throws them', async () => {
    const body = { lastName: 'Holloway', shoeSize: 43 };
    const { error } = await client.POST('/v1/clients', { body });
    expect(error).toMatchObject({ errors: [{ pointer: '#/shoeSize', detail: 'is not a known field' }] });
    const thrown = await ok(client.POST('/v1/clients', { body })).catch((problem: unknown) => problem);
    expect(thrown).toBeInstanceOf(ApiProblem);
    expect(thrown).toMatchObject({ code: 'invalid-body', status: 422, problem: error });
  });

  it('sends the bookmark of each response with the next request, so that callers read their own writes', async () => {
    const { response } = await client.GET('/v1/me');
    await client.GET('/v1/me');
    expect(sent.at(-1)?.headers.get('x-d1-bookmark')).toBe(response.headers.get('x-d1-bookmark'));
    const other = createAccountClient({
      baseUrl: account.url,
      token: () => account.token(),
      bookmark: client.bookmark(),
      fetch: async (request) => {
        expect(request.headers.get('x-d1-bookmark')).toBe(client.bookmark());
        return await fetch(request);
      },
    });
    expect((await other.GET('/v1/me')).response.status).toBe(200);
  });

  it('creates a row once when the answer is lost', async () => {
    let isLost = false;
    trouble = async (request) => {
      if (isLost) return undefined;
      isLost = true;
      await fetch(request);
      throw new TypeError('the connection broke');
    };
    const { response } = await client.POST('/v1/clients', { body: { lastName: 'Onceonly' } });
    expect([response.status, response.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(sent[0]?.headers.get('idempotency-key')).toBe(sent[1]?.headers.get('idempotency-key'));
    expect(await namesLike('Onceonly')).toEqual(['Onceonly']);
  });

  it('comes back when the API asks it to, no sooner', async () => {
    trouble = first(
      () => refusal(503, 'overloaded', { 'retry-after': '2' }),
      () => refusal(429, 'rate-limited', { 'retry-after': '7' }),
    );
    expect((await client.GET('/v1/me')).response.status).toBe(200);
    expect(waits[0]).toBeGreaterThanOrEqual(2_000);
    expect(waits[1]).toBeGreaterThanOrEqual(7_000);
  });

  it('stops retrying in the end, and at once when the wait would be too long', async () => {
    trouble = async () => refusal(503, 'overloaded');
    expect((await client.GET('/v1/me')).response.status).toBe(503);
    expect(sent).toHaveLength(4);
    trouble = async () => refusal(429, 'rate-limited', { 'retry-after': '3600' });
    expect((await client.GET('/v1/me')).response.status).toBe(429);
    expect(sent).toHaveLength(5);
  });

  it('repeats a change only where nothing can have been written', async () => {
    const params = { path: { id: 'cli-01kdw5h80c0000000000000000' }, header: { 'If-Match': '*' } };
    const patch = () => client.PATCH('/v1/clients/{id}', { params, body: { firstName: 'Maud' } });
    trouble = first(() => refusal(503, 'interrupted'));
    expect((await patch()).response.status).toBe(503);
    trouble = first(() => refusal(503, 'overloaded'));
    expect((await patch()).response.status).toBe(404);
    trouble = async () => {
      throw new TypeError('the connection broke');
    };
    await expect(patch()).rejects.toThrow('the connection broke');
    expect(sent).toHaveLength(4);
  });

  it('brings rows in and takes them out, a row at a time', async () => {
    const rows = async function* () {
      for (const lastName of ['Rowan', 'Willow']) yield { lastName, status: 'archived' };
      yield { lastName: 7 };
    };
    const lines = [];
    for await (const line of client.importRows('clients', rows(), { onInvalid: 'skip-line' }))
      lines.push(line);
    expect(lines.at(-1)).toMatchObject({ summary: { created: 2, invalid: 1, complete: true } });
    const names: string[] = [];
    for await (const row of client.exportRows('clients', { status: 'archived' })) names.push(row.lastName);
    expect(names).toEqual(['Rowan', 'Willow']);
    const nothing = client.importRows('nothing', []).next();
    await expect(nothing).rejects.toMatchObject({ code: 'route-not-found' });
  });

  it('sends a file whole, and a large one in parts that are not sent twice', async () => {
    const small = await client.uploadDocument(await newDocument(), new Blob(['%PDF-1.7']));
    expect([small.sizeBytes, small.mediaType]).toEqual([8, 'application/pdf']);

    const id = await newDocument();
    const file = new Blob([new Uint8Array(limits.documentPartBytes + 5).fill(7)]);
    let uploadId: string | undefined;
    const onStart = (begun: string) => {
      uploadId = begun;
    };
    trouble = async ({ url }) => (url.endsWith('/parts/2') ? refusal(422, 'digest-mismatch') : undefined);
    await expect(client.uploadDocument(id, file, { onStart })).rejects.toMatchObject({
      code: 'digest-mismatch',
    });
    const parts = () => sent.filter(({ url }) => url.includes('/parts/')).map(({ url }) => url.at(-1));
    trouble = async () => undefined;
    sent = [];
    const large = await client.uploadDocument(id, file, { uploadId: uploadId ?? '' });
    expect([large.sizeBytes, parts()]).toEqual([file.size, ['2']]);
  });

  it('is used as its README says', async () => {
    const code = await readFile(new URL('example.ts', folder), 'utf8');
    expect(await readFile(new URL('README.md', folder), 'utf8')).toContain(`\`\`\`ts\n${code}\`\`\`\n`);
    const other = await startAccount(issuer);
    try {
      expect(await example(other.url, () => other.token())).toEqual(['Beech', 'Margaret Holloway']);
    } finally {
      await other.stop();
    }
  });
});
