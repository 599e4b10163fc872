import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedGroupIds } from '../../schema/account/seed.ts';
import { startAccount, type TestAccount } from '../testing/account-worker.ts';
import { startIssuer, type TestIssuer } from '../testing/issuer.ts';

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
