import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { sendImport, toNdjson } from '../../testing/bulk-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

const MARGARET = { lastName: 'Holloway', firstName: 'Margaret', dateOfBirth: '1951-06-14' };

describe('a client who may already exist', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let first: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    first = String((await create(MARGARET)).body.id);
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  function create(body: object, headers: Readonly<Record<string, string>> = {}, as: string = token) {
    return account.call('/v1/clients', { method: 'POST', token: as, body, headers });
  }

  it.each([
    ['O’Hara', "o'hara"],
    ['Ní Bhriain', 'ni  bhriain'],
    ['Łęcka', 'LECKA'],
    ['Strauß', 'Strauss'],
  ])('is found however the name is typed: %s and %s', async (stored, typed) => {
    const dateOfBirth = '1962-03-01';
    const known = await create({ lastName: stored, dateOfBirth });
    const { body } = await create({ lastName: typed, dateOfBirth });
    expect(body.warnings).toMatchObject([{ ids: [known.body.id] }]);
    const { outcomes } = await sendImport(
      account,
      token,
      'clients',
      toNdjson([{ lastName: stored.normalize('NFD'), dateOfBirth }]),
    );
    expect(outcomes).toMatchObject([{ status: 'created', warnings: [{ ids: [known.body.id, body.id] }] }]);
  });

  it('is created with a warning that lists the similar clients, in one round trip', async () => {
    const { status, body, headers } = await create({ lastName: 'HOLLOWAY', dateOfBirth: '1951-06-14' });

    expect([status, headers.get(ROUND_TRIPS_HEADER)]).toEqual([201, '1']);
    expect(headers.get('freehold-warnings')).toBe('likely-duplicate');
    expect(body.warnings).toMatchObject([{ code: 'likely-duplicate', ids: [first] }]);
    const stored = await account.call(`/v1/clients/${body.id}`, { token });
    expect(stored.body).not.toHaveProperty('warnings');
    await account.call(`/v1/clients/${body.id}`, { method: 'DELETE', token, headers: { 'if-match': '*' } });
  });

  it('is refused with strict handling, and nothing is written', async () => {
    const before = await dumpRows(account.database);
    const { status, body, headers } = await create(MARGARET, { prefer: 'handling=strict' });

    expect([status, body.type, body.ids]).toEqual([409, 'urn:freehold:problem:likely-duplicate', [first]]);
    expect(headers.get('preference-applied')).toBe('handling=strict');
    expect(await dumpRows(account.database)).toBe(before);
  });

  it('causes the same warning when the create is repeated', async () => {
    const key = { 'idempotency-key': 'warned' };
    const answers = [await create(MARGARET, key), await create(MARGARET, key)];
    const [warned, repeated] = answers;

    expect(repeated?.headers.get('idempotency-replayed')).toBe('true');
    expect(repeated?.text).toBe(warned?.text);
    expect(repeated?.body.warnings).toMatchObject([{ ids: [first] }]);
    expect(repeated?.headers.get('freehold-warnings')).toBe('likely-duplicate');
    await account.call(`/v1/clients/${warned?.body.id}`, {
      method: 'DELETE',
      token,
      headers: { 'if-match': '*' },
    });
  });

  it.each([
    ['another name', { ...MARGARET, lastName: 'Hollow' }],
    ['another date of birth', { ...MARGARET, dateOfBirth: '1951-06-15' }],
    ['no date of birth', { lastName: 'Holloway' }],
  ])('causes no warning with %s', async (_what, body) => {
    const { status, headers, body: created } = await create(body, { prefer: 'handling=strict' });

    expect([status, headers.get('freehold-warnings'), created.warnings]).toEqual([201, null, undefined]);
  });

  it('is not disclosed to a caller who may not read clients', async () => {
    const group = { name: 'Intake', permissions: ['clients:write'] };
    const made = await account.call('/v1/groups', { method: 'POST', token, body: group });
    const body = { email: 'intake@harbourvale.example', groupIds: [made.body.id] };
    await account.call('/v1/users', { method: 'POST', token, body });
    const writer = await account.token({ subject: 'intake', email: 'intake@harbourvale.example' });

    const strict = await create(MARGARET, { prefer: 'handling=strict' }, writer);
    const stranger = { lastName: 'Nobody', dateOfBirth: '1951-06-14' };
    const unlike = await create(stranger, { prefer: 'handling=strict' }, writer);
    expect([strict.status, strict.headers.get('preference-applied')]).toEqual([201, null]);
    expect([unlike.status, unlike.headers.get('preference-applied')]).toEqual([201, null]);
    const created = await create(MARGARET, {}, writer);
    for (const { status, headers, text } of [strict, created]) {
      expect([status, headers.get('freehold-warnings')]).toEqual([201, null]);
      expect(text).not.toContain(first);
    }
  });
});
