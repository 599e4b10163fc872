import { beforeEach, describe, expect, it } from 'vitest';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';
import { serveProviders } from '../engine/serve.ts';
import { connectProvider } from '../testing/provider-client.ts';
import { servePackage, stack } from '../testing/served-package.ts';

const served = servePackage('freehold', 2);
const accountId = 'acc-00000000000000000000000000';
const path = `/internal/v1/accounts/${accountId}/registration`;

const registration = {
  workerUrl: `https://${accountId}.accounts.example`,
  scriptName: `fh-${accountId}`,
  databaseId: '149f0c1b-88ba-4377-8f1b-7812ed11a998',
  bucketName: `fh-${accountId}`,
  placement: 'script',
  cell: 'west',
  release: 'a1b2c3d4e5f60718',
};
const inputs = { accountId, ...registration };
const create = () => served.client.create(accountRegistrationToken, inputs);

beforeEach(() => {
  served.platform.rows.clear();
  served.platform.rows.set(accountId, { status: 'provisioning' });
});

describe('AccountRegistration', () => {
  it('tells the platform where the account is, with one signed request and no call to Cloudflare', async () => {
    const { id, state } = await create();
    expect(served.platform.requests).toEqual([{ method: 'PUT', path, body: registration }]);
    expect(served.apiCalls).toEqual([]);
    expect(id).toBe(accountId);
    expect(state).toMatchObject({ ...inputs, status: 'active' });
  });

  it('takes the status that the platform answers with', async () => {
    served.platform.rows.set(accountId, { status: 'suspended' });
    expect((await create()).state.status).toBe('suspended');
  });

  it('is updated by a new release alone, with one signed request', async () => {
    const { id } = await create();
    served.platform.requests.length = 0;
    const news = { ...inputs, release: 'ffffffffffffffff' };
    const diff = await served.client.diff(accountRegistrationToken, inputs, news);
    expect(diff).toEqual({ changes: ['release'], replaces: [] });
    await served.client.update(accountRegistrationToken, id, inputs, news);
    expect(served.platform.requests).toHaveLength(1);
    expect(served.platform.rows.get(accountId)).toMatchObject({ release: 'ffffffffffffffff' });
  });

  it('needs to be told the cell, the placement and the release: none of them is made up', async () => {
    const { cell: _, placement: __, release: ___, ...rest } = inputs;
    expect(await served.client.check(accountRegistrationToken, rest)).toEqual([
      'placement: required',
      'cell: required',
      'release: required',
    ]);
  });

  it('reads back as it was stored, so that a refresh changes nothing', async () => {
    const { id, state } = await create();
    const live = await served.client.read(accountRegistrationToken, id, inputs, state);
    expect(live).toMatchObject({ id, inputs });
  });

  it('is imported by the id of the account', async () => {
    await create();
    expect(await served.client.read(accountRegistrationToken, accountId)).toMatchObject({
      id: accountId,
      inputs,
    });
    await expect(served.client.read(accountRegistrationToken, 'harbour-vale')).rejects.toThrow(
      'give it as <account id>',
    );
  });

  it('is gone for a refresh when the registry has no row, or says nothing of where the account is', async () => {
    expect((await served.client.read(accountRegistrationToken, accountId, inputs)).id).toBe('');
    served.platform.rows.clear();
    expect((await served.client.read(accountRegistrationToken, accountId, inputs)).id).toBe('');
  });

  it('asks the platform to end the registration when it is deleted', async () => {
    const { id, state } = await create();
    await served.client.delete(accountRegistrationToken, id, state);
    expect(served.platform.requests.at(-1)).toMatchObject({ method: 'DELETE', path });
  });

  it('goes away from a state that an older factory wrote, which names the platform by its database', async () => {
    const olds = { ...inputs, cloudflareAccountId: 'a'.repeat(32), platformDatabaseId: 'b' };
    await served.client.delete(accountRegistrationToken, `${'a'.repeat(32)}/b/${accountId}`, olds);
    expect(served.platform.requests.at(-1)).toMatchObject({ method: 'DELETE', path });
  });

  it('fails by name when the registry has no such account', async () => {
    served.platform.rows.clear();
    await expect(create()).rejects.toThrow(
      `the platform at ${served.platform.url} has no account ${accountId}: it has to sign up first`,
    );
  });

  it('does not open an account again that was closed', async () => {
    served.platform.rows.set(accountId, { status: 'offboarded' });
    await expect(create()).rejects.toThrow(`account ${accountId} is closed and cannot be registered again`);
  });
});

describe('a platform that AccountRegistration cannot reach at once', () => {
  const busy = { status: 503, headers: { 'retry-after': '0' } };

  it('is asked again when it is busy, or breaks off', async () => {
    served.platform.faults.push(busy, 'break');
    expect((await create()).state.status).toBe('active');
  });

  it('is given up after a bounded number of attempts, with its own words', async () => {
    const body = { type: 'urn:freehold:problem:overloaded', title: 'The database is busy' };
    served.platform.faults.push(busy, busy, { ...busy, body }, busy);
    await expect(create()).rejects.toThrow(
      `PUT "${served.platform.url}${path}": 503 Service Unavailable: The database is busy`,
    );
    expect(served.platform.faults).toHaveLength(1);
    served.platform.faults.length = 0;
  });

  it('is named with what to do when nothing answers there', async () => {
    served.platform.faults.push('break', 'break', 'break');
    await expect(create()).rejects.toThrow(
      /^PUT ".+": no answer: .+: the platform has to run while an account is registered; .*FREEHOLD_PLATFORM_URL/,
    );
  });

  it('says so when the secret is that of another factory, and never the secret', async () => {
    const platform = { url: served.platform.url, secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}` };
    const failure = await createWith(platform);
    expect(failure).toContain('401');
    expect(failure).toContain('FREEHOLD_PLATFORM_SECRET has to be the secret of this platform');
    expect(failure).not.toContain('whsec_');
  });

  it('is asked for by name where the process was told of none', async () => {
    expect(await createWith(undefined)).toContain('set FREEHOLD_PLATFORM_URL and FREEHOLD_PLATFORM_SECRET');
  });

  async function createWith(platform: { url: string; secret: string } | undefined): Promise<string> {
    const providers = await serveProviders({
      cloudflare: { baseUrl: served.cloudflare.baseUrl, apiToken: 't'.repeat(40) },
      platform,
      packages: ['freehold'],
      retriesMax: 0,
    });
    const client = connectProvider(providers.ports.freehold ?? 0, stack);
    const failure = await client.create(accountRegistrationToken, inputs).then(
      () => 'no failure',
      (error: Error) => error.message,
    );
    client.close();
    await providers.close();
    return failure;
  }
});
