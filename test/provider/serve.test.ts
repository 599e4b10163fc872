import { describe, expect, it } from 'vitest';
import { toSecret, unknownValue } from '../../provider/engine/property-value.ts';
import { connectProvider } from '../../provider/testing/provider-client.ts';
import { account, servePackage, stack } from './served-package.ts';

const d1 = 'cloudflare:index/d1Database:D1Database';
const databases = '/d1/database$';
const served = servePackage('cloudflare');
const databasesNamed = async (name: string) =>
  (await served.cloud.call('GET', `/accounts/{account}/d1/database?name=${name}`)).body.result;

describe('serveProviders', () => {
  it('reports each call with its stack', async () => {
    await served.client.create(d1, { accountId: account, name: 'counted' });
    expect(served.apiCalls).toEqual([
      {
        stack,
        urn: `urn:pulumi:${stack}::factory::${d1}::thing`,
        method: 'POST',
        path: `/accounts/${account}/d1/database`,
        status: 200,
      },
    ]);
  });

  it('serves engines with different tokens at the same time', async () => {
    const tokens = [served.cloud.config.apiToken, '2'.repeat(40)];
    const outcomes = tokens.map(async (token, index) => {
      const client = connectProvider(served.port, `stack-${index}`);
      await client.configure(`stack-${index}`, { apiToken: toSecret(token) });
      const created = client.create(d1, { accountId: account, name: `engine-${index}` });
      return created.then(({ state }) => state.name, String).finally(() => client.close());
    });
    expect(await Promise.all(outcomes)).toEqual([
      'engine-0',
      expect.stringContaining('Authentication error (code 10000)'),
    ]);
    expect(served.calls.map(({ authorization }) => authorization).sort()).toEqual(
      tokens.map((token) => `Bearer ${token}`).sort(),
    );
    expect(served.apiCalls.map((call) => `${call.stack} ${call.status}`).sort()).toEqual([
      'stack-0 200',
      'stack-1 403',
    ]);
  });

  it('refuses a token that is not formatted as Cloudflare’s', async () => {
    expect(await served.client.checkConfig({ apiToken: 'short' })).toEqual([
      'apiToken: API tokens must be 40 to 80 characters of A-Z, a-z, 0-9, - and _',
    ]);
    expect(
      await served.client.checkConfig({ apiToken: unknownValue, baseUrl: 'http://127.0.0.1:1/v4' }),
    ).toEqual([]);
  });

  it('names inputs that are missing, unknown or wrong', async () => {
    expect(await served.client.check(d1, { jurisdiction: 'mars', name: 7, size: 1 })).toEqual([
      'jurisdiction: must be one of eu, fedramp',
      'name: must be of type string',
      `size: ${d1} has no input of this name`,
      'accountId: required',
    ]);
  });

  it('accepts values that are unknown in a preview', async () => {
    expect(await served.client.check(d1, { accountId: unknownValue, name: 'db' })).toEqual([]);
    const { state } = await served.client.create(d1, { accountId: account, name: 'planned' }, true);
    expect(state).toMatchObject({ name: 'planned', uuid: unknownValue });
    expect(served.apiCalls).toEqual([]);
  });

  it('shows Cloudflare’s own message with the call that it refused', async () => {
    await served.client.create(d1, { accountId: account, name: 'taken' });
    await expect(served.client.create(d1, { accountId: account, name: 'taken' })).rejects.toThrow(
      `POST "${served.baseUrl}/accounts/${account}/d1/database": 400 Bad Request: ` +
        "A database named 'taken' already exists (code 7502)",
    );
  });

  it('repeats a call whose response is incomplete', async () => {
    await served.cloud.failNext('GET', '/d1/database/[^/]+$', { effect: 'after', action: 'cut' });
    const { id } = await served.client.create(d1, { accountId: account, name: 'cut-off' });
    const read = await served.client.read(d1, `${account}/${id}`);
    expect(read).toMatchObject({ id });
    expect(served.apiCalls.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 200],
      ['GET', 0],
      ['GET', 200],
    ]);
  });

  it('adopts the database whose creation had a truncated response', async () => {
    await served.cloud.failNext('POST', databases, { effect: 'after', action: 'cut' });
    const { state } = await served.client.create(d1, { accountId: account, name: 'half-answered' });
    expect(state).toMatchObject({ name: 'half-answered' });
    expect(await databasesNamed('half-answered')).toHaveLength(1);
  });

  it('retries a failure that may pass, and reports every attempt', async () => {
    const headers = { 'retry-after-ms': '1' };
    await served.cloud.failNext('POST', databases, { effect: 'before', action: 'status', headers });
    await served.client.create(d1, { accountId: account, name: 'second-try' });
    expect(served.apiCalls.map(({ status }) => status)).toEqual([500, 200]);
  });

  it('does not retry when Cloudflare forbids it', async () => {
    const headers = { 'x-should-retry': 'false' };
    await served.cloud.failNext('POST', databases, { effect: 'before', action: 'status', headers });
    await expect(served.client.create(d1, { accountId: account, name: 'hopeless' })).rejects.toThrow(
      'Injected fault',
    );
    expect(served.apiCalls).toHaveLength(1);
  });

  it('makes no further attempt for an engine that cancelled', async () => {
    const headers = { 'retry-after-ms': '2000' };
    await served.cloud.failNext('POST', databases, { effect: 'before', action: 'status', headers });
    const client = connectProvider(served.port, 'cancelled');
    await client.configure('cancelled', {});
    const creation = client.create(d1, { accountId: account, name: 'cancelled' });
    const refused = expect(creation).rejects.toThrow('cancelled');
    await expect.poll(() => served.apiCalls, { timeout: 10_000 }).toHaveLength(1);
    await client.cancel();
    await refused;
    expect(served.apiCalls).toHaveLength(1);
    client.close();
  });

  it('lists its resource types when a program uses another', async () => {
    await expect(served.client.create('cloudflare:index/zone:Zone', {})).rejects.toThrow(
      'has no resource type cloudflare:index/zone:Zone; it has cloudflare:index/d1Database:D1Database',
    );
  });

  it('describes itself as a Pulumi package', async () => {
    const schema = JSON.parse(await served.client.schema()) as Record<string, unknown>;
    expect(schema).toMatchObject({
      name: 'cloudflare',
      resources: { [d1]: { requiredInputs: ['accountId', 'name'] } },
    });
  });
});
