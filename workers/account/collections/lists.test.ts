import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const CLIENTS = [
  { lastName: 'Hale', status: 'active', dateOfBirth: '1950-01-01' },
  { lastName: 'holloway', status: 'active', firstName: 'Tom' },
  { lastName: 'Holloway', status: 'prospect', dateOfBirth: '1970-05-05', firstName: 'margaret' },
  { lastName: 'Hollis', status: 'dormant' },
  { lastName: 'Zed', status: 'active' },
  { lastName: 'Ng', status: 'archived' },
  { lastName: 'Hälsing', status: 'active' },
] as const;

describe('lists', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    for (const body of CLIENTS) await account.call('/v1/clients', { method: 'POST', token, body });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function namesOf(query: string): Promise<readonly unknown[]> {
    const { status, body } = await account.call(`/v1/clients?${query}`, { token });
    expect(status).toBe(200);
    return (body.items as { readonly lastName: string }[]).map(({ lastName }) => lastName);
  }

  it.each([
    ['lastName=O’Hara', 'lastName', "O'Hara"],
    ['lastName=ni bhriain', 'lastName', 'Ní Bhriain'],
    ['lastName[prefix]=NI', 'lastName', 'Ní Bhriain'],
    ['lastName=Ní Bhriain'.normalize('NFD'), 'lastName', 'Ní Bhriain'],
    ['lastName=lecka', 'lastName', 'Łęcka'],
    ['postcode=nr13qt', 'lastName', 'Łęcka'],
  ])('find a name however it is typed: %s', async (query, field, value) => {
    const body = { lastName: value, addresses: [{ line1: '4 Quayside', postcode: 'NR1 3QT' }] };
    const made = await account.call('/v1/clients', { method: 'POST', token, body });
    const { status, body: page } = await account.call(`/v1/clients?${encodeURI(query)}`, { token });
    expect([status, page.items]).toEqual([
      200,
      expect.arrayContaining([expect.objectContaining({ [field]: value })]),
    ]);
    await account.call(`/v1/clients/${made.body.id}`, {
      method: 'DELETE',
      token,
      headers: { 'if-match': '*' },
    });
  });

  it('are in order of creation', async () => {
    expect(await namesOf('')).toEqual(CLIENTS.map(({ lastName }) => lastName));
    expect(await namesOf('sort=-createdAt')).toEqual(CLIENTS.map(({ lastName }) => lastName).reverse());
  });

  it('filter by one value or several', async () => {
    expect(await namesOf('status=dormant')).toEqual(['Hollis']);
    expect(await namesOf('status[in]=dormant,archived')).toEqual(['Hollis', 'Ng']);
    expect(await namesOf('status=active&lastName=HALE')).toEqual(['Hale']);
  });

  it('filter by the prefix of a name in any case', async () => {
    expect(await namesOf('lastName[prefix]=hol&sort=lastName')).toEqual(['Hollis', 'holloway', 'Holloway']);
  });

  it('filter by a range', async () => {
    expect(await namesOf('dateOfBirth[gte]=1950-01-01&dateOfBirth[lte]=1969-12-31')).toEqual(['Hale']);
  });

  it('refuse a combination without an index, and list the supported ones', async () => {
    for (const query of ['dateOfBirth[gte]=1950-01-01&sort=lastName', 'email=a@b.example&sort=lastName']) {
      const { status, body } = await account.call(`/v1/clients?${query}`, { token });
      expect([status, body.type], query).toEqual([400, 'urn:freehold:problem:invalid-query']);
      const { lists } = body.allowed as { lists: readonly object[] };
      expect(lists).toContainEqual({
        filters: ['status'],
        narrowedBy: [],
        sorts: ['createdAt', 'updatedAt', 'lastName'],
        sortsWithRange: [],
      });
      expect(lists).toContainEqual({
        filters: ['dateOfBirth'],
        narrowedBy: ['lastName'],
        sorts: ['createdAt'],
        sortsWithRange: [],
      });
    }
  });

  it.each([
    ['/v1/clients?status=bogus', 'status', 'must be one of prospect, active, dormant, archived'],
    [
      '/v1/clients?status[in]=active,bogus',
      'status[in]',
      'must be one of prospect, active, dormant, archived',
    ],
    ['/v1/clients?adviserId=me', 'adviserId', 'must be an id that starts with usr-'],
    ['/v1/cases?dueOn[gte]=tomorrow', 'dueOn[gte]', 'must be a date such as 2026-03-31'],
    ['/v1/cases?openedAt[lte]=noon', 'openedAt[lte]', 'must be an instant such as 2026-03-31T09:30:00.000Z'],
    ['/v1/audit-events?action=peek', 'action', expect.stringContaining('must be one of create, update')],
  ])('refuse a value that no row can have, and say what is allowed: %s', async (path, name, detail) => {
    const { status, body } = await account.call(path, { token });
    expect([status, body.type]).toEqual([400, 'urn:freehold:problem:invalid-query']);
    expect(body.errors).toEqual([{ pointer: `#/query/${name}`, detail }]);
  });

  it('treat a day as all its instants', async () => {
    const { body } = await account.call('/v1/clients', { token });
    const days = (body.items as { createdAt: string }[]).map(({ createdAt }) => createdAt.slice(0, 10));
    const [first, last] = [days.at(0), days.at(-1)];
    const whole = CLIENTS.map(({ lastName }) => lastName);
    expect(await namesOf(`createdAt[gte]=${first}&createdAt[lte]=${last}`)).toEqual(whole);
    expect(await namesOf(`updatedAt[gte]=${first}&updatedAt[lte]=${last}&sort=updatedAt`)).toHaveLength(7);
    expect(await namesOf(`updatedAt[lte]=2026-01-01`)).toEqual([]);
  });

  it('combine filters with a common index', async () => {
    expect(await namesOf('status=active&lastName[prefix]=ho&sort=lastName')).toEqual(['holloway']);
    expect(await namesOf('status[in]=active,dormant&sort=-lastName')).toEqual([
      'Zed',
      'holloway',
      'Hollis',
      'Hälsing',
      'Hale',
    ]);
    expect(await namesOf('createdAt[lte]=2026-01-01')).toEqual([]);
    expect(await namesOf('status=dormant&createdAt[gte]=2026-01-01')).toEqual(['Hollis']);
  });

  it('sort by several fields, and refuse a sort without an index', async () => {
    const sorted = ['Hale', 'Hälsing', 'Hollis', 'Holloway', 'holloway', 'Ng', 'Zed'];
    expect(await namesOf('sort=lastName,firstName')).toEqual(sorted);
    expect(await namesOf('sort=-lastName,-firstName')).toEqual(sorted.toReversed());
    expect(await namesOf('lastName[prefix]=HOLLO&sort=lastName,firstName')).toEqual(['Holloway', 'holloway']);
    expect(await namesOf('lastName=holloway&sort=-lastName,-firstName')).toEqual(['holloway', 'Holloway']);
    expect((await namesOf('sort=status,lastName')).slice(0, 3)).toEqual(['Hale', 'Hälsing', 'holloway']);
    for (const sort of ['firstName,lastName', 'lastName,-firstName', 'lastName,status']) {
      const { status, body } = await account.call(`/v1/clients?sort=${sort}`, { token });
      expect([status, body.errors], sort).toMatchObject([400, [{ pointer: '#/query/sort' }]]);
      expect(body.allowed).toMatchObject({
        sorts: ['createdAt', 'updatedAt', 'lastName', 'status,lastName', 'lastName,firstName'],
      });
    }
  });

  it('show the requested fields, and always id and version', async () => {
    const { body } = await account.call('/v1/clients?fields=lastName,dateOfBirth&limit=2', { token });
    const [first, second] = body.items as object[];
    expect(Object.keys(first ?? {}).sort()).toEqual(['dateOfBirth', 'id', 'lastName', 'version']);
    expect(Object.keys(second ?? {}).sort()).toEqual(['id', 'lastName', 'version']);
    const sensitive = await account.call('/v1/clients?fields=shoeSize', { token });
    expect(sensitive.body.errors).toMatchObject([{ pointer: '#/query/fields' }]);
  });

  it('count all their rows on request, on any page', async () => {
    const first = await account.call('/v1/clients?status=active&count=exact&limit=2', { token });
    expect(first.body.count).toEqual({ rows: 4, isExact: true });
    const next = await account.call(
      `/v1/clients?status=active&count=exact&limit=2&cursor=${first.body.nextCursor}`,
      { token },
    );
    expect(next.body.count).toEqual({ rows: 4, isExact: true });
    const uncounted = await account.call('/v1/clients?count=none', { token });
    expect(uncounted.body).not.toHaveProperty('count');
    const narrowed = await account.call('/v1/clients?dateOfBirth=1950-01-01&lastName=Hale&count=exact', {
      token,
    });
    expect(narrowed.body.errors).toMatchObject([{ pointer: '#/query/count' }]);
  });

  it('return at most 200 rows', async () => {
    expect((await account.call('/v1/clients?limit=200', { token })).status).toBe(200);
    expect((await account.call('/v1/clients?limit=201', { token })).status).toBe(400);
  });

  it('exclude rows without the field when a date is a lower bound', async () => {
    const client = await account.call('/v1/clients?limit=1', { token });
    const [{ id: clientId }] = client.body.items as [{ id: string }];
    for (const body of [{ title: 'Due', dueOn: '2026-04-30' }, { title: 'Whenever' }]) {
      await account.call('/v1/cases', { method: 'POST', token, body: { ...body, clientId } });
    }
    const due = await account.call('/v1/cases?dueOn[gte]=2026-01-01&sort=dueOn', { token });
    expect(due.body.items).toMatchObject([{ title: 'Due' }]);
    const all = await account.call('/v1/cases?sort=dueOn', { token });
    expect(all.body.items).toMatchObject([{ title: 'Due' }, { title: 'Whenever' }]);
  });

  it.each([
    'lastName,firstName',
    '-status,-lastName',
    'lastName',
    '-lastName',
    'updatedAt',
    '-updatedAt',
    'createdAt',
    '-createdAt',
  ])('page by %s without gaps or duplicates', async (sort) => {
    const whole = await namesOf(`sort=${sort}&limit=200`);
    const paged: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const suffix = cursor === '' ? '' : `&cursor=${cursor}`;
      const { status, body } = await account.call(`/v1/clients?sort=${sort}&limit=2${suffix}`, { token });
      expect(status).toBe(200);
      paged.push(...(body.items as { lastName: string }[]).map(({ lastName }) => lastName));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  it('continue after a row that was deleted meanwhile', async () => {
    const first = await account.call('/v1/clients?sort=lastName&limit=2', { token });
    const last = (first.body.items as { id: string }[]).at(-1);
    const headers = { 'if-match': '*' };
    const doomed = await account.call(`/v1/clients/${last?.id}`, { method: 'DELETE', token, headers });
    expect(doomed.status).toBe(204);
    const second = await account.call(`/v1/clients?sort=lastName&limit=1&cursor=${first.body.nextCursor}`, {
      token,
    });
    expect(second.body.items).toMatchObject([{ lastName: 'Hollis' }]);
  });
});
