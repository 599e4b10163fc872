import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, type HttpAnswer, operationEnded, request, signUp, tokenFor } from '../../harness/client.ts';
import { Factory } from '../../harness/factory.ts';

interface Problem extends Record<string, unknown> {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
}

const client = { reference: 'HV-1', status: 'active', firstName: 'Rowan', lastName: 'Vale' };

describe('bad input', () => {
  const factory = new Factory();
  let ada: string;
  let token: string;
  let clients: string;

  beforeAll(async () => {
    await factory.start();
    ada = await tokenFor(factory, ADA);
    const answer = await signUp(factory, ada, 'harbourvale');
    const operation = await operationEnded(factory, ada, answer.body.operation.id);
    expect(operation.status, operation.reason).toBe('succeeded');
    token = await tokenFor(factory, ADA, { account: 'harbourvale' });
    clients = `${factory.endpoints.edge}/a/harbourvale/v1/clients`;
  });
  afterAll(() => factory.remove());

  describe('at the account', () => {
    it.each([
      ['a body that is not JSON', '{"lastName": ', 400, /JSON/],
      ['a body of the wrong type', [1, 2, 3], 422, /object|body/i],
      ['a field of the wrong type', { ...client, lastName: 42 }, 422, /lastName/],
      ['an unknown field', { ...client, shoeSize: 44 }, 422, /shoeSize/],
      ['a missing field', { reference: 'HV-1', status: 'active', firstName: 'Rowan' }, 422, /lastName/],
      ['a date that does not exist', { ...client, dateOfBirth: '1980-02-30' }, 422, /dateOfBirth/],
      ['a body of 3 MB', { ...client, firstName: 'x'.repeat(3_000_000) }, 413, /large|bytes|MB/i],
    ])('refuses %s, and writes nothing', async (_what, body, status, says) => {
      const answer = await create(body);
      expectProblem(answer, status, says);
      expect(await count()).toBe(0);
    });

    it.each([
      ['an unknown filter', '?favouriteColour=green', /favouriteColour/],
      ['an unknown operator', '?lastName[like]=V', /lastName/],
      ['an unknown sort', '?sort=shoeSize', /sort.*lastName/s],
      ['a limit out of range', '?limit=100000', /limit/],
      ['a forged cursor', `?cursor=${Buffer.from('{"id":"cli-0"}').toString('base64url')}`, /cursor/],
      ['a random cursor', '?cursor=%00%ff', /cursor/],
    ])('refuses %s and lists the allowed values', async (_what, query, says) => {
      expectProblem(await request<Problem>(clients + query, { token }), 400, says);
    });

    it.each([
      ['a random bookmark', 'garbage'],
      ['a bookmark that is SQL', "1'; DROP TABLE clients"],
      ['a bookmark that is too long', 'f'.repeat(5_000)],
    ])('refuses %s', async (_what, bookmark) => {
      const answer = await request<Problem>(clients, { token, headers: { 'x-d1-bookmark': bookmark } });
      expectProblem(answer, 400, /bookmark/);
    });

    it('refuses a media type that is not JSON', async () => {
      const answer = await request<Problem>(clients, {
        method: 'POST',
        token,
        body: 'lastName=Vale',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': randomUUID() },
      });
      expectProblem(answer, 415, /application\/json/);
    });

    it('answers an unknown collection with a problem', async () => {
      const answer = await request<Problem>(clients.replace('clients', 'unicorns'), { token });
      expectProblem(answer, 404, /unicorns|found/);
    });
  });

  describe('at the platform', () => {
    it.each([
      ['a slug of one character', { name: 'A', slug: 'a' }, /slug/],
      ['a slug of 64 characters', { name: 'A', slug: 'a'.repeat(64) }, /slug/],
      ['a slug with capitals', { name: 'A', slug: 'HarbourVale' }, /slug/],
      ['a slug with a dot', { name: 'A', slug: 'harbour.vale' }, /slug/],
      ['a reserved slug', { name: 'A', slug: 'api' }, /slug/],
      ['a name that is empty', { name: '', slug: 'empty-name' }, /name/],
      ['an unknown plan', { name: 'A', slug: 'odd-plan', plan: 'free' }, /plan/],
      ['an unknown region', { name: 'A', slug: 'odd-region', region: 'us' }, /region/],
      ['an unknown field', { name: 'A', slug: 'odd-field', colour: 'green' }, /colour/],
    ])('refuses %s, naming the field', async (_what, body, says) => {
      const answer = await request<Problem>(`${factory.endpoints.platform}/v1/accounts`, {
        method: 'POST',
        token: ada,
        body,
        headers: { 'idempotency-key': randomUUID() },
      });
      expectProblem(answer, 422, says);
    });

    it('refuses a slug that is taken', async () => {
      const answer = await signUp(factory, ada, 'harbourvale');
      expectProblem(answer as unknown as HttpAnswer<Problem>, 409, /slug/);
    });

    it('refuses a sign-up without an idempotency key', async () => {
      const answer = await request<Problem>(`${factory.endpoints.platform}/v1/accounts`, {
        method: 'POST',
        token: ada,
        body: { name: 'No Key', slug: 'no-key' },
      });
      expectProblem(answer, 400, /idempotency-key/i);
    });

    it('creates accounts only for valid requests', async () => {
      const list = await request<{ items: { slug: string }[] }>(`${factory.endpoints.platform}/v1/accounts`, {
        token: ada,
      });
      expect(list.body.items.map((account) => account.slug)).toEqual(['harbourvale']);
    });

    it('answers an unknown account and an unknown host with a problem', async () => {
      expectProblem(
        await request<Problem>(`${factory.endpoints.edge}/a/nobody/v1/clients`, { token }),
        404,
        /nobody|account/i,
      );
    });
  });

  function create(body: unknown) {
    return request<Problem>(clients, {
      method: 'POST',
      token,
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
  }

  async function count() {
    const list = await request<{ items: unknown[] }>(clients, { token });
    return list.body.items.length;
  }

  function expectProblem(answer: HttpAnswer<Problem>, status: number, says: RegExp) {
    expect(answer.status, answer.text).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, title: expect.any(String) });
    expect(answer.text).toMatch(says);
    expect(answer.text).not.toMatch(/at \w+ \(|node_modules|SQLITE_|D1_ERROR/);
  }
});
