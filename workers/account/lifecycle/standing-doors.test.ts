import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountStatus } from '../../../schema/factory/account-states.ts';
import { routingEpochHeader } from '../../../schema/factory/standing.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import type { ApiAnswer, ApiRequest } from '../../testing/api-client.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';

/** What each status that is not served is answered with. */
const closed: readonly (readonly [AccountStatus, number, string])[] = [
  ['provisioning', 503, 'account-provisioning'],
  ['failed', 503, 'account-not-ready'],
  ['suspended', 403, 'account-suspended'],
  ['offboarding', 403, 'account-offboarding'],
  ['offboarded', 404, 'account-not-found'],
];

const asProblem = ({ status, body }: ApiAnswer) => [status, body.type];

describe('an account at its own host', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let path: string;
  let bookmark: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    token = await account.token();
    const created = await create();
    path = created.headers.get('location') ?? '';
    bookmark = created.headers.get('x-d1-bookmark') ?? '';
  });
  beforeEach(async () => {
    await account.tell({ status: 'active' });
    expect((await account.call(path, { token })).status).toBe(200);
  });
  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  const create = (request: ApiRequest = {}) =>
    account.call('/v1/clients', { method: 'POST', token, body: { lastName: 'Holloway' }, ...request });

  it.each(closed)('refuses the next read and write after it became %s', async (status, code, type) => {
    const problem = [code, `urn:freehold:problem:${type}`];
    await account.tell({ status });
    const before = await dumpRows(account.database);
    const headers = { 'x-d1-bookmark': bookmark };
    const any = { ...headers, 'if-match': '*' };
    const answers = [
      await account.call('/v1/me', { token }),
      await account.call(path, { token, headers }),
      await account.call('/v1/exports/clients', { token }),
      await create({ headers }),
      await account.call(path, { method: 'PATCH', token, body: { title: 'Mrs' }, headers: any }),
      await account.call(path, { method: 'DELETE', token, headers: any }),
    ];
    expect(answers.map(asProblem)).toEqual(answers.map(() => problem));
    expect(await dumpRows(account.database)).toBe(before);
  });

  it.each(closed)('serves the next request when it was %s and is active again', async (status) => {
    await account.tell({ status });
    expect((await create()).status).not.toBe(201);
    await account.tell({ status: 'active' });
    expect((await create({ headers: { 'x-d1-bookmark': bookmark } })).status).toBe(201);
    expect((await account.call(path, { token })).status).toBe(200);
  });

  it('says why it is suspended', async () => {
    await account.tell({ status: 'suspended', reason: 'The invoice of March is not paid.' });
    const { body } = await account.call('/v1/me', { token });
    expect(body.detail).toBe('The invoice of March is not paid.');
    await account.tell({ status: 'active', reason: undefined });
  });

  it('accepts no invitation while it is suspended', async () => {
    const email = 'pia@harbourvale.example';
    await account.call('/v1/users', { method: 'POST', token, body: { email, groupIds: [] } });
    const invited = await account.token({ subject: 'subject-of-pia', email });
    await account.tell({ status: 'suspended' });
    expect((await account.call('/v1/me', { token: invited })).status).toBe(403);
    await account.tell({ status: 'active' });
    const { body } = await account.call(`/v1/users?email=${email}`, { token });
    expect(body.items).toMatchObject([{ status: 'invited' }]);
    expect((await account.call('/v1/me', { token: invited })).status).toBe(200);
  });

  it('answers 421 to a request that comes with another routing epoch, and writes nothing', async () => {
    const before = await dumpRows(account.database);
    for (const epoch of ['2', '0', '01', '']) {
      const answer = await create({ headers: { [routingEpochHeader]: epoch } });
      expect(asProblem(answer), epoch).toEqual([421, 'urn:freehold:problem:misdirected']);
    }
    expect(await dumpRows(account.database)).toBe(before);
    expect((await create({ headers: { [routingEpochHeader]: '1' } })).status).toBe(201);
  });

  it('refuses a request with an old routing epoch, with any status', async () => {
    await account.tell({ status: 'offboarded', routingEpoch: 2 });
    const answer = await account.call('/v1/me', { token, headers: { [routingEpochHeader]: '1' } });
    expect(answer.status).toBe(421);
    await account.tell({ status: 'active', routingEpoch: 1 });
  });

  it('serves only the countries that its standing names', async () => {
    // Those of the tests come from GB.
    await account.tell({ countries: ['IE'] });
    const before = await dumpRows(account.database);
    expect(asProblem(await create())).toEqual([403, 'urn:freehold:problem:country-not-served']);
    expect(await dumpRows(account.database)).toBe(before);
    await account.tell({ countries: ['GB', 'IE'] });
    expect((await create()).status).toBe(201);
    await account.tell({ countries: undefined });
  });

  it('serves its health and the documents of its API, with any status', async () => {
    await account.tell({ status: 'offboarding' });
    for (const open of ['/livez', '/readyz', '/openapi.json', '/docs'])
      expect((await account.call(open)).status, open).toBe(200);
  });

  it('answers 401 without a valid token, with any status', async () => {
    await account.tell({ status: 'suspended' });
    expect((await account.call('/v1/me')).body.type).toBe('urn:freehold:problem:token-missing');
    expect((await account.call('/v1/me', { token: 'nonsense' })).status).toBe(401);
  });

  it.each<[AccountStatus, number]>([
    ['active', 200],
    ['suspended', 200],
    ['provisioning', 503],
    ['failed', 503],
    ['offboarding', 403],
    ['offboarded', 404],
  ])('runs its maintenance while it is %s: %i', async (status, expected) => {
    await account.tell({ status });
    const answer = await account.call('/internal/v1/maintenance', {
      method: 'POST',
      token: await account.platformToken(),
    });
    expect(answer.status).toBe(expected);
    if (expected !== 200) return;
    const names = (answer.body.tasks as readonly { name: string }[]).map(({ name }) => name);
    expect(names).toContain('retention');
    expect(names.includes('webhooks')).toBe(status === 'active');
  });
});
