import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { containsSecret, toPlainProperties, toSecret } from '../../provider/engine/property-value.ts';
import { account, servePackage } from './served-package.ts';

const served = servePackage('cloudflare');
const methods = () => served.calls.map(({ method }) => method);

const d1 = 'cloudflare:index/d1Database:D1Database';
const r2 = 'cloudflare:index/r2Bucket:R2Bucket';
const lifecycle = 'cloudflare:index/r2BucketLifecycle:R2BucketLifecycle';
const script = 'cloudflare:index/workersScript:WorkersScript';
const subdomain = 'cloudflare:index/workersScriptSubdomain:WorkersScriptSubdomain';
const domain = 'cloudflare:index/workersCustomDomain:WorkersCustomDomain';
const route = 'cloudflare:index/workersRoute:WorkersRoute';
const cron = 'cloudflare:index/workersCronTrigger:WorkersCronTrigger';

describe('D1Database', () => {
  const inputs = {
    accountId: account,
    name: 'fh-one',
    jurisdiction: 'eu',
    readReplication: { mode: 'disabled' },
  };

  it('has the uuid as its id and shows the values that Cloudflare computed', async () => {
    const { id, state } = await served.client.create(d1, inputs);
    expect(state).toMatchObject({ ...inputs, uuid: id, version: 'production', numTables: 0 });
    expect(served.calls[0]?.body).toEqual({
      name: 'fh-one',
      jurisdiction: 'eu',
      read_replication: { mode: 'disabled' },
    });
  });

  it('reads back as it was created, so that a refresh changes nothing', async () => {
    const { id, state } = await served.client.create(d1, { ...inputs, name: 'fh-two' });
    const live = await served.client.read(d1, id, { ...inputs, name: 'fh-two' }, state);
    expect(live).toMatchObject({ id, inputs: { ...inputs, name: 'fh-two' } });
  });

  it('is imported by account and uuid, with the inputs of the program that created it', async () => {
    const { id } = await served.client.create(d1, { ...inputs, name: 'fh-three' });
    const live = await served.client.read(d1, `${account}/${id}`);
    expect(live).toMatchObject({ id, inputs: { ...inputs, name: 'fh-three' } });
  });

  it('describes the format of an import id', async () => {
    await expect(served.client.read(d1, 'a/b/c')).rejects.toThrow('give it as <account id>/<database id>');
  });

  it('changes its replication in place', async () => {
    const olds = { ...inputs, name: 'fh-four' };
    const { id } = await served.client.create(d1, olds);
    await served.client.update(d1, id, olds, { ...olds, readReplication: { mode: 'auto' } });
    expect(served.calls.at(-1)?.body).toEqual({
      name: 'fh-four',
      jurisdiction: 'eu',
      primary_location_hint: null,
      read_replication: { mode: 'auto' },
    });
  });

  it('is gone for a refresh, and an error for a delete, once it was deleted elsewhere', async () => {
    const { id, state } = await served.client.create(d1, { ...inputs, name: 'fh-five' });
    await served.client.delete(d1, id, state);
    expect((await served.client.read(d1, id, inputs, state)).id).toBe('');
    await expect(served.client.delete(d1, id, state)).rejects.toThrow('404 Not Found');
  });

  it('is adopted when the response to its creation was lost', async () => {
    await served.cloud.failNext('POST', '/d1/database$', { effect: 'after', action: 'drop' });
    const { id, state } = await served.client.create(d1, { ...inputs, name: 'fh-lost' });
    expect(state.uuid).toBe(id);
    const { body } = await served.cloud.call('GET', '/accounts/{account}/d1/database?name=fh-lost');
    expect(body.result).toHaveLength(1);
    expect(served.apiCalls.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 0',
      'POST 400',
      'GET 200',
    ]);
  });

  it('does not adopt the database of another creator', async () => {
    await served.client.create(d1, { ...inputs, name: 'fh-theirs' });
    await expect(served.client.create(d1, { ...inputs, name: 'fh-theirs' })).rejects.toThrow(
      'already exists',
    );
  });
});

describe('R2Bucket', () => {
  const inputs = { accountId: account, name: 'fh-bucket', jurisdiction: 'eu' };
  const bucketsIn = async (jurisdiction: string): Promise<readonly string[]> => {
    const headers = { 'cf-r2-jurisdiction': jurisdiction };
    const { body } = await served.cloud.call('GET', '/accounts/{account}/r2/buckets', undefined, headers);
    return body.result.buckets.map(({ name }: { name: string }) => name);
  };

  it('is created in the namespace of its jurisdiction', async () => {
    const { id, state } = await served.client.create(r2, inputs);
    expect(id).toBe('fh-bucket');
    expect(state).toMatchObject({ ...inputs, storageClass: 'Standard' });
    expect(await bucketsIn('eu')).toContain('fh-bucket');
    expect(await bucketsIn('default')).not.toContain('fh-bucket');
    expect(served.calls[0]?.body).toEqual({ name: 'fh-bucket', storageClass: 'Standard' });
  });

  it('is imported by account, name and jurisdiction', async () => {
    const live = await served.client.read(r2, `${account}/fh-bucket/eu`);
    expect(live).toMatchObject({ id: 'fh-bucket', inputs });
    expect((await served.client.diff(r2, live.inputs, inputs)).changes).toEqual([]);
    expect((await served.client.read(r2, `${account}/fh-bucket`)).id).toBe('');
  });

  it('is adopted when the response to its creation was lost', async () => {
    await served.cloud.failNext('POST', '/r2/buckets$', { effect: 'after', action: 'drop' });
    const { id } = await served.client.create(r2, { ...inputs, name: 'fh-lost' });
    expect(id).toBe('fh-lost');
  });

  it('changes the class of new objects in place', async () => {
    await served.client.update(r2, 'fh-bucket', inputs, { ...inputs, storageClass: 'InfrequentAccess' });
    const live = await served.client.read(r2, 'fh-bucket', inputs);
    expect(live.inputs.storageClass).toBe('InfrequentAccess');
  });

  it('has lifecycle rules that stay when their resource is deleted', async () => {
    const rules = [
      {
        id: 'tidy',
        enabled: true,
        conditions: { prefix: '' },
        abortMultipartUploadsTransition: { condition: { type: 'Age', maxAge: 86_400 } },
      },
    ];
    const olds = { accountId: account, bucketName: 'fh-bucket', jurisdiction: 'eu', rules };
    const { id, state } = await served.client.create(lifecycle, olds);
    expect(id).toBe(account);
    expect((await served.client.read(lifecycle, id, olds, state)).inputs).toEqual(olds);
    await served.client.delete(lifecycle, id, state);
    expect(methods()).not.toContain('DELETE');
  });

  it('is deleted in the namespace of its jurisdiction', async () => {
    await served.client.delete(r2, 'fh-bucket', inputs);
    expect(await bucketsIn('eu')).not.toContain('fh-bucket');
  });
});

/** Creates the database and the bucket that the script of a test binds. */
async function createBound(suffix: string) {
  const { body } = await served.cloud.call('POST', '/accounts/{account}/d1/database', {
    name: `db-${suffix}`,
  });
  const headers = { 'cf-r2-jurisdiction': 'eu' };
  const bucket = `bucket-${suffix}`;
  await served.cloud.call('POST', '/accounts/{account}/r2/buckets', { name: bucket }, headers);
  return { databaseId: String(body.result.uuid), bucket };
}

/** The form of the last upload of a script, as it was sent. */
async function lastUpload() {
  const call = served.calls.findLast(({ method, path }) => method === 'PUT' && path.includes('/scripts/'));
  const headers = { 'content-type': call?.contentType ?? '' };
  const form = await new Response(new Uint8Array(call?.bytes ?? []), { headers }).formData();
  const code = form.get('index.js');
  return {
    text: call?.bytes.toString('utf8'),
    code: code instanceof Blob ? await code.text() : code,
    metadata: JSON.parse(String(form.get('metadata'))),
  };
}

describe('WorkersScript', () => {
  const code = 'export default { fetch: () => new Response("hello") };\n';
  const sha256 = createHash('sha256').update(code).digest('hex');
  let folder: string;
  let databaseId: string;
  let inputs: Parameters<typeof toPlainProperties>[0];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-script-'));
    await writeFile(join(folder, 'index.js'), code);
    const bound = await createBound('bound');
    databaseId = bound.databaseId;
    inputs = {
      accountId: account,
      scriptName: 'fh-script',
      mainModule: 'index.js',
      contentFile: join(folder, 'index.js'),
      contentSha256: sha256,
      compatibilityDate: '2026-07-28',
      bindings: [
        { type: 'd1', name: 'DB', id: databaseId },
        { type: 'r2_bucket', name: 'DOCUMENTS', bucketName: bound.bucket, jurisdiction: 'eu' },
        { type: 'ratelimit', name: 'LIMIT', namespaceId: '4001', simple: { limit: 200, period: 10 } },
        { type: 'secret_text', name: 'SECRET', text: toSecret('hush') },
        { type: 'plain_text', name: 'ISSUER', text: 'https://issuer.example' },
      ],
    };
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is uploaded as one form, the code first and its metadata last', async () => {
    await served.client.create(script, inputs);
    const uploaded = await lastUpload();
    expect(uploaded.code).toBe(code);
    expect(uploaded.text).toMatch(
      /name="index\.js"; filename="index\.js"\r\nContent-Type: application\/javascript\+module[\s\S]+name="metadata"\r\nContent-Type: application\/json/,
    );
    expect(uploaded.metadata).toEqual({
      main_module: 'index.js',
      compatibility_date: '2026-07-28',
      logpush: false,
      usage_model: 'standard',
      bindings: [
        { type: 'd1', name: 'DB', id: databaseId },
        { type: 'r2_bucket', name: 'DOCUMENTS', bucket_name: 'bucket-bound', jurisdiction: 'eu' },
        { type: 'ratelimit', name: 'LIMIT', namespace_id: '4001', simple: { limit: 200, period: 10 } },
        { type: 'secret_text', name: 'SECRET', text: 'hush' },
        { type: 'plain_text', name: 'ISSUER', text: 'https://issuer.example' },
      ],
    });
  });

  it('keeps its code out of the state, and every text of a binding secret in it', async () => {
    const { id, state } = await served.client.create(script, inputs);
    expect(id).toBe('fh-script');
    expect(JSON.stringify(state)).not.toContain('new Response');
    const [, , , secret, plain] = state.bindings as Parameters<typeof containsSecret>[0][];
    expect(containsSecret(secret)).toBe(true);
    expect(containsSecret(plain)).toBe(true);
    expect(state.hasModules).toBe(true);
  });

  it('refuses code that does not match the hash of the program', async () => {
    expect(await served.client.check(script, { ...inputs, contentSha256: '0'.repeat(64) })).toEqual([
      `contentSha256: ${folder}/index.js has the SHA-256 ${sha256}, not ${'0'.repeat(64)}`,
    ]);
    expect(await served.client.check(script, { ...inputs, contentFile: '/no/such/file.js' })).toEqual([
      'contentFile: no readable file /no/such/file.js',
    ]);
  });

  it('refuses inputs that it cannot upload', async () => {
    expect(await served.client.check(script, { ...inputs, assets: { directory: '/public' } })).toEqual([
      `assets: ${script} has no input of this name`,
    ]);
  });

  it('reads back as it was uploaded, so that a refresh changes nothing', async () => {
    const { id, state } = await served.client.create(script, inputs);
    const live = await served.client.read(script, id, inputs, state);
    expect((await served.client.diff(script, live.inputs, inputs)).changes).toEqual([]);
    expect(containsSecret(live.inputs.bindings)).toBe(true);
  });

  it('shows no change when Cloudflare adds a default inside a binding', async () => {
    const { id, state } = await served.client.create(script, inputs);
    const { metadata } = await lastUpload();
    const bindings = metadata.bindings.map((binding: { simple?: object }) =>
      binding.simple === undefined
        ? binding
        : { ...binding, simple: { ...binding.simple, mitigation_timeout: 0 } },
    );
    expect((await served.cloud.upload('fh-script', code, { ...metadata, bindings })).status).toBe(200);
    const live = await served.client.read(script, id, inputs, state);
    expect((await served.client.diff(script, live.inputs, inputs)).changes).toEqual([]);
  });

  it('shows in a refresh that the code or a bound database was changed elsewhere', async () => {
    const { id, state } = await served.client.create(script, inputs);
    const other = await createBound('other');
    const bindings = [{ type: 'd1', name: 'DB', id: other.databaseId }];
    const otherCode = 'export default { fetch: () => new Response("other") };\n';
    expect((await served.cloud.upload('fh-script', otherCode, { bindings })).status).toBe(200);
    const live = await served.client.read(script, id, inputs, state);
    expect((await served.client.diff(script, live.inputs, inputs)).changes).toEqual([
      'bindings[0].id',
      'bindings[1]',
      'bindings[2]',
      'bindings[3]',
      'bindings[4]',
      'contentSha256',
    ]);
  });

  it('resets with null the inputs that the program no longer has', async () => {
    const olds = toPlainProperties({ ...inputs, limits: { cpuMs: 50 } });
    await served.client.update(script, 'fh-script', olds, inputs);
    expect((await lastUpload()).metadata.limits).toBeNull();
  });

  it('has a subdomain whose id is the account', async () => {
    const olds = { accountId: account, scriptName: 'fh-script', enabled: false, previewsEnabled: false };
    const { id, state } = await served.client.create(subdomain, olds);
    expect(id).toBe(account);
    expect(served.calls[0]?.body).toEqual({ enabled: false, previews_enabled: false });
    expect((await served.client.read(subdomain, id, olds, state)).inputs).toEqual(olds);
  });

  it('has schedules that are deleted with it and not separately', async () => {
    const olds = { accountId: account, scriptName: 'fh-script', schedules: [{ cron: '* * * * *' }] };
    const { id, state } = await served.client.create(cron, olds);
    expect(id).toBe('fh-script');
    expect((await served.client.read(cron, id, olds, state)).inputs).toEqual(olds);
    await served.client.delete(cron, id, state);
    expect(methods()).not.toContain('DELETE');
  });

  it('is gone for a refresh once it was deleted', async () => {
    const { id, state } = await served.client.create(script, inputs);
    await served.client.delete(script, id, state);
    expect((await served.client.read(script, id, inputs, state)).id).toBe('');
  });
});

describe('a script on a host', () => {
  beforeAll(async () => {
    await served.cloud.upload('fh-served', 'export default { fetch: () => new Response("served") };');
  });

  describe('WorkersCustomDomain', () => {
    const inputsOf = () => ({
      accountId: account,
      hostname: `one.${served.cloud.accountsZone}`,
      service: 'fh-served',
      zoneId: served.cloud.accountsZoneId,
    });

    it('shows the values that Cloudflare chose, and reads back without a change', async () => {
      const inputs = inputsOf();
      const { id, state } = await served.client.create(domain, inputs);
      expect(state).toMatchObject({
        certId: expect.stringMatching(/.+/),
        environment: 'production',
        zoneId: inputs.zoneId,
      });
      expect((await served.client.read(domain, id, inputs, state)).inputs).toEqual(inputs);
    });

    it('is replaced for any change', async () => {
      const inputs = inputsOf();
      const { replaces } = await served.client.diff(domain, inputs, { ...inputs, hostname: 'two.example' });
      expect(replaces).toEqual(['hostname']);
    });
  });

  describe('WorkersRoute', () => {
    it('is refused a second time, and imported instead', async () => {
      const { zone, zoneId } = served.cloud;
      const inputs = { zoneId, pattern: `*.${zone}/*`, script: 'fh-served' };
      const { id } = await served.client.create(route, inputs);
      await expect(served.client.create(route, inputs)).rejects.toThrow('(code 10020)');
      expect(await served.client.read(route, `${zoneId}/${id}`, {}, {})).toMatchObject({ id, inputs });
    });
  });
});
