import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

describe('a sensitive read', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let adviser: string;
  let caseworker: string;
  let sensitive: string;
  let second: string;
  let plain: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    adviser = await signIn('adviser', seedGroupIds.advisers);
    caseworker = await signIn('caseworker', seedGroupIds.caseworkers);
    sensitive = await create({ lastName: 'Holloway', nationalInsuranceNumber: 'AB123456C' });
    second = await create({ lastName: 'Hale', vulnerabilityNote: 'Prefers large print.' });
    plain = await create({ lastName: 'Ng' });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function signIn(name: string, groupId: string): Promise<string> {
    const body = { email: `${name}@harbourvale.example`, groupIds: [groupId] };
    await account.call('/v1/users', { method: 'POST', token, body });
    const theirs = await account.token({ subject: name, email: body.email });
    await account.call('/v1/me', { token: theirs });
    return theirs;
  }

  async function create(body: object): Promise<string> {
    const { status, body: row } = await account.call('/v1/clients', { method: 'POST', token: adviser, body });
    expect(status).toBe(201);
    return String(row.id);
  }

  /** The events that a request leaves, without author and time. */
  async function eventsOf(path: string, caller: string, request = {}, roundTrips = '1') {
    const count = async () => {
      const { body } = await account.call('/v1/audit-events?action=read&limit=200', { token });
      return body.items as Record<string, unknown>[];
    };
    const before = await count();
    const answer = await account.call(path, { token: caller, ...request });
    expect(answer.headers.get(ROUND_TRIPS_HEADER)).toBe(roundTrips);
    return (await count())
      .slice(before.length)
      .map(({ action, collection, rowId, rowIds }) => ({ action, collection, rowId, rowIds }));
  }

  const read = { action: 'read', collection: 'clients' };

  it('of a row leaves one event, in the same round trip', async () => {
    expect(await eventsOf(`/v1/clients/${sensitive}`, adviser)).toEqual([{ ...read, rowId: sensitive }]);
    expect(await eventsOf(`/v1/clients/${second}`, adviser)).toEqual([{ ...read, rowId: second }]);
  });

  it('of a page leaves one event with the rows that it showed', async () => {
    const [event, ...others] = await eventsOf('/v1/clients?sort=-createdAt', adviser);
    expect(event).toEqual({ ...read, rowId: '*', rowIds: [second, sensitive] });
    expect(others).toEqual([]);
    expect(await eventsOf('/v1/clients?limit=1', adviser)).toEqual([
      { ...read, rowId: '*', rowIds: [sensitive] },
    ]);
    expect(await eventsOf('/v1/clients?fields=lastName,vulnerabilityNote', adviser)).toEqual([
      { ...read, rowId: '*', rowIds: [second] },
    ]);
  });

  it('of a household leaves one event with the clients that it showed', async () => {
    const post = async (collection: string, body: object) =>
      String((await account.call(`/v1/${collection}`, { method: 'POST', token, body })).body.id);
    const dependantId = await post('client-dependants', { lastName: 'Holloway' });
    for (const clientId of [sensitive, second, plain]) {
      await post('client-dependant-clients', { clientId, dependantId, relationship: 'child' });
    }
    const path = `/v1/clients/${plain}/household`;
    const [event, ...others] = await eventsOf(path, adviser);
    expect(event).toMatchObject({ ...read, rowId: '*' });
    expect(new Set(event?.rowIds as string[])).toEqual(new Set([sensitive, second]));
    expect([others, await eventsOf(path, caseworker)]).toEqual([[], []]);
  });

  it('of a row that a change shows leaves one event, whether or not anything changes', async () => {
    const patch = (body: object) => ({ method: 'PATCH', headers: { 'if-match': '*' }, body });
    const shown = [{ ...read, rowId: sensitive }];
    const path = `/v1/clients/${sensitive}`;
    expect(await eventsOf(path, adviser, patch({}), '2')).toEqual(shown);
    expect(await eventsOf(path, adviser, patch({ title: 'Mrs' }), '2')).toEqual(shown);
    const { version: _, ...row } = (await account.call(path, { token: adviser })).body;
    const { title, lastName, nationalInsuranceNumber, status } = row;
    const put = { ...patch({ title, lastName, nationalInsuranceNumber, status }), method: 'PUT' };
    expect(await eventsOf(path, adviser, put, '2')).toEqual(shown);
    expect(await eventsOf(path, caseworker, patch({}), '1')).toEqual([]);
    expect(await eventsOf(path, caseworker, patch({ title: 'Ms' }), '2')).toEqual([]);
    expect(await eventsOf(`/v1/clients/${plain}`, adviser, patch({}), '1')).toEqual([]);
  });

  it('of a response that is repeated for an Idempotency-Key leaves one event', async () => {
    const headers = { 'idempotency-key': 'recorded-replay' };
    const body = { lastName: 'Ng', vulnerabilityNote: 'Lives alone.' };
    const request = { method: 'POST', headers, body };
    expect(await eventsOf('/v1/clients', adviser, request)).toEqual([]);
    const { id } = (await account.call('/v1/clients', { token: adviser, ...request })).body;
    expect(await eventsOf('/v1/clients', adviser, request)).toEqual([{ ...read, rowId: id }]);
    const other = { ...request, body: { ...body, title: 'Mr' } };
    expect(await eventsOf('/v1/clients', adviser, other)).toEqual([]);
    const unremarkable = {
      ...request,
      headers: { 'idempotency-key': 'plain-replay' },
      body: { lastName: 'Ng' },
    };
    await account.call('/v1/clients', { token: adviser, ...unremarkable });
    expect(await eventsOf('/v1/clients', adviser, unremarkable)).toEqual([]);
  });

  it('contains nothing of what was read', async () => {
    const { text } = await account.call('/v1/audit-events?limit=200', { token });
    expect(text).not.toMatch(/AB123456C|large print/);
  });

  it.each([
    ['a row without sensitive fields', () => `/v1/clients/${plain}`, () => adviser, {}],
    ['a caller who may not see them', () => `/v1/clients/${sensitive}`, () => caseworker, {}],
    ['a list for a caller who may not see them', () => '/v1/clients', () => caseworker, {}],
    ['a list that does not show them', () => '/v1/clients?fields=lastName', () => adviser, {}],
    [
      'a row that the reader already has',
      () => `/v1/clients/${sensitive}`,
      () => adviser,
      { headers: { 'if-none-match': '"3"' } },
    ],
    ['a HEAD request', () => `/v1/clients/${sensitive}`, () => adviser, { method: 'HEAD' }],
    ['an unknown row', () => '/v1/clients/cli-unknown', () => adviser, {}],
    ['a table without sensitive fields', () => '/v1/cases', () => adviser, {}],
  ])('is not recorded for %s', async (_what, path, caller, request) => {
    expect(await eventsOf(path(), caller(), request)).toEqual([]);
  });

  it('can be found by reader, row and time', async () => {
    const users = await account.call('/v1/users', { token });
    const [, user] = users.body.items as { id: string }[];
    const list = async (query: string) => {
      const { status, body, text } = await account.call(`/v1/audit-events?${query}`, { token });
      expect(status, text).toBe(200);
      return (body.items as unknown[]).length;
    };
    expect(await list(`actorId=${user?.id}`)).toBeGreaterThan(0);
    expect(await list(`rowId=${sensitive}`)).toBeGreaterThan(1);
    expect(await list('collection=clients')).toBeGreaterThan(0);
    expect(await list('action[in]=read,download')).toBeGreaterThan(0);
    expect(await list('createdAt[gte]=2020-01-01T00:00:00.000Z')).toBeGreaterThan(0);
    expect(await list('createdAt[gte]=2999-01-01T00:00:00.000Z')).toBe(0);
    expect(await list('action=read&createdAt[lte]=2020-01-01T00:00:00.000Z')).toBe(0);
  });
});
