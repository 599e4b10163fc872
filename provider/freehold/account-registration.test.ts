import { beforeEach, describe, expect, it } from 'vitest';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';
import { account, servePackage } from '../testing/served-package.ts';

const served = servePackage('freehold', 1);
const accountId = 'acc-00000000000000000000000000';

let platformDatabaseId: string;
beforeEach(async () => {
  const { result } = await post('', { name: `platform-${Math.random()}` });
  platformDatabaseId = (result as { uuid: string }).uuid;
  await query('CREATE TABLE accounts (id TEXT PRIMARY KEY, body TEXT NOT NULL)');
  await setRow({ name: 'Harbour & Vale', slug: 'harbour-vale', status: 'provisioning', version: 1 });
  served.cloudflare.calls.length = 0;
});

async function post(path: string, body: object) {
  const url = `${served.cloudflare.baseUrl}/accounts/${account}/d1/database${path}`;
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as { readonly result: unknown };
}

async function query(sql: string, ...params: readonly string[]): Promise<readonly Record<string, string>[]> {
  const { result } = await post(`/${platformDatabaseId}/query`, { sql, params });
  return (result as { results: Record<string, string>[] }[])[0]?.results ?? [];
}

const setRow = (body: object) =>
  query('INSERT OR REPLACE INTO accounts (id, body) VALUES (?1, ?2)', accountId, JSON.stringify(body));

async function row(): Promise<Record<string, unknown>> {
  const [found] = await query('SELECT body FROM accounts');
  return JSON.parse(found?.body ?? '{}') as Record<string, unknown>;
}

const inputs = () => ({
  cloudflareAccountId: account,
  platformDatabaseId,
  accountId,
  workerUrl: `https://${accountId}.accounts.example`,
  scriptName: `fh-${accountId}`,
  databaseId: '149f0c1b-88ba-4377-8f1b-7812ed11a998',
  bucketName: `fh-${accountId}`,
});
const routing = () => {
  const { cloudflareAccountId: _, platformDatabaseId: __, accountId: ___, ...rest } = inputs();
  return { ...rest, placement: 'script', cell: 'default' };
};

describe('AccountRegistration', () => {
  it('stores where the account is, and makes it active, with one call', async () => {
    const { id, state } = await served.client.create(accountRegistrationToken, inputs());
    expect(served.apiCalls).toHaveLength(1);
    expect(id).toBe(`${account}/${platformDatabaseId}/${accountId}`);
    expect(state.status).toBe('active');
    expect(await row()).toEqual({
      name: 'Harbour & Vale',
      slug: 'harbour-vale',
      ...routing(),
      status: 'active',
      version: 2,
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      updatedBy: 'system',
    });
  });

  it('makes an account active whose provisioning had failed', async () => {
    await setRow({ status: 'failed', version: 3 });
    await served.client.create(accountRegistrationToken, inputs());
    expect((await row()).status).toBe('active');
  });

  it('leaves a suspended account suspended', async () => {
    await setRow({ status: 'suspended', version: 3 });
    const { state } = await served.client.create(accountRegistrationToken, inputs());
    expect(state.status).toBe('suspended');
    expect(await row()).toMatchObject({ status: 'suspended', ...routing() });
  });

  it('fails by name when the registry has no such account', async () => {
    const stranger = 'acc-11111111111111111111111111';
    await expect(
      served.client.create(accountRegistrationToken, { ...inputs(), accountId: stranger }),
    ).rejects.toThrow(`no accounts row with id ${stranger} in the platform database ${platformDatabaseId}`);
  });

  it('does not open an account again that was closed', async () => {
    await setRow({ status: 'offboarded', version: 9 });
    await expect(served.client.create(accountRegistrationToken, inputs())).rejects.toThrow(
      `account ${accountId} is offboarded and cannot be registered again`,
    );
    expect(await row()).toEqual({ status: 'offboarded', version: 9 });
  });

  it('stores a change with one call', async () => {
    const olds = inputs();
    const { id } = await served.client.create(accountRegistrationToken, olds);
    served.apiCalls.length = 0;
    const news = { ...olds, workerUrl: 'https://elsewhere.example' };
    await served.client.update(accountRegistrationToken, id, olds, news);
    expect(served.apiCalls).toHaveLength(1);
    expect(await row()).toMatchObject({ workerUrl: 'https://elsewhere.example', version: 3 });
  });

  it('reads back as it was stored, so that a refresh changes nothing', async () => {
    const { id, state } = await served.client.create(accountRegistrationToken, inputs());
    served.apiCalls.length = 0;
    const live = await served.client.read(accountRegistrationToken, id, inputs(), state);
    expect(live).toMatchObject({ id, inputs: inputs() });
    expect(served.apiCalls).toHaveLength(1);
  });

  it('is gone for a refresh when the row is, or says nothing of where the account is', async () => {
    const id = `${account}/${platformDatabaseId}/${accountId}`;
    expect((await served.client.read(accountRegistrationToken, id, inputs())).id).toBe('');
    await query('DELETE FROM accounts');
    expect((await served.client.read(accountRegistrationToken, id, inputs())).id).toBe('');
  });

  it('makes the account unreachable when it is deleted, and leaves it to be offboarded to the end', async () => {
    const { id, state } = await served.client.create(accountRegistrationToken, inputs());
    served.apiCalls.length = 0;
    await served.client.delete(accountRegistrationToken, id, state);
    expect(served.apiCalls).toHaveLength(1);
    const closed = await row();
    expect(closed).toMatchObject({ slug: 'harbour-vale', status: 'offboarding', version: 3 });
    expect(Object.keys(closed)).not.toContain('workerUrl');
    expect(Object.keys(closed)).not.toContain('databaseId');
    await served.client.delete(accountRegistrationToken, id, state);
    expect((await row()).version).toBe(3);
  });

  it('takes its fields from an account that is being offboarded, and leaves a closed one alone', async () => {
    const { id, state } = await served.client.create(accountRegistrationToken, inputs());
    await setRow({ ...routing(), status: 'offboarding', version: 5 });
    await served.client.delete(accountRegistrationToken, id, state);
    const closed = await row();
    expect(closed).toMatchObject({ status: 'offboarding', version: 6 });
    expect(Object.keys(closed)).not.toContain('workerUrl');
    await setRow({ status: 'offboarded', version: 9 });
    await served.client.delete(accountRegistrationToken, id, state);
    expect(await row()).toEqual({ status: 'offboarded', version: 9 });
  });
});
