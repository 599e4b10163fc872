import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEdge, startTestCloud, type TestCloud } from '../../testing.ts';

const databases = '/accounts/{account}/d1/database';
const wranglerFile = new URL('../../../node_modules/wrangler/bin/wrangler.js', import.meta.url).pathname;
const home = mkdtempSync(path.join(tmpdir(), 'wrangler-'));
const connections = path.join(home, 'connections.txt');
const recorder = path.join(home, 'record-connections.mjs');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  writeFileSync(connections, '');
  writeFileSync(
    recorder,
    `import { appendFileSync } from 'node:fs';
import net from 'node:net';
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options.port) appendFileSync(${JSON.stringify(connections)}, (options.host ?? 'localhost') + '\\n');
  return connect.apply(this, args);
};`,
  );
});
afterAll(async () => {
  await cloud.remove();
  rmSync(home, { recursive: true, force: true });
});

async function wrangler(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [wranglerFile, ...args], {
    cwd: home,
    env: {
      HOME: home,
      CI: '1',
      WRANGLER_SEND_METRICS: 'false',
      // The banner asks the package registry for a newer version.
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_API_BASE_URL: cloud.cloudflareApi,
      CLOUDFLARE_API_TOKEN: cloud.config.apiToken,
      CLOUDFLARE_ACCOUNT_ID: cloud.config.accountId,
      NODE_OPTIONS: `--import=${recorder}`,
    },
  });
  return stdout;
}

describe('wrangler', () => {
  it('lists databases and buckets, and runs SQL on a database by its name', {
    timeout: 120_000,
  }, async () => {
    await cloud.call('POST', databases, { name: 'fh-acc-wrangler', jurisdiction: 'eu' });
    await cloud.call(
      'POST',
      '/accounts/{account}/r2/buckets',
      { name: 'fh-acc-wrangler' },
      { 'cf-r2-jurisdiction': 'eu' },
    );

    const listed = JSON.parse(await wrangler('d1', 'list', '--json'));
    expect(listed).toMatchObject([{ name: 'fh-acc-wrangler', jurisdiction: 'eu' }]);
    expect(await wrangler('r2', 'bucket', 'list', '--jurisdiction', 'eu')).toContain('fh-acc-wrangler');

    const sql = "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('x;y'); SELECT a FROM t";
    const executed = await wrangler(
      'd1',
      'execute',
      'fh-acc-wrangler',
      '--remote',
      '--json',
      '--command',
      sql,
    );
    expect(JSON.parse(executed).at(-1).results).toEqual([{ a: 'x;y' }]);

    writeFileSync(path.join(home, 'more.sql'), "INSERT INTO t VALUES ('from a file');");
    await wrangler('d1', 'execute', 'fh-acc-wrangler', '--remote', '--yes', '--file', 'more.sql');
    await wrangler('d1', 'export', 'fh-acc-wrangler', '--remote', '--output', 'dump.sql');
    expect(readFileSync(path.join(home, 'dump.sql'), 'utf8')).toContain(`VALUES('from a file')`);

    const hosts = new Set(readFileSync(connections, 'utf8').trim().split('\n'));
    expect([...hosts]).toEqual(['127.0.0.1']);
  });

  it('deploys a Worker and a second version of it', { timeout: 120_000 }, async () => {
    writeFileSync(
      path.join(home, 'wrangler.json'),
      JSON.stringify({
        name: 'fh-wrangler',
        main: 'worker.js',
        compatibility_date: '2026-07-28',
        workers_dev: false,
      }),
    );
    for (const answer of ['first', 'second']) {
      const code = `export default { fetch: () => new Response(${JSON.stringify(answer)}) };`;
      writeFileSync(path.join(home, 'worker.js'), code);
      await wrangler('deploy');
      await cloud.call('PUT', '/accounts/{account}/workers/domains', {
        hostname: 'deployed.freehold-accounts.localhost',
        service: 'fh-wrangler',
        zone_name: 'freehold-accounts.localhost',
      });
      const response = await askEdge(cloud.edge, 'deployed.freehold-accounts.localhost', '/');
      expect(response.body).toBe(answer);
    }
    const deployments = JSON.parse(await wrangler('deployments', 'list', '--json'));
    expect(deployments).toHaveLength(2);
  });

  it('keeps an uploaded version inactive until it is deployed, and rolls back', {
    timeout: 120_000,
  }, async () => {
    writeFileSync(path.join(home, 'worker.js'), "export default { fetch: () => new Response('third') };");
    await wrangler('versions', 'upload');
    const host = 'deployed.freehold-accounts.localhost';
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('second');
    const versions = JSON.parse(await wrangler('versions', 'list', '--json')) as {
      id: string;
      number: number;
    }[];
    const newest = versions.reduce((one, other) => (other.number > one.number ? other : one));
    await wrangler('versions', 'deploy', `${newest.id}@100%`, '--yes');
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('third');
    const first = versions.reduce((one, other) => (other.number < one.number ? other : one));
    await wrangler('rollback', first.id, '--yes', '--message', 'back');
    expect((await askEdge(cloud.edge, host, '/')).body).toBe('first');
  });
});
