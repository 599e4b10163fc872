import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { dumpRows } from '../../testing/rows-of.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';

describe('a row that others refer to', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let client: string;
  let caseIds: readonly string[];
  let furtherCase: string;
  let link: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    client = await create('clients', { lastName: 'Holloway' });
    const other = await create('clients', { lastName: 'Hale' });
    const dependantId = await create('client-dependants', { lastName: 'Holloway' });
    link = await create('client-dependant-clients', { clientId: client, dependantId });
    const made: string[] = [];
    for (let index = 0; index < 12; index++)
      made.push(await create('cases', { title: `Case ${index}`, clientId: client }));
    caseIds = made;
    furtherCase = await create('cases', { title: 'Joint', clientId: other, clientIds: [client] });
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function create(collection: string, body: object): Promise<string> {
    const answer = await account.call(`/v1/${collection}`, { method: 'POST', token, body });
    expect(answer.status).toBe(201);
    return String(answer.body.id);
  }

  function remove(path: string, as: string = token) {
    return account.call(path, { method: 'DELETE', token: as, headers: { 'if-match': '*' } });
  }

  it('is kept, and the refusal lists the referring rows, in two round trips', async () => {
    const before = await dumpRows(account.database);
    const { status, body, headers } = await remove(`/v1/clients/${client}`);

    expect([status, body.type, headers.get(ROUND_TRIPS_HEADER)]).toEqual([
      409,
      'urn:freehold:problem:still-referenced',
      '2',
    ]);
    expect(body.blockers).toEqual([
      { collection: 'client-dependant-clients', field: 'clientId', count: 1, isExact: true, ids: [link] },
      { collection: 'cases', field: 'clientId', count: 12, isExact: true, ids: caseIds.slice(0, 10) },
      { collection: 'cases', field: 'clientIds', count: 1, isExact: true, ids: [furtherCase] },
    ]);
    expect(await dumpRows(account.database)).toBe(before);
  });

  it('is kept for callers who may not see the referring rows, without their ids', async () => {
    const permissions = ['clients:read', 'clients:delete', 'cases:read'];
    const groupId = await create('groups', { name: 'Client removers', permissions });
    const email = 'remover@harbourvale.example';
    await create('users', { email, groupIds: [groupId] });
    const remover = await account.token({ subject: 'remover', email });

    const { status, body } = await remove(`/v1/clients/${client}`, remover);
    expect(status).toBe(409);
    expect(body.blockers).toMatchObject([
      { collection: 'client-dependant-clients', count: 1, ids: [] },
      { collection: 'cases', field: 'clientId', ids: caseIds.slice(0, 10) },
      { collection: 'cases', field: 'clientIds', ids: [furtherCase] },
    ]);
  });

  it('is deleted once nothing refers to it', async () => {
    expect((await remove(`/v1/client-dependant-clients/${link}`)).status).toBe(204);
    for (const id of [...caseIds, furtherCase]) expect((await remove(`/v1/cases/${id}`)).status).toBe(204);
    expect((await remove(`/v1/clients/${client}`)).status).toBe(204);
  });

  it('is kept when a reference is added while it is being deleted', async () => {
    for (let round = 0; round < 5; round++) {
      const doomed = await create('clients', { lastName: 'Doomed' });
      const [removal, named] = await Promise.all([
        remove(`/v1/clients/${doomed}`),
        account.call('/v1/cases', { method: 'POST', token, body: { title: 'Late', clientId: doomed } }),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([removal.status, named.status]);
    }
  });
});
