import Cloudflare, { toFile } from 'cloudflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEdge, startTestCloud, type TestCloud } from '../../testing.ts';

const scripts = '/accounts/{account}/workers/scripts';
const hello = `export default { async fetch() { return new Response('hello'); }, async scheduled() {} }`;

let cloud: TestCloud;
let client: Cloudflare;
beforeAll(async () => {
  cloud = await startTestCloud();
  client = new Cloudflare({ baseURL: cloud.cloudflareApi, apiToken: cloud.config.apiToken, maxRetries: 0 });
});
afterAll(() => cloud.remove());

async function serve(script: string): Promise<string> {
  const hostname = `${script}.freehold.localhost`;
  await cloud.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: script });
  return hostname;
}

describe('an upload', () => {
  it('runs with its bindings, and returns its settings', async () => {
    const database = (await cloud.call('POST', '/accounts/{account}/d1/database', { name: 'bound' })).body
      .result;
    await cloud.call(
      'POST',
      '/accounts/{account}/r2/buckets',
      { name: 'bound' },
      { 'cf-r2-jurisdiction': 'eu' },
    );
    const namespace = (
      await cloud.call('POST', '/accounts/{account}/storage/kv/namespaces', { title: 'bound' })
    ).body.result;
    const bindings = [
      { type: 'd1', name: 'DB', id: database.uuid },
      { type: 'r2_bucket', name: 'DOCUMENTS', bucket_name: 'bound', jurisdiction: 'eu' },
      { type: 'kv_namespace', name: 'CACHE', namespace_id: namespace.id },
      { type: 'plain_text', name: 'TEXT', text: 'plain' },
      { type: 'secret_text', name: 'SECRET', text: 'hidden' },
      { type: 'json', name: 'JSON', json: { a: 1 } },
      { type: 'ratelimit', name: 'LIMIT', namespace_id: '4001', simple: { limit: 2, period: 60 } },
    ];
    const code = `export default { async fetch(request, env) {
      await env.DOCUMENTS.put('k', 'from r2');
      await env.CACHE.put('k', 'from kv');
      return Response.json([
        await env.DB.prepare('SELECT 1 AS one').first('one'),
        await (await env.DOCUMENTS.get('k')).text(),
        await env.CACHE.get('k'), env.TEXT, env.SECRET, env.JSON.a,
        (await env.LIMIT.limit({ key: 'somebody' })).success,
      ]);
    } }`;
    const uploaded = await cloud.upload('bound', code, { bindings, compatibility_flags: ['nodejs_compat'] });
    expect(uploaded).toMatchObject({ status: 200, body: { result: { id: 'bound', has_modules: true } } });
    const { body } = await askEdge(cloud.edge, await serve('bound'), '/');
    expect(JSON.parse(body)).toEqual([1, 'from r2', 'from kv', 'plain', 'hidden', 1, true]);

    const settings = (await cloud.call('GET', `${scripts}/bound/settings`)).body.result;
    expect(settings).toMatchObject({
      compatibility_date: '2026-07-28',
      compatibility_flags: ['nodejs_compat'],
    });
    const shown = bindings.map(({ text, ...rest }) => {
      if (rest.type === 'd1') return { ...rest, database_id: rest.id };
      return rest.type === 'plain_text' ? { ...rest, text } : rest;
    });
    expect(settings.bindings).toEqual(shown);
    const read = await cloud.call(
      'GET',
      `/accounts/{account}/storage/kv/namespaces/${namespace.id}/values/k`,
    );
    expect(read.body).toBe('from kv');
  });

  it('returns the code on content/v2, and 404 for an unknown script', async () => {
    await cloud.upload('content', hello);
    const answer = await cloud.call('GET', `${scripts}/content/content/v2`);
    expect(answer.body).toContain(hello);
    const service = await cloud.call('GET', '/accounts/{account}/workers/services/content');
    expect(service.body.result.default_environment.script).toMatchObject({ id: 'content' });
    for (const path of [`${scripts}/none/content/v2`, '/accounts/{account}/workers/services/none']) {
      expect(await cloud.call('GET', path)).toMatchObject({
        status: 404,
        body: { errors: [{ code: 10007 }] },
      });
    }
  });

  it('is refused when the resource of a binding does not exist', async () => {
    const cases: [Record<string, unknown>, number][] = [
      [{ type: 'd1', id: '00000000-0000-0000-0000-000000000000' }, 10181],
      [{ type: 'r2_bucket', bucket_name: 'none', jurisdiction: 'eu' }, 10085],
      [{ type: 'kv_namespace', namespace_id: 'none' }, 10041],
      [{ type: 'service', service: 'none' }, 10143],
      [{ type: 'hyperdrive', id: 'none' }, 10021],
      [{ type: 'ratelimit', namespace_id: '4001', simple: { limit: 2, period: 30 } }, 10021],
      [{ type: 'ratelimit', simple: { limit: 2, period: 60 } }, 10021],
    ];
    for (const [binding, code] of cases) {
      const refused = await cloud.upload('unbound', hello, { bindings: [{ ...binding, name: 'B' }] });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ code }] } });
    }
    expect((await cloud.call('GET', `${scripts}/unbound/settings`)).status).toBe(404);
  });

  it('finds a bucket only in the jurisdiction that the binding names', async () => {
    await cloud.call(
      'POST',
      '/accounts/{account}/r2/buckets',
      { name: 'eu-only' },
      { 'cf-r2-jurisdiction': 'eu' },
    );
    const bindings = [{ type: 'r2_bucket', name: 'B', bucket_name: 'eu-only' }];
    expect((await cloud.upload('misplaced', hello, { bindings })).body.errors[0].code).toBe(10085);
  });

  it('is refused when it does not start, and the previous version stays in service', async () => {
    await cloud.upload('steady', hello);
    const host = await serve('steady');
    const refused = await cloud.upload('steady', 'throw new Error("no start")');
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 10021 }] } });
    expect(refused.body.errors[0].message).toContain('no start');
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('hello');
  });

  it('accepts the metadata first or last, with or without a file name', async () => {
    const metadata = JSON.stringify({ main_module: 'm.js' });
    const first = new FormData();
    first.append('metadata', metadata);
    first.append('m.js', new File([hello], 'm.js', { type: 'application/javascript+module' }));
    expect((await cloud.call('PUT', `${scripts}/metadata-first`, first)).status).toBe(200);
    const missing = new FormData();
    missing.append('metadata', metadata);
    expect((await cloud.call('PUT', `${scripts}/no-module`, missing)).status).toBe(400);
  });

  it('works through the SDK, which flattens the metadata', async () => {
    const uploaded = await client.workers.scripts.update('sdk', {
      account_id: cloud.config.accountId,
      metadata: {
        main_module: 'index.js',
        compatibility_date: '2026-07-28',
        compatibility_flags: ['nodejs_compat'],
        bindings: [
          { type: 'plain_text', name: 'ONE', text: '1' },
          { type: 'plain_text', name: 'TWO', text: '2' },
        ],
      },
      files: [await toFile(Buffer.from(hello), 'index.js', { type: 'application/javascript+module' })],
    });
    expect(uploaded.id).toBe('sdk');
    expect((await askEdge(cloud.edge, await serve('sdk'), '/')).body).toBe('hello');
    expect((await cloud.call('GET', `${scripts}/sdk/settings`)).body.result).toMatchObject({
      compatibility_flags: ['nodejs_compat'],
      bindings: [{ name: 'ONE' }, { name: 'TWO', text: '2' }],
    });
  });

  it('keeps secrets when it asks to, and drops them when it does not', async () => {
    const code = `export default { fetch: (request, env) => new Response(String(env.KEY)) }`;
    await cloud.upload('secretive', code);
    const host = await serve('secretive');
    await cloud.call('PUT', `${scripts}/secretive/secrets`, {
      name: 'KEY',
      text: 'one',
      type: 'secret_text',
    });
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('one');
    expect((await cloud.call('GET', `${scripts}/secretive/secrets`)).body.result).toEqual([
      { name: 'KEY', type: 'secret_text' },
    ]);
    await cloud.upload('secretive', `${code}//2`, { keep_bindings: ['secret_text'] });
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('one');
    await cloud.upload('secretive', `${code}//3`);
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('undefined');
  });

  it('with the same code and bindings does not cause a restart', async () => {
    const code = `let count = 0; export default { fetch: () => new Response(String(++count)) }`;
    await cloud.upload('same', code);
    const host = await serve('same');
    await askEdge(cloud.edge, host, '/');
    await cloud.upload('same', code);
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('2');
  });
});

describe('a script', () => {
  it('is not deleted while another binds to it, unless forced', async () => {
    await cloud.upload('callee', hello);
    await cloud.upload('caller', `export default { fetch: (request, env) => env.CALLEE.fetch(request) }`, {
      bindings: [{ type: 'service', name: 'CALLEE', service: 'callee' }],
    });
    expect((await askEdge(cloud.edge, await serve('caller'), '/')).body).toBe('hello');
    expect((await cloud.call('DELETE', `${scripts}/callee`)).body.errors[0].code).toBe(10064);
    expect((await cloud.call('DELETE', `${scripts}/callee?force=true`)).status).toBe(200);
    expect((await cloud.call('DELETE', `${scripts}/callee`)).body.errors[0].code).toBe(10007);
  });

  it('is deleted with its domains and routes', async () => {
    await cloud.upload('leaving', hello);
    const host = await serve('leaving');
    await cloud.call('DELETE', `${scripts}/leaving`);
    expect((await askEdge(cloud.edge, host, '/')).status).toBe(404);
    const listed = await cloud.call('GET', `/accounts/{account}/workers/domains?hostname=${host}`);
    expect(listed.body.result).toEqual([]);
  });

  it('can bind two databases from different volumes, with the rows of both', async () => {
    const create = async (name: string): Promise<string> => {
      const { uuid } = (await cloud.call('POST', '/accounts/{account}/d1/database', { name })).body.result;
      const sql = `CREATE TABLE t (a); INSERT INTO t VALUES ('${name}')`;
      await cloud.call('POST', `/accounts/{account}/d1/database/${uuid}/query`, { sql });
      return uuid;
    };
    const [left, right] = [await create('left'), await create('right')];
    const code = `export default { async fetch(request, env) {
      const read = (db) => db.prepare('SELECT a FROM t').first('a');
      return Response.json([await read(env.LEFT), await read(env.RIGHT)]);
    } }`;
    const bindings = [
      { type: 'd1', name: 'LEFT', id: left },
      { type: 'd1', name: 'RIGHT', id: right },
    ];
    await cloud.upload('both', code, { bindings });
    expect(JSON.parse((await askEdge(cloud.edge, await serve('both'), '/')).body)).toEqual(['left', 'right']);
    expect((await cloud.call('DELETE', `/accounts/{account}/d1/database/${left}`)).status).toBe(200);
    const sql = 'SELECT a FROM t';
    const rest = await cloud.call('POST', `/accounts/{account}/d1/database/${right}/query`, { sql });
    expect(rest.body.result[0].results).toEqual([{ a: 'right' }]);
  });

  it('keeps workers.dev, cron triggers, versions and deployments', async () => {
    await cloud.upload('kept', hello);
    await cloud.call('POST', `${scripts}/kept/subdomain`, { enabled: true, previews_enabled: false });
    expect((await cloud.call('GET', `${scripts}/kept/subdomain`)).body.result).toEqual({
      enabled: true,
      previews_enabled: false,
    });
    expect((await askEdge(cloud.edge, 'kept.freehold-local.workers.dev', '/')).body).toBe('hello');
    await cloud.call('DELETE', `${scripts}/kept/subdomain`);
    expect((await askEdge(cloud.edge, 'kept.freehold-local.workers.dev', '/')).status).toBe(404);
    await cloud.call('PUT', `${scripts}/kept/schedules`, [{ cron: '*/5 * * * *' }]);
    expect((await cloud.call('PUT', `${scripts}/kept/schedules`, [{ cron: 'often' }])).status).toBe(400);
    await cloud.upload('kept', `${hello}//2`);
    expect((await cloud.call('GET', `${scripts}/kept/schedules`)).body.result.schedules).toMatchObject([
      { cron: '*/5 * * * *' },
    ]);
    expect((await cloud.call('GET', `${scripts}/kept/versions`)).body.result.items).toMatchObject([
      { number: 2 },
      { number: 1 },
    ]);
    const { deployments } = (await cloud.call('GET', `${scripts}/kept/deployments`)).body.result;
    expect(deployments[0].versions).toMatchObject([{ percentage: 100 }]);
  });
});

describe('custom domains and routes', () => {
  const domains = '/accounts/{account}/workers/domains';

  it('attach a host again under the same id', async () => {
    await cloud.upload('first', hello);
    await cloud.upload('second', hello.replace('hello', 'second'));
    const hostname = 'moving.freehold-accounts.localhost';
    const attached = await cloud.call('PUT', domains, {
      hostname,
      service: 'first',
      zone_id: cloud.accountsZoneId,
    });
    const moved = await cloud.call('PUT', domains, { hostname, service: 'second' });
    expect(moved.body.result).toMatchObject({ id: attached.body.result.id, zone_id: cloud.accountsZoneId });
    expect((await askEdge(cloud.edge, hostname, '/')).body).toBe('second');
    const id = attached.body.result.id;
    expect((await cloud.call('GET', `${domains}/${id}`)).body.result).toMatchObject({
      hostname,
      service: 'second',
    });
    expect((await cloud.call('DELETE', `${domains}/${id}`)).status).toBe(200);
    expect((await cloud.call('DELETE', `${domains}/${id}`)).status).toBe(404);
  });

  it('refuse a host outside the zones, another zone and an unknown script', async () => {
    await cloud.upload('inside', hello);
    const refuse = async (body: object): Promise<number> => (await cloud.call('PUT', domains, body)).status;
    expect(await refuse({ hostname: 'example.com', service: 'inside' })).toBe(400);
    const hostname = 'x.freehold.localhost';
    expect(await refuse({ hostname, service: 'inside', zone_id: cloud.accountsZoneId })).toBe(400);
    expect(await refuse({ hostname, service: 'none' })).toBe(404);
  });

  it('route a pattern, changed and removed by its id', async () => {
    await cloud.upload('routed', hello);
    const routes = `/zones/${cloud.zoneId}/workers/routes`;
    const pattern = '*.freehold.localhost/*';
    const created = await cloud.call('POST', routes, { pattern, script: 'routed' });
    expect((await cloud.call('POST', routes, { pattern, script: 'routed' })).body.errors[0].code).toBe(10020);
    expect((await askEdge(cloud.edge, 'any.freehold.localhost', '/x?y')).body).toBe('hello');
    const url = `${routes}/${created.body.result.id}`;
    await cloud.call('PUT', url, { pattern: 'only.freehold.localhost/api/*', script: 'routed' });
    expect((await askEdge(cloud.edge, 'any.freehold.localhost', '/x')).status).toBe(404);
    expect((await askEdge(cloud.edge, 'only.freehold.localhost', '/api/x')).body).toBe('hello');
    expect((await cloud.call('GET', routes)).body.result).toHaveLength(1);
    expect((await cloud.call('DELETE', url)).status).toBe(200);
    expect((await cloud.call('GET', url)).status).toBe(404);
  });
});

describe('KV', () => {
  it('keeps namespaces and values with their metadata', async () => {
    const namespaces = '/accounts/{account}/storage/kv/namespaces';
    const { id } = (await cloud.call('POST', namespaces, { title: 'kv' })).body.result;
    expect((await cloud.call('POST', namespaces, { title: 'kv' })).body.errors[0].code).toBe(10014);
    await cloud.call('PUT', `${namespaces}/${id}/values/a%2Fb`, 'plain');
    const form = new FormData();
    form.append('value', 'with metadata');
    form.append('metadata', '{"a":1}');
    await cloud.call('PUT', `${namespaces}/${id}/values/c`, form);
    expect((await cloud.call('GET', `${namespaces}/${id}/values/a%2Fb`)).body).toBe('plain');
    const keys = await cloud.call('GET', `${namespaces}/${id}/keys`);
    expect(keys.body.result).toEqual([{ name: 'a/b' }, { name: 'c', metadata: { a: 1 } }]);
    await cloud.call('DELETE', `${namespaces}/${id}/values/c`);
    expect((await cloud.call('GET', `${namespaces}/${id}/values/c`)).status).toBe(404);
    await cloud.call('PUT', `${namespaces}/${id}`, { title: 'renamed' });
    expect((await cloud.call('GET', `${namespaces}/${id}`)).body.result.title).toBe('renamed');
    expect((await cloud.call('DELETE', `${namespaces}/${id}`)).status).toBe(200);
    expect((await cloud.call('GET', `${namespaces}/${id}`)).status).toBe(404);
  });
});
