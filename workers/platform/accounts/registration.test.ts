import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountStatus, accountStatuses } from '../../../schema/factory/account-states.ts';
import { registrationPath } from '../../../schema/factory/registration-messages.ts';
import { accountsZone, type Shown, startPlatform, type TestPlatform } from '../../testing/platform-worker.ts';

const registrationOf = (id: string) => ({
  workerUrl: `https://${id}.${accountsZone}`,
  scriptName: `fh-${id}`,
  databaseId: '149f0c1b-88ba-4377-8f1b-7812ed11a998',
  bucketName: `fh-${id}`,
  placement: 'script',
  cell: 'west',
  release: 'a1b2c3d4e5f60718',
});

describe('the registration of an account', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  const newAccount = async () => (await platform.signUp(`firm-${randomUUID().slice(0, 8)}`)).account.id;
  const register = (id: string, changes: object = {}) =>
    platform.callSigned('PUT', registrationPath(id), { ...registrationOf(id), ...changes });
  const read = (id: string) => platform.callSigned('GET', registrationPath(id));
  const end = (id: string) => platform.callSigned('DELETE', registrationPath(id));
  const rowOf = async (id: string): Promise<Shown> => {
    const row = await platform.database
      .prepare('SELECT body FROM accounts WHERE id = ?1')
      .bind(id)
      .first<{ body: string }>();
    return { id, ...JSON.parse(row?.body ?? '{}') };
  };

  it('stores where the account is and what runs there, and makes it active', async () => {
    const id = await newAccount();
    const answer = await register(id);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual({ ...registrationOf(id), status: 'active' });
    expect(await rowOf(id)).toMatchObject({ ...registrationOf(id), status: 'active', version: 2 });
  });

  it('does not make an account active whose Worker cannot be told its standing yet', async () => {
    const id = await newAccount();
    const answer = await register(id, { workerUrl: 'https://127.0.0.1:1' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await rowOf(id)).status).toBe('provisioning');
    expect(await rowOf(id)).not.toHaveProperty('workerUrl');
    expect((await register(id)).status).toBe(200);
  });

  const after: Record<AccountStatus, { registered: string; ended: string }> = {
    provisioning: { registered: 'active', ended: 'offboarding' },
    active: { registered: 'active', ended: 'offboarding' },
    suspended: { registered: 'suspended', ended: 'offboarding' },
    failed: { registered: 'active', ended: 'offboarding' },
    offboarding: { registered: 'offboarding', ended: 'offboarding' },
    offboarded: { registered: 'offboarded', ended: 'offboarded' },
  };
  it.each(accountStatuses)('moves an account that is %s as the table of states says', async (status) => {
    const id = await newAccount();
    await platform.change('accounts', id, { status });
    await register(id);
    expect((await rowOf(id)).status).toBe(after[status].registered);
    await platform.change('accounts', id, { status });
    expect((await end(id)).status).toBe(204);
    expect((await rowOf(id)).status).toBe(after[status].ended);
  });

  it('is replaced by a new release, and nothing else of the account changes', async () => {
    const id = await newAccount();
    await register(id);
    await platform.change('accounts', id, { status: 'suspended', statusReason: 'Unpaid.' });
    const before = await rowOf(id);
    expect((await register(id, { release: 'ffffffffffffffff' })).status).toBe(200);
    const { updatedAt: _, updatedBy: __, ...then } = before;
    expect(await rowOf(id)).toMatchObject({ ...then, release: 'ffffffffffffffff', version: 3 });
  });

  it('is read back as it was stored', async () => {
    const id = await newAccount();
    expect((await read(id)).body).toEqual({ placement: 'script', cell: 'default', status: 'provisioning' });
    await register(id);
    expect((await read(id)).body).toEqual({ ...registrationOf(id), status: 'active' });
  });

  it('removes the location of the account when it ends, once', async () => {
    const id = await newAccount();
    await register(id);
    await end(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'offboarding', placement: 'script', cell: 'west', version: 3 });
    for (const field of ['workerUrl', 'scriptName', 'databaseId', 'bucketName'])
      expect(row).not.toHaveProperty(field);
    expect((await end(id)).status).toBe(204);
    expect((await rowOf(id)).version).toBe(3);
  });

  it('is refused for an offboarded account, whose row stays unchanged', async () => {
    const id = await newAccount();
    await platform.change('accounts', id, { status: 'offboarded' });
    const before = await rowOf(id);
    const answer = await register(id);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      type: 'urn:freehold:problem:account-closed',
      detail: `Account ${id} is offboarded and cannot be registered again.`,
    });
    expect(await rowOf(id)).toEqual(before);
  });

  it('is refused for an unknown account', async () => {
    const id = 'acc-01kdw5h80c0000000000000005';
    expect((await register(id)).status).toBe(404);
    expect((await read(id)).status).toBe(404);
    expect((await end(id)).status).toBe(204);
  });

  it.each([
    ['no cell', { cell: undefined }, '#/cell'],
    ['a placement that does not exist', { placement: 'orbit' }, '#/placement'],
    ['an address without https', { workerUrl: 'http://x.example' }, '#/workerUrl'],
    ['a status', { status: 'active' }, '#/status'],
  ])('is refused with %s, naming the field', async (_what, changes, pointer) => {
    const id = await newAccount();
    const answer = await register(id, changes);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
    expect((await rowOf(id)).status).toBe('provisioning');
  });

  it.each(['PUT', 'GET', 'DELETE'])('is refused without the secret: %s', async (method) => {
    const id = await newAccount();
    const request = {
      method,
      ...(method === 'PUT' ? { body: registrationOf(id) } : {}),
      token: platform.people.operator,
    };
    expect((await platform.call(registrationPath(id), request)).status).toBe(401);
    expect((await rowOf(id)).status).toBe('provisioning');
  });

  it.each([
    ['PUT', 'takes an account back to an older place'],
    ['DELETE', 'closes an account that was registered since'],
  ])('never %s: a recorded %s is refused', async (method) => {
    const id = await newAccount();
    await register(id);
    const path = registrationPath(id);
    const body = method === 'PUT' ? JSON.stringify(registrationOf(id)) : '';
    const [messageId, now] = [randomUUID(), new Date()];
    const text = `${method} ${path}\n${body}`;
    const headers = {
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(platform.automation.secret).sign(messageId, now, text),
    };
    const send = () => platform.call(path, { method, headers, ...(body === '' ? {} : { body }) });
    expect((await send()).status).toBeLessThan(300);
    await platform.change('accounts', id, { status: 'active' });
    await register(id, { release: 'ffffffffffffffff' });
    expect((await send()).status).toBe(401);
    expect(await rowOf(id)).toMatchObject({ status: 'active', release: 'ffffffffffffffff' });
  });
});
