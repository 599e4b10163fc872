import { sql as kyselySql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';
import { ROUND_TRIPS_HEADER } from '../../testing/worker/test-headers.ts';
import { dependantsOf, jointClientsOf, linkedClientsOf } from './household.ts';

describe('the household of a client', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let token: string;
  let margaret: string;
  let frank: string;
  let iris: string;
  let tom: string;
  let ann: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer, { entry: 'testing/worker/counting-account.ts' });
    token = await account.token();
    const note = { vulnerabilityNote: 'Prefers large print.' };
    margaret = await create('clients', { lastName: 'Holloway', firstName: 'Margaret', ...note });
    frank = await create('clients', { lastName: 'Holloway', firstName: 'Frank', ...note });
    iris = await create('clients', { lastName: 'Nye', firstName: 'Iris' });
    tom = await create('client-dependants', { lastName: 'Holloway', firstName: 'Tom' });
    ann = await create('client-dependants', { lastName: 'Holloway', firstName: 'Ann' });
    await link(margaret, tom, 'grandson');
    await link(margaret, ann);
    await link(frank, tom, 'grandson');
    await link(frank, ann, 'daughter');
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function create(collection: string, body: object): Promise<string> {
    const answer = await account.call(`/v1/${collection}`, { method: 'POST', token, body });
    expect(answer.status).toBe(201);
    return String(answer.body.id);
  }

  function link(clientId: string, dependantId: string, relationship?: string): Promise<string> {
    return create('client-dependant-clients', { clientId, dependantId, relationship });
  }

  /** A token of a user with exactly these permissions. */
  async function tokenWith(name: string, permissions: readonly string[]): Promise<string> {
    const group = await create('groups', { name, permissions });
    const email = `${name}@harbourvale.example`;
    await create('users', { email, groupIds: [group] });
    return await account.token({ subject: name, email });
  }

  it('shows the client, their dependants and the clients who share them, in one round trip', async () => {
    const { status, body, headers } = await account.call(`/v1/clients/${margaret}/household`, { token });

    expect([status, headers.get(ROUND_TRIPS_HEADER)]).toEqual([200, '1']);
    expect(body).toMatchObject({
      client: { id: margaret, firstName: 'Margaret', version: 1 },
      dependants: [
        { relationship: 'grandson', dependant: { id: tom, firstName: 'Tom' } },
        { dependant: { id: ann, firstName: 'Ann' } },
      ],
      linkedClients: [{ client: { id: frank, firstName: 'Frank' } }],
      isComplete: true,
    });
    const [{ shares }] = body.linkedClients as [{ shares: { dependantId: string }[] }];
    expect(shares.map(({ dependantId }) => dependantId).sort()).toEqual([tom, ann].sort());
    expect(JSON.stringify(body)).not.toContain(iris);
  });

  it('is only the client when there are no dependants', async () => {
    const { body } = await account.call(`/v1/clients/${iris}/household`, { token });

    expect(body).toMatchObject({ client: { id: iris }, dependants: [], linkedClients: [], isComplete: true });
  });

  it('shows the other half of a couple, who shares a case with the client', async () => {
    const ned = await create('clients', { lastName: 'Nye', firstName: 'Ned', vulnerabilityNote: 'Deaf.' });
    const una = await create('clients', { lastName: 'Nye', firstName: 'Una' });
    const joint = await create('cases', { title: 'Joint', clientId: ned, clientIds: [una] });
    const second = await create('cases', { title: 'Other', clientId: una, clientIds: [ned, iris] });
    await create('cases', { title: 'Alone', clientId: ned });
    const path = `/v1/clients/${una}/household`;

    const { body, headers } = await account.call(path, { token });
    expect(headers.get(ROUND_TRIPS_HEADER)).toBe('1');
    const linked = body.linkedClients as { client: { id: string }; shares: []; caseIds: string[] }[];
    const byId = new Map(linked.map(({ client, shares, caseIds }) => [client.id, [shares, caseIds.sort()]]));
    expect([...byId.keys()].sort()).toEqual([ned, iris].sort());
    expect(byId.get(ned)).toEqual([[], [joint, second].sort()]);
    expect(byId.get(iris)).toEqual([[], [second]]);
    const [read] = (await account.call('/v1/audit-events?action=read&sort=-createdAt', { token })).body
      .items as { rowIds: string[] }[];
    expect(read?.rowIds).toEqual([ned]);

    const rights = ['clients:read', 'client-dependants:read', 'client-dependant-clients:read'];
    const withoutCases = await tokenWith('without-cases', rights);
    const hidden = await account.call(path, { token: withoutCases });
    expect([hidden.status, hidden.body.linkedClients]).toEqual([200, []]);
    const withCases = await tokenWith('with-cases', [...rights, 'cases:read']);
    const masked = await account.call(path, { token: withCases });
    expect(masked.body.linkedClients).toHaveLength(2);
    expect(masked.text).not.toContain('Deaf');
  });

  it('is not found for an unknown client', async () => {
    const { status, body } = await account.call('/v1/clients/cli-01kdw5h80c0000000000000009/household', {
      token,
    });

    expect([status, body.type]).toEqual([404, 'urn:freehold:problem:not-found']);
  });

  it('requires the permission to read each of its collections', async () => {
    const clientsOnly = await tokenWith('clients-only', ['clients:read']);
    const path = `/v1/clients/${margaret}/household`;

    const refused = await account.call(path, { token: clientsOnly });
    expect([refused.status, refused.body.permission]).toEqual([403, 'client-dependants:read']);
    expect(refused.text).not.toContain('Holloway');
  });

  it('hides sensitive fields of the client and of the others', async () => {
    const reader = await tokenWith('reader', [
      'clients:read',
      'client-dependants:read',
      'client-dependant-clients:read',
    ]);
    const path = `/v1/clients/${margaret}/household`;

    expect((await account.call(path, { token })).text).toContain('large print');
    const hidden = await account.call(path, { token: reader });
    expect(hidden.status).toBe(200);
    expect(hidden.text).not.toContain('large print');
  });

  it('is read from indexes, without sorting', async () => {
    for (const { sql, parameters } of [dependantsOf(margaret, 201), linkedClientsOf(margaret, 201)]) {
      const plan = await account.database
        .prepare(`explain query plan ${sql}`)
        .bind(...parameters)
        .all<{ detail: string }>();
      const steps = plan.results.map(({ detail }) => detail);
      expect(steps.filter((step) => !/^SEARCH .+ USING .*INDEX/.test(step))).toEqual([]);
      expect(steps.length).toBeGreaterThan(1);
    }
    const { sql, parameters } = jointClientsOf(margaret, 201, kyselySql<boolean>`true`);
    const plan = await account.database
      .prepare(`explain query plan ${sql}`)
      .bind(...parameters)
      .all<{ detail: string }>();
    const steps = plan.results.map(({ detail }) => detail);
    expect(steps.filter((step) => /TEMP B-TREE|^SCAN (?:cases|clients|theirs|client)/.test(step))).toEqual(
      [],
    );
    expect(steps.some((step) => /^SEARCH cases_client_ids USING PRIMARY KEY/.test(step))).toBe(true);
  });

  it('cannot be linked to a row that does not exist', async () => {
    const unknownClient = 'cli-01kdw5h80c0000000000000009';
    const noDependant = 'dep-01kdw5h80c0000000000000009';
    const send = (body: object) =>
      account.call('/v1/client-dependant-clients', { method: 'POST', token, body });

    const both = await send({ clientId: unknownClient, dependantId: noDependant });
    expect([both.status, both.body.type]).toEqual([422, 'urn:freehold:problem:unknown-reference']);
    expect(both.body.errors).toMatchObject([{ pointer: '#/clientId' }, { pointer: '#/dependantId' }]);
    const twice = await send({ clientId: margaret, dependantId: tom });
    expect([twice.status, twice.body.type]).toEqual([409, 'urn:freehold:problem:duplicate']);

    const made = await link(iris, ann);
    const headers = { 'if-match': '*' };
    const path = `/v1/client-dependant-clients/${made}`;
    const body = { dependantId: noDependant };
    expect((await account.call(path, { method: 'PATCH', token, headers, body })).status).toBe(422);
    expect((await account.call(path, { method: 'DELETE', token, headers })).status).toBe(204);
  });
});
