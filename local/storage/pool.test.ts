import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listeningPorts } from '../../system/testing/listening-ports.ts';
import { askEdge, startTestCloud, type TestCloud, testConfig } from '../testing.ts';

const databases = '/accounts/{account}/d1/database';

let cloud: TestCloud | undefined;
afterEach(() => cloud?.remove());

async function start(runningMax: number): Promise<TestCloud> {
  const directory = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  cloud = await startTestCloud({ ...testConfig(directory), runningMax });
  return cloud;
}

async function createDatabase({ call }: TestCloud, name: string): Promise<(sql: string) => Promise<unknown>> {
  const { uuid } = (await call('POST', databases, { name })).body.result;
  return async (sql) =>
    (await call('POST', `${databases}/${uuid}/query`, { sql })).body.result?.at(-1).results;
}

/** Process ids of the workerd processes that were started; some may have ended. */
function notedPids({ config }: TestCloud): number[] {
  return readdirSync(path.join(config.directory, 'run', 'workerd')).map(Number);
}

describe('the pool of processes', () => {
  it('respects its limit, and restarts processes that it had to stop', async () => {
    const running = await start(2);
    const queries = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      const query = await createDatabase(running, name);
      await query(`CREATE TABLE t (a); INSERT INTO t VALUES ('${name}')`);
      queries.push(query);
    }
    await expect.poll(() => running.pool.runningCount, { timeout: 10_000 }).toBeLessThanOrEqual(2);
    const rows = [];
    for (const query of queries) rows.push(await query('SELECT a FROM t'));
    expect(rows).toEqual([[{ a: 'a' }], [{ a: 'b' }], [{ a: 'c' }], [{ a: 'd' }]]);
  });

  it('starts again after workerd has died', async () => {
    const running = await start(12);
    const query = await createDatabase(running, 'crashed');
    await query("CREATE TABLE t (a); INSERT INTO t VALUES ('kept')");
    for (const pid of notedPids(running)) process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => query('SELECT a FROM t').catch(() => undefined), { timeout: 10_000 })
      .toEqual([{ a: 'kept' }]);
  });

  it('answers every call while a new version is deployed', async () => {
    const running = await start(12);
    const code = (version: number) => `export default { fetch: () => new Response('${version}') }`;
    await running.upload('rolling', code(0));
    const hostname = 'rolling.freehold.localhost';
    await running.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: 'rolling' });
    let isDone = false;
    const statuses = new Set<number>();
    const calls = (async () => {
      while (!isDone) statuses.add((await askEdge(running.edge, hostname, '/')).status);
    })();
    for (const version of [1, 2, 3]) await running.upload('rolling', code(version));
    isDone = true;
    await calls;
    expect([...statuses]).toEqual([200]);
    expect((await askEdge(running.edge, hostname, '/')).body).toBe('3');
  });

  it('starts groups concurrently', async () => {
    const running = await start(12);
    const queries = await Promise.all(['e', 'f', 'g', 'h'].map((name) => createDatabase(running, name)));
    const results = await Promise.all(queries.map((query) => query('SELECT 1 AS one')));
    expect(results).toEqual(Array(4).fill([{ one: 1 }]));
  });

  it('keeps running when clients disconnect in the middle of a request', async () => {
    const running = await start(12);
    await running.upload('slow', `export default { fetch: (request) => new Response(request.body) }`);
    const hostname = 'slow.freehold.localhost';
    await running.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: 'slow' });
    for (let count = 0; count < 10; count += 1) {
      const sent = request(running.edge, { method: 'POST', headers: { host: hostname } });
      sent.on('error', () => undefined);
      const written = new Promise((resolve) => sent.write('x'.repeat(100_000), resolve));
      // Some go before the Worker has begun to answer, the others afterwards.
      if (count % 2 === 0) await written;
      else await once(sent, 'response');
      sent.destroy();
    }
    const answer = await askEdge(running.edge, hostname, '/', { method: 'POST', body: 'whole' });
    expect(answer.body).toBe('whole');
  });

  it("writes what Workers print to the log file, with the Worker's error", async () => {
    const running = await start(12);
    await running.upload(
      'printing',
      `export default { fetch() { console.log('printed'); throw new Error('thrown'); } }`,
    );
    const hostname = 'printing.freehold.localhost';
    await running.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: 'printing' });
    await askEdge(running.edge, hostname, '/');
    const read = () => readFileSync(path.join(running.config.directory, 'logs', 'workers.log'), 'utf8');
    await expect.poll(read, { timeout: 10_000 }).toContain('printed');
    await expect.poll(read, { timeout: 10_000 }).toContain('Error: thrown');
  });

  it('removes the files of deleted resources', async () => {
    const running = await start(12);
    const storage = path.join(running.config.directory, 'storage');
    const { uuid } = (await running.call('POST', databases, { name: 'deleted' })).body.result;
    await running.call('POST', `${databases}/${uuid}/query`, { sql: 'CREATE TABLE t (a)' });
    expect(readdirSync(path.join(storage, 'd1'))).toEqual([uuid]);
    await running.call('DELETE', `${databases}/${uuid}`);
    expect(readdirSync(path.join(storage, 'd1'))).toEqual([]);
  });

  it('opens no port that reaches a Worker or a bucket without the secret of the gateway', async () => {
    const running = await start(12);
    await running.upload('hidden', "export default { fetch: () => new Response('reached') }");
    const { creation_date } = (
      await running.call('POST', '/accounts/{account}/r2/buckets', { name: 'hidden' })
    ).body.result;
    expect(creation_date).toBeDefined();
    const hostname = 'hidden.freehold.localhost';
    await running.call('PUT', '/accounts/{account}/workers/domains', { hostname, service: 'hidden' });
    expect((await askEdge(running.edge, hostname, '/')).body).toBe('reached');
    const ports = (await Promise.all(notedPids(running).map(listeningPorts))).flat();
    expect(ports.length).toBeGreaterThan(0);
    const attempts: readonly [string, Record<string, string>][] = [
      ['/', {}],
      ['/', { 'mf-route-override': 'hidden' }],
      ['/', { 'x-freehold-op': 'fetch', 'x-freehold-target': 'script:hidden' }],
      ['/cdn-cgi/local/r2/s3/hidden', {}],
      ['/cdn-cgi/explorer', {}],
      ['/cdn-cgi/platform-proxy', { 'mf-op': 'GET' }],
    ];
    for (const port of ports) {
      for (const [url, headers] of attempts) {
        const answer = await fetch(`http://127.0.0.1:${port}${url}`, { headers });
        expect([url, headers, answer.status]).toEqual([url, headers, 403]);
      }
    }
  });
});
