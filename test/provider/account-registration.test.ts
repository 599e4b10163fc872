import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiCall, type ServedProviders, serveProviders } from '../../provider/engine/serve.ts';
import { connectProvider, type ProviderClient } from '../../provider/testing/provider-client.ts';
import { registrationPath } from '../../schema/factory/registration-messages.ts';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';
import { newId } from '../../schema/model/ids.ts';
import { startPlatform, type TestPlatform } from '../../workers/testing/platform-worker.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

const retriesMax = 2;
const stack = 'acc-00000000000000000000000000';
/** Nothing listens there: a registration makes no call to Cloudflare. */
const cloudflare = { baseUrl: 'http://127.0.0.1:9/client/v4', apiToken: 't'.repeat(40) };

/** The platform that registers accounts, and the proxy through which the provider reaches it. */
let registry: TestPlatform;
let platform: RecordingProxy;
let providers: ServedProviders;
let client: ProviderClient;
const apiCalls: ApiCall[] = [];

let accountId: string;
let path: string;
let registration: Record<string, string>;
let inputs: Record<string, string>;
const create = () => client.create(accountRegistrationToken, inputs);

beforeAll(async () => {
  registry = await startPlatform();
  platform = await startRecordingProxy(new URL(registry.url).origin);
  providers = await serveProviders({
    cloudflare,
    platform: { url: platform.origin, secret: registry.automation.secret },
    onApiCall: (call) => apiCalls.push(call),
    packages: ['freehold'],
    retriesMax,
  });
  client = connectProvider(providers.ports.freehold ?? 0, stack);
});
afterAll(async () => {
  client.close();
  await providers.close();
  await platform.close();
  await registry.stop();
});

beforeEach(async () => {
  accountId = (await registry.signUp(`firm-${randomUUID().slice(0, 8)}`)).account.id;
  setAccount(accountId);
  platform.requests.length = 0;
  platform.faults.length = 0;
  apiCalls.length = 0;
});

/** Selects the account of the resources in a test. */
function setAccount(id: string): void {
  accountId = id;
  path = registrationPath(id);
  registration = {
    workerUrl: `https://${id}.${registry.accountsZone}`,
    scriptName: `fh-${id}`,
    databaseId: '149f0c1b-88ba-4377-8f1b-7812ed11a998',
    bucketName: `fh-${id}`,
    placement: 'script',
    cell: 'west',
    release: 'a1b2c3d4e5f60718',
  };
  inputs = { accountId: id, ...registration };
}

/** The row of the account in the registry. */
async function row(): Promise<Record<string, unknown>> {
  const query = registry.database.prepare('SELECT body FROM accounts WHERE id = ?1').bind(accountId);
  return JSON.parse((await query.first<{ body: string }>())?.body ?? '{}');
}

describe('AccountRegistration', () => {
  it('registers the account’s address with one signed request and without a call to Cloudflare', async () => {
    const { id, state } = await create();
    expect(platform.requests).toMatchObject([{ method: 'PUT', path, body: registration }]);
    expect(await row()).toMatchObject({ ...registration, status: 'active' });
    expect(apiCalls).toEqual([]);
    expect(id).toBe(accountId);
    expect(state).toMatchObject({ ...inputs, status: 'active' });
  });

  it('shows the status that the platform returns', async () => {
    await registry.change('accounts', accountId, { status: 'suspended' });
    expect((await create()).state.status).toBe('suspended');
  });

  it('is updated by a new release alone, with one signed request', async () => {
    const { id } = await create();
    platform.requests.length = 0;
    const news = { ...inputs, release: 'ffffffffffffffff' };
    const diff = await client.diff(accountRegistrationToken, inputs, news);
    expect(diff).toEqual({ changes: ['release'], replaces: [] });
    await client.update(accountRegistrationToken, id, inputs, news);
    expect(platform.requests).toHaveLength(1);
    expect(await row()).toMatchObject({ release: 'ffffffffffffffff' });
  });

  it('requires the cell, the placement and the release', async () => {
    const { cell: _, placement: __, release: ___, ...rest } = inputs;
    expect(await client.check(accountRegistrationToken, rest)).toEqual([
      'placement: required',
      'cell: required',
      'release: required',
    ]);
  });

  it('reads back as it was stored, so that a refresh changes nothing', async () => {
    const { id, state } = await create();
    const live = await client.read(accountRegistrationToken, id, inputs, state);
    expect(live).toMatchObject({ id, inputs });
  });

  it('is imported by the id of the account', async () => {
    await create();
    expect(await client.read(accountRegistrationToken, accountId)).toMatchObject({
      id: accountId,
      inputs,
    });
    await expect(client.read(accountRegistrationToken, 'harbour-vale')).rejects.toThrow(
      'give it as <account id>',
    );
  });

  it('is gone for a refresh when the registry has no row, or a row without an address', async () => {
    expect((await client.read(accountRegistrationToken, accountId, inputs)).id).toBe('');
    setAccount(newId('acc', Date.now()));
    expect((await client.read(accountRegistrationToken, accountId, inputs)).id).toBe('');
  });

  it('asks the platform to end the registration when it is deleted', async () => {
    const { id, state } = await create();
    await client.delete(accountRegistrationToken, id, state);
    expect(platform.requests.at(-1)).toMatchObject({ method: 'DELETE', path });
    expect((await row()).status).toBe('offboarding');
  });

  it('is deleted from the state of an older factory, which names the platform by its database', async () => {
    const olds = { ...inputs, cloudflareAccountId: 'a'.repeat(32), platformDatabaseId: 'b' };
    await client.delete(accountRegistrationToken, `${'a'.repeat(32)}/b/${accountId}`, olds);
    expect(platform.requests.at(-1)).toMatchObject({ method: 'DELETE', path });
  });

  it('fails by name when the registry has no such account', async () => {
    setAccount(newId('acc', Date.now()));
    await expect(create()).rejects.toThrow(
      `the platform at ${platform.origin} has no account ${accountId}: sign it up first`,
    );
  });

  it('does not reopen a closed account', async () => {
    await registry.change('accounts', accountId, { status: 'offboarded' });
    await expect(create()).rejects.toThrow(`account ${accountId} is closed and cannot be registered again`);
  });
});

describe('a platform that AccountRegistration cannot reach', () => {
  const busy = { status: 503, headers: { 'retry-after': '0' } };

  it('is called again when it is busy or breaks the connection', async () => {
    platform.faults.push(busy, 'break');
    expect((await create()).state.status).toBe('active');
  });

  it("fails after a limited number of attempts, with the platform's own message", async () => {
    const body = { type: 'urn:freehold:problem:overloaded', title: 'The database is busy' };
    platform.faults.push(busy, busy, { ...busy, body }, busy);
    await expect(create()).rejects.toThrow(
      `PUT "${platform.origin}${path}": 503 Service Unavailable: The database is busy`,
    );
    expect(platform.faults).toHaveLength(1);
    platform.faults.length = 0;
  });

  it('is named in the failure, with what to do, when it does not respond', async () => {
    platform.faults.push('break', 'break', 'break');
    await expect(create()).rejects.toThrow(
      /^PUT ".+": no answer: .+: the platform must run while an account is registered; .*FREEHOLD_PLATFORM_URL/,
    );
  });

  it('is authenticated by its secret, which the failure does not contain', async () => {
    const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const failure = await createWith({ url: platform.origin, secret });
    expect(failure).toContain('401');
    expect(failure).toContain('FREEHOLD_PLATFORM_SECRET must be the secret of this platform');
    expect(failure).not.toContain('whsec_');
  });

  it('is requested by the names of its settings when they are missing', async () => {
    expect(await createWith(undefined)).toContain('set FREEHOLD_PLATFORM_URL and FREEHOLD_PLATFORM_SECRET');
  });

  async function createWith(given: { url: string; secret: string } | undefined): Promise<string> {
    const others = await serveProviders({
      cloudflare,
      platform: given,
      packages: ['freehold'],
      retriesMax: 0,
    });
    const other = connectProvider(others.ports.freehold ?? 0, stack);
    const failure = await other.create(accountRegistrationToken, inputs).then(
      () => 'no failure',
      (error: Error) => error.message,
    );
    other.close();
    await others.close();
    return failure;
  }
});
