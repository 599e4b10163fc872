import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stepsOfOneScenario } from '../../harness/scenario.ts';
import { filesOfRelease } from '../../infra/release/release-files.ts';
import { sealRelease } from '../../infra/testing/seal-release.ts';
import { startTestCloud, type TestCloud } from '../../local/testing.ts';
import { type ApiCall, type ServedProviders, serveProviders } from '../../provider/engine/serve.ts';
import { startPlatform, type TestPlatform } from '../../workers/testing/platform-worker.ts';
import { type Engine, startEngine } from './pulumi-engine.ts';

const migrationsOf = (tier: string) =>
  fileURLToPath(new URL(`../../schema/migrations/${tier}`, import.meta.url));

let cloud: TestCloud;
let providers: ServedProviders;
let engine: Engine;
let folder: string;
let config: Record<string, unknown>;
let accountId: string;
/** The platform that registers accounts: its real Worker, with its own registry. */
let registry: TestPlatform;
const apiCalls: ApiCall[] = [];
const lines = () => apiCalls.map(({ method, path }) => `${method} ${path.replace(/.*\/accounts\/\w+/, '')}`);
const up = () => engine.run(accountId, 'up', '--yes', '--skip-preview');
/** Names of the migrations that the tests add to the existing ones. */
let notes: string;
let broken: string;
/** The last release that was deployed completely. */
let fourth: string;

function ordinal(number: number): string {
  return String(number).padStart(4, '0');
}

beforeAll(async () => {
  const { runRelease } = await import('../../infra/release/run-release.ts');
  // In this order: a local cloud makes later Miniflares of its process start workerd its own way.
  registry = await startPlatform();
  cloud = await startTestCloud();
  accountId = (await registry.signUp('harbour-vale')).account.id;
  providers = await serveProviders({
    platform: { url: registry.url, secret: registry.automation.secret },
    cloudflare: { baseUrl: cloud.cloudflareApi, apiToken: cloud.config.apiToken },
    onApiCall: (call) => apiCalls.push(call),
    retriesMax: 1,
  });
  engine = await startEngine(runRelease, providers.debugProviders);
  folder = await mkdtemp(join(tmpdir(), 'freehold-release-'));
  await cp(migrationsOf('account'), join(folder, 'migrations'), { recursive: true });
  // The program of a release finds Pulumi's SDKs from its own folder upwards.
  await symlink(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  const { length } = (await readdir(migrationsOf('account'))).filter((name) => name.endsWith('.sql'));
  [notes, broken] = [`${ordinal(length + 1)}_notes`, `${ordinal(length + 2)}_broken`];
  config = {
    'factory:cloudflareAccountId': cloud.config.accountId,
    'factory:issuer': 'https://issuer.example',
    'factory:zoneName': cloud.zone,
    'factory:zoneId': cloud.zoneId,
    'factory:accountsZoneName': cloud.accountsZone,
    'factory:accountsZoneId': cloud.accountsZoneId,
    'factory:platformPublicKey': '{}',
    'factory:releasesDirectory': folder,
    'factory:release': await release('first'),
    'factory:region': 'eu',
    'factory:placement': 'script',
    'factory:cell': 'west',
  };
}, 60_000);

afterAll(async () => {
  await engine.close();
  await providers.close();
  await rm(folder, { recursive: true });
  await Promise.all([cloud.remove(), registry.stop()]);
});

beforeEach(() => {
  apiCalls.length = 0;
});

/** Creates a release with an account bundle that differs from every other, and the current migrations. */
async function release(bundle: string): Promise<string> {
  const { buildReleaseProgram } = await import('../../infra/build.ts');
  const files = filesOfRelease(await mkdtemp(join(folder, '.draft-')));
  await writeFile(files.program, (await buildReleaseProgram()).code);
  for (const tier of ['account', 'platform'] as const) {
    await mkdir(dirname(files.bundle(tier)));
    const code = `export default { fetch: () => new Response('${tier === 'account' ? bundle : tier}') };\n`;
    await writeFile(files.bundle(tier), code);
    const migrations = tier === 'account' ? join(folder, 'migrations') : migrationsOf(tier);
    await cp(migrations, files.migrations(tier), { recursive: true });
  }
  return sealRelease(folder, files.folder);
}

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  return (await cloud.call('POST', `/accounts/{account}${path}`, body, headers)).body.result;
}

async function list(path: string, headers: Record<string, string> = {}) {
  return (await cloud.call('GET', `/accounts/{account}${path}`, undefined, headers)).body.result;
}

async function query(databaseId: string, sql: string) {
  const [answer] = await post(`/d1/database/${databaseId}/query`, { sql });
  return answer.results;
}

/** Names of the databases in the account, in alphabetical order. */
async function databases(): Promise<readonly string[]> {
  const found: { name: string }[] = await list('/d1/database');
  return found.map(({ name }) => name).sort();
}

const setAccountConfig = (changes: object = {}) => {
  Object.assign(config, changes);
  return engine.configure(accountId, config);
};

async function rowOf(id: string): Promise<Record<string, unknown>> {
  const row = await registry.database
    .prepare('SELECT body FROM accounts WHERE id = ?1')
    .bind(id)
    .first<{ body: string }>();
  return JSON.parse(row?.body ?? '{}');
}

async function accountDatabaseId(): Promise<string> {
  const resources = await engine.resources(accountId);
  return resources.find(({ type }) => type === 'cloudflare:index/d1Database:D1Database')?.id ?? '';
}

describe('the life of a platform and of an account on a real engine', { timeout: 60_000 }, () => {
  stepsOfOneScenario();

  it('creates the platform with seven calls', async () => {
    await engine.init('platform', {
      ...config,
      'factory:kind': 'platform',
      'factory:automationUrl': 'https://automation.example',
      'factory:automationSecret': 'whsec_c2VjcmV0',
      'factory:platformSigningKey': '{}',
    });
    const { exitCode, output } = await engine.run('platform', 'up', '--yes', '--skip-preview');
    expect(output).toContain('+ 9 created');
    expect(exitCode).toBe(0);
    expect(apiCalls).toHaveLength(7);
  });

  it('creates an account with six calls, although the response to the first was lost', async () => {
    await engine.init(accountId, {});
    await setAccountConfig({
      'factory:kind': 'account',
    });
    await cloud.failNext('POST', '/d1/database$', { effect: 'after', action: 'drop' });
    const { exitCode, output } = await up();
    expect(output).toContain('+ 9 created');
    expect(exitCode).toBe(0);
    const databaseId = await accountDatabaseId();
    const repeated = ['POST /d1/database', 'POST /d1/database', 'GET /d1/database'];
    expect(lines().sort()).toEqual(
      [
        ...repeated,
        `POST /d1/database/${databaseId}/query`,
        'POST /r2/buckets',
        `PUT /workers/scripts/fh-${accountId}`,
        `POST /workers/scripts/fh-${accountId}/subdomain`,
        'PUT /workers/domains',
      ].sort(),
    );
    expect(await databases()).toEqual([`fh-${accountId}`, 'fh-platform']);
  });

  it('counts every call for its stack', async () => {
    await setAccountConfig({ 'factory:release': await release('second') });
    await up();
    expect(apiCalls.map(({ stack }) => stack)).toEqual([accountId]);
  });

  it('stores the addresses and ids of the account in its row', async () => {
    expect(await rowOf(accountId)).toMatchObject({
      status: 'active',
      placement: 'script',
      cell: 'west',
      workerUrl: `https://${accountId}.${registry.accountsZone}`,
      databaseId: await accountDatabaseId(),
      bucketName: `fh-${accountId}`,
      scriptName: `fh-${accountId}`,
    });
  });

  it('makes no call when nothing changed', async () => {
    const { exitCode, output } = await up();
    expect(exitCode).toBe(0);
    expect(output).toContain('9 unchanged');
    expect(lines()).toEqual([]);
  });

  it('changes the Worker with one call for a new bundle, and the registry names the release', async () => {
    const third = await release('third');
    await setAccountConfig({ 'factory:release': third });
    const { output } = await up();
    expect(output).toContain('~ 2 updated');
    expect(lines()).toEqual([`PUT /workers/scripts/fh-${accountId}`]);
    expect(await rowOf(accountId)).toMatchObject({ status: 'active', release: third });
  });

  it('finds no change in a refresh', async () => {
    const { exitCode, output } = await engine.run(
      accountId,
      'refresh',
      '--yes',
      '--skip-preview',
      '--expect-no-changes',
    );
    expect(output).toContain('9 unchanged');
    expect(exitCode).toBe(0);
    const preview = await engine.run(accountId, 'preview', '--expect-no-changes');
    expect(preview.exitCode).toBe(0);
  });

  it('applies a new migration before the code that needs it', async () => {
    const sql = 'CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT NOT NULL);\n';
    await writeFile(join(folder, 'migrations', `${notes}.sql`), sql);
    fourth = await release('fourth');
    await setAccountConfig({ 'factory:release': fourth });
    const { exitCode } = await up();
    expect(exitCode).toBe(0);
    const databaseId = await accountDatabaseId();
    const queries = Array(2).fill(`POST /d1/database/${databaseId}/query`);
    expect(lines()).toEqual([...queries, `PUT /workers/scripts/fh-${accountId}`]);
  });

  it('refuses a migration that was edited after it was applied, by name and before any call', async () => {
    const file = join(folder, 'migrations', `${notes}.sql`);
    const sql = 'CREATE TABLE notes (id TEXT PRIMARY KEY);\n';
    await writeFile(file, sql);
    await setAccountConfig({ 'factory:release': await release('fourth') });
    const { exitCode, output } = await up();
    expect(exitCode).not.toBe(0);
    expect(output).toContain(`migration ${notes} was edited after it was applied`);
    expect(lines()).toEqual([]);
    await writeFile(file, sql.replace('KEY)', 'KEY, body TEXT NOT NULL)'));
  });

  it("fails with SQLite's own message, and leaves database and code at the previous release", async () => {
    const file = join(folder, 'migrations', `${broken}.sql`);
    await writeFile(file, 'ALTER TABLE notes ADD COLUMN title TEXT;\nINSERT INTO missing VALUES (1);\n');
    await setAccountConfig({ 'factory:release': await release('fifth') });
    const { exitCode, output } = await up();
    expect(exitCode).not.toBe(0);
    expect(output).toContain(`migration ${broken} failed and was rolled back: no such table: missing`);
    expect(output).toContain(`the database stands at ${notes}`);
    expect(lines().filter((line) => line.startsWith('PUT'))).toEqual([]);
    const databaseId = await accountDatabaseId();
    const columns = await query(databaseId, "SELECT name FROM pragma_table_info('notes')");
    expect(columns).toEqual([{ name: 'id' }, { name: 'body' }]);
    await rm(file);
  });

  it('adopts a database and a bucket that an update created without recording them', async () => {
    const orphan = (await registry.signUp('orphan')).account.id;
    const { uuid } = await post('/d1/database', {
      name: `fh-${orphan}`,
      jurisdiction: 'eu',
      read_replication: { mode: 'disabled' },
    });
    await post('/r2/buckets', { name: `fh-${orphan}` }, { 'cf-r2-jurisdiction': 'eu' });
    config['factory:release'] = fourth;
    await engine.init(orphan, { ...config, 'factory:adoptDatabaseId': uuid, 'factory:adoptBucket': 'true' });
    const { exitCode } = await engine.run(orphan, 'up', '--yes', '--skip-preview');
    expect(exitCode).toBe(0);
    expect(lines()).not.toContain('POST /d1/database');
    expect(lines()).not.toContain('POST /r2/buckets');
    await engine.configure(orphan, { ...config, 'factory:offboarding': 'true' });
    expect((await engine.run(orphan, 'up', '--yes', '--skip-preview')).output).toContain('9 unchanged');
    expect((await engine.run(orphan, 'destroy', '--yes', '--skip-preview')).exitCode).toBe(0);
    expect(await databases()).toEqual([`fh-${accountId}`, 'fh-platform']);
  });

  it('keeps secrets of the platform out of its state file', async () => {
    const { output } = await engine.run('platform', 'stack', 'export');
    expect(output).toContain('AUTOMATION_SECRET');
    expect(output).not.toContain('whsec_c2VjcmV0');
  });

  it('refuses to destroy an account that is not being offboarded', async () => {
    const { exitCode, output } = await engine.run(accountId, 'destroy', '--yes', '--skip-preview');
    expect(exitCode).not.toBe(0);
    expect(output).toContain('protected');
    expect(lines()).toEqual([]);
  });

  it('removes the protection of an offboarded account without a call, and then deletes everything', async () => {
    await setAccountConfig({
      'factory:offboarding': 'true',
      'factory:release': fourth,
    });
    expect((await up()).exitCode).toBe(0);
    expect(lines()).toEqual([]);
    const { exitCode } = await engine.run(accountId, 'destroy', '--yes', '--skip-preview');
    expect(exitCode).toBe(0);
    expect(await databases()).toEqual(['fh-platform']);
    expect(await list('/r2/buckets', { 'cf-r2-jurisdiction': 'eu' })).toEqual({ buckets: [] });
    expect(await list('/workers/scripts')).toMatchObject([{ id: 'fh-platform' }]);
    expect((await rowOf(accountId)).status).toBe('offboarding');
  });
});
