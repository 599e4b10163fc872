import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts';

const CLIENT = {
  lastName: 'Holloway',
  nationalInsuranceNumber: 'AB123456C',
  vulnerabilityNote: 'Prefers large print.',
};
const ANY = { 'if-match': '*' };

describe('sensitive fields', () => {
  let issuer: TestIssuer;
  let account: TestAccount;
  let adviser: string;
  let caseworker: string;
  let path: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    account = await startAccount(issuer);
    adviser = await signIn('adviser', seedGroupIds.advisers);
    caseworker = await signIn('caseworker', seedGroupIds.caseworkers);
    const created = await account.call('/v1/clients', { method: 'POST', token: adviser, body: CLIENT });
    expect(created.body).toMatchObject(CLIENT);
    path = created.headers.get('location') ?? '';
  });

  afterAll(async () => {
    await Promise.all([account.stop(), issuer.stop()]);
  });

  async function signIn(name: string, groupId: string): Promise<string> {
    const body = { email: `${name}@harbourvale.example`, groupIds: [groupId] };
    await account.call('/v1/users', { method: 'POST', token: await account.token(), body });
    return await account.token({ subject: name, email: body.email });
  }

  it('are shown to those who may see them', async () => {
    expect((await account.call(path, { token: adviser })).body).toMatchObject(CLIENT);
  });

  it('are left out for everyone else, in rows and lists and answers to changes', async () => {
    const change = { method: 'PATCH', token: caseworker, body: { title: 'Mrs' }, headers: ANY };
    const answers = [
      await account.call(path, { token: caseworker }),
      await account.call('/v1/clients', { token: caseworker }),
      await account.call(path, change),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toContain('Holloway');
      expect(text).not.toMatch(/AB123456C|large print/);
    }
  });

  it('cannot be guessed from the digests of the audit trail', async () => {
    const body = { name: 'Auditors', permissions: ['audit:read', 'clients:read'] };
    const token = await account.token();
    const group = await account.call('/v1/groups', { method: 'POST', token, body });
    const auditor = await signIn('auditor', String(group.body.id));
    const ofClients = await account.call('/v1/audit-events?collection=clients', { token: auditor });
    const events = ofClients.body.items as Record<string, unknown>[];
    expect(events[0]).toMatchObject({ action: 'create', rowId: path.split('/').at(-1) });
    expect(JSON.stringify(events)).not.toMatch(/"(?:before|after)"/);
    const one = await account.call(`/v1/audit-events/${events[0]?.id}`, { token: auditor });
    expect(one.body).not.toHaveProperty('after');
    const seen = await account.call(`/v1/audit-events/${events[0]?.id}`, { token });
    expect(seen.body.after).toMatch(/^[0-9a-f]{64}$/);
    const ofUsers = await account.call('/v1/audit-events?collection=users', { token: auditor });
    expect((ofUsers.body.items as Record<string, unknown>[])[0]).toHaveProperty('after');
  });

  it('are left out of an answer that an Idempotency-Key repeats, once the right is gone', async () => {
    const headers = { 'idempotency-key': 'sensitive-create' };
    const request = { method: 'POST', token: adviser, body: CLIENT, headers };
    expect((await account.call('/v1/clients', request)).body).toMatchObject(CLIENT);
    const token = await account.token();
    const { body } = await account.call('/v1/me', { token: adviser });
    const user = `/v1/users/${(body.user as { id: string }).id}`;
    const moveTo = (groupId: string) =>
      account.call(user, { method: 'PATCH', token, body: { groupIds: [groupId] }, headers: ANY });
    await moveTo(seedGroupIds.caseworkers);
    const again = await account.call('/v1/clients', request);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(again.text).not.toMatch(/AB123456C|large print/);
    await moveTo(seedGroupIds.advisers);
  });

  it('survive the changes of those who do not see them', async () => {
    const replace = { method: 'PUT', token: caseworker, body: { lastName: 'Hale' }, headers: ANY };
    expect((await account.call(path, replace)).status).toBe(200);
    const { body } = await account.call(path, { token: adviser });
    expect(body).toMatchObject({ ...CLIENT, lastName: 'Hale' });
  });

  it('are written only by those who may see them', async () => {
    const attempts = [
      await account.call(path, {
        method: 'PATCH',
        token: caseworker,
        body: { vulnerabilityNote: null },
        headers: ANY,
      }),
      await account.call(path, { method: 'PUT', token: caseworker, body: CLIENT, headers: ANY }),
      await account.call('/v1/clients', { method: 'POST', token: caseworker, body: CLIENT }),
    ];
    for (const { status, body } of attempts) {
      expect([status, body.permission]).toEqual([403, 'clients:sensitive']);
    }
    const body = { lastName: 'Plain' };
    expect((await account.call('/v1/clients', { method: 'POST', token: caseworker, body })).status).toBe(201);
  });
});
