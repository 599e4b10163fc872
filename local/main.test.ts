import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { askEdge, type CloudAnswer, createCloudClient, testConfig } from './testing.ts';

interface Ready {
  readonly type: string;
  readonly cloudflareApi: string;
  readonly edge: string;
  readonly issuer: string;
}

const config = testConfig();
const running = new Set<ChildProcess>();
const databases = '/accounts/{account}/d1/database';

afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  running.clear();
  rmSync(config.directory, { recursive: true, force: true });
});

async function start(): Promise<{
  child: ChildProcess;
  ready: Ready;
  call: ReturnType<typeof createCloudClient>;
}> {
  const child = fork(new URL('./main.ts', import.meta.url), {
    silent: true,
    execArgv: [],
    env: {
      // biome-ignore lint/style/noProcessEnv: the child needs PATH to find /bin/ps
      PATH: process.env.PATH,
      FREEHOLD_CLOUD_DIRECTORY: config.directory,
      FREEHOLD_CLOUD_ACCOUNT_ID: config.accountId,
      FREEHOLD_CLOUD_API_TOKEN: config.apiToken,
      FREEHOLD_ISSUER_SECRET: config.issuerSecret,
    },
  });
  running.add(child);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => {
      if (message.type === 'failed') throw new Error(`the cloud cannot start: ${message.reason}`);
      return message as Ready;
    }),
    // `close` comes after the last output.
    once(child, 'close').then(([code, signal]) => {
      throw new Error(`the cloud ended with ${signal ?? code}: ${said}`);
    }),
  ]);
  return { child, ready, call: createCloudClient(ready.cloudflareApi, config) };
}

/** workerd processes and watchdogs that were started for this folder. */
function leftOver(): string[] {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const isOurs = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(config.directory);
    } catch {
      return false;
    }
  };
  return processes
    .map((line) => line.trim())
    .filter((line) => /workerd.* serve|freehold-watchdog/u.test(line))
    .filter((line) => line.includes(config.directory) || isOurs(line.split(' ')[0] ?? ''));
}

function query(
  call: (...args: Parameters<ReturnType<typeof createCloudClient>>) => Promise<CloudAnswer>,
  uuid: string,
) {
  return async (sql: string): Promise<unknown> =>
    (await call('POST', `${databases}/${uuid}/query`, { sql })).body.result[0].results;
}

/** Creates a database with a row, a bucket, and a Worker on a host. */
async function furnish(call: ReturnType<typeof createCloudClient>): Promise<string> {
  const { uuid } = (await call('POST', databases, { name: 'kept', jurisdiction: 'eu' })).body.result;
  await query(call, uuid)("CREATE TABLE t (a); INSERT INTO t VALUES ('row')");
  await call('POST', '/accounts/{account}/r2/buckets', { name: 'kept' }, { 'cf-r2-jurisdiction': 'eu' });
  const code = `export default { async fetch(request, env) {
    if (request.method === 'PUT') await env.BUCKET.put('k', 'object');
    const object = await env.BUCKET.get('k');
    return new Response(await env.DB.prepare('SELECT a FROM t').first('a') + ' ' + (await object?.text()));
  } }`;
  const form = new FormData();
  form.append('index.js', new File([code], 'index.js', { type: 'application/javascript+module' }));
  const bindings = [
    { type: 'd1', name: 'DB', id: uuid },
    { type: 'r2_bucket', name: 'BUCKET', bucket_name: 'kept', jurisdiction: 'eu' },
  ];
  form.append(
    'metadata',
    JSON.stringify({ main_module: 'index.js', bindings, compatibility_date: '2026-07-28' }),
  );
  await call('PUT', '/accounts/{account}/workers/scripts/kept', form);
  await call('PUT', '/accounts/{account}/workers/domains', {
    hostname: 'kept.freehold.localhost',
    service: 'kept',
  });
  return uuid;
}

describe('the process of the local cloud', () => {
  it('reports when it is ready, ends on SIGTERM and leaves no process behind', async () => {
    const { child, ready, call } = await start();
    expect(ready).toMatchObject({ type: 'ready', cloudflareApi: expect.stringMatching(/\/client\/v4$/u) });
    await furnish(call);
    expect(leftOver().length).toBeGreaterThan(1);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(leftOver()).toEqual([]);
  });

  it('ends when its parent disconnects', async () => {
    const { child } = await start();
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(leftOver()).toEqual([]);
  });

  it('stops workerd when it is killed, and keeps all data', async () => {
    const first = await start();
    const uuid = await furnish(first.call);
    const put = await askEdge(first.ready.edge, 'kept.freehold.localhost', '/', { method: 'PUT' });
    expect(put.body).toBe('row object');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    await expect.poll(leftOver, { timeout: 10_000 }).toEqual([]);

    const second = await start();
    const got = await askEdge(second.ready.edge, 'kept.freehold.localhost', '/');
    expect(got.body).toBe('row object');
    expect(await query(second.call, uuid)('SELECT a FROM t')).toEqual([{ a: 'row' }]);
    const listed = await second.call('GET', databases);
    expect(listed.body.result).toMatchObject([{ uuid, name: 'kept', jurisdiction: 'eu' }]);
  });

  it('keeps every confirmed change when it is killed between two calls', async () => {
    const names: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const { child, call } = await start();
      const exited = once(child, 'exit');
      let answered = 0;
      const creations = Array.from({ length: 12 }, async (_, count) => {
        const name = `round-${round}-${count}`;
        const created = await call('POST', databases, { name });
        if (created.status === 200) names.push(name);
        answered += 1;
        if (answered === round * 3) child.kill('SIGKILL');
      });
      await Promise.allSettled(creations);
      await exited;
    }
    const { call } = await start();
    const listed = await call('GET', `${databases}?per_page=1000`);
    const found = listed.body.result.map((one: { name: string }) => one.name);
    expect(names.filter((name) => !found.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(18);
  });

  it('refuses a folder that another cloud has open', async () => {
    const { call } = await start();
    await expect(start()).rejects.toThrow(/cannot start: .*is another local cloud running on this folder/su);
    expect((await call('GET', databases)).status).toBe(200);
  });
});
