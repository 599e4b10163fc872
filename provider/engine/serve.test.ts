import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake-answer.ts';
import { connectProvider } from '../testing/provider-client.ts';
import { account, servePackage, stack } from '../testing/served-package.ts';
import { toSecret, unknownValue } from './property-value.ts';

const d1 = 'cloudflare:index/d1Database:D1Database';
const served = servePackage('cloudflare');

describe('serveProviders', () => {
  it('counts each call for the stack it was made for', async () => {
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
    const tokens = ['1', '2'].map((digit) => digit.repeat(40));
    const engines = tokens.map((token, index) => ({
      token,
      client: connectProvider(served.port, `stack-${index}`),
    }));
    await Promise.all(
      engines.map(async ({ client, token }, index) => {
        await client.configure(`stack-${index}`, { apiToken: toSecret(token) });
        await client.create(d1, { accountId: account, name: `engine-${index}` });
        client.close();
      }),
    );
    expect(served.cloudflare.calls.map(({ authorization }) => authorization).sort()).toEqual(
      tokens.map((token) => `Bearer ${token}`),
    );
    expect(served.apiCalls.map((call) => call.stack).sort()).toEqual(['stack-0', 'stack-1']);
  });

  it('refuses a token of another form than Cloudflare gives', async () => {
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

  it('leaves to the update what a preview does not know yet', async () => {
    expect(await served.client.check(d1, { accountId: unknownValue, name: 'db' })).toEqual([]);
    const { state } = await served.client.create(d1, { accountId: account, name: 'planned' }, true);
    expect(state).toMatchObject({ name: 'planned', uuid: unknownValue });
    expect(served.apiCalls).toEqual([]);
  });

  it("shows Cloudflare's own words with the call that it refused", async () => {
    await served.client.create(d1, { accountId: account, name: 'taken' });
    await expect(served.client.create(d1, { accountId: account, name: 'taken' })).rejects.toThrow(
      `POST "${served.cloudflare.baseUrl}/accounts/${account}/d1/database": 400 Bad Request: ` +
        "Database with name 'taken' already exists (code 7502)",
    );
  });

  it('takes an answer that breaks off for one that never came', async () => {
    served.cloudflare.faults.push({ method: 'GET', path: /d1\/database\/[^/]+$/, fault: 'cut-answer' });
    const { id } = await served.client.create(d1, { accountId: account, name: 'cut-off' });
    const read = await served.client.read(d1, `${account}/${id}`);
    expect(read).toMatchObject({ id });
    expect(served.apiCalls.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 200],
      ['GET', 0],
      ['GET', 200],
    ]);
  });

  it('adopts the database whose creation was answered by half', async () => {
    served.cloudflare.faults.push({ method: 'POST', path: /d1\/database$/, fault: 'cut-answer' });
    const { state } = await served.client.create(d1, { accountId: account, name: 'half-answered' });
    expect(state).toMatchObject({ name: 'half-answered' });
    expect(served.cloudflare.databases().filter((name) => name === 'half-answered')).toHaveLength(1);
  });

  it('tries again what is worth trying, and counts every attempt', async () => {
    const fault = { ...refusal(500, 7500, 'oops'), headers: { 'retry-after-ms': '1' } };
    served.cloudflare.faults.push({ method: 'POST', path: /d1\/database$/, fault });
    await served.client.create(d1, { accountId: account, name: 'second-try' });
    expect(served.apiCalls.map(({ status }) => status)).toEqual([500, 200]);
  });

  it('gives up at once when Cloudflare says so', async () => {
    const fault = { ...refusal(500, 7500, 'for good'), headers: { 'x-should-retry': 'false' } };
    served.cloudflare.faults.push({ method: 'POST', path: /d1\/database$/, fault });
    await expect(served.client.create(d1, { accountId: account, name: 'hopeless' })).rejects.toThrow(
      'for good',
    );
    expect(served.apiCalls).toHaveLength(1);
  });

  it('makes no further attempt for an engine that cancelled', async () => {
    const fault = { ...refusal(500, 7500, 'busy'), headers: { 'retry-after-ms': '300' } };
    served.cloudflare.faults.push({ method: 'POST', path: /d1\/database$/, fault });
    const client = connectProvider(served.port, 'cancelled');
    await client.configure('cancelled', {});
    const creation = client.create(d1, { accountId: account, name: 'cancelled' });
    setTimeout(() => void client.cancel(), 100);
    await expect(creation).rejects.toThrow('cancelled');
    expect(served.apiCalls).toHaveLength(1);
    client.close();
  });

  it('says which resource types it has to a program that wants another', async () => {
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
