import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { releaseMessage } from '../schema/factory/release-message.ts';
import { writeEndpoints } from '../system/home/endpoints.ts';
import { type FreeholdHome, freeholdHome } from '../system/home/home.ts';
import { ensureSecrets } from '../system/home/secrets.ts';
import { runCommandLine } from './program.ts';
import { FakePlatform } from './testing/fake-platform.ts';
import { scriptContext } from './testing/script-context.ts';

let home: FreeholdHome;
beforeAll(async () => {
  home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-cli-releases-')) });
});
afterAll(() => rm(home.root, { recursive: true, force: true }));

/** Runs a command line as a script would: no terminal. */
async function run(...args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const exitCode = await runCommandLine(args, scriptContext(home.root, written));
  return { exitCode, ...written };
}

describe('freehold release', { timeout: 60_000 }, () => {
  let name: string;

  it('has nothing to list at first, and says how to begin', async () => {
    expect(await run('release', 'list')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('freehold release create'),
    });
    expect(JSON.parse((await run('release', 'list', '--json')).stdout)).toEqual([]);
  });

  it('makes a release, once, and prints its name', async () => {
    const made = JSON.parse((await run('release', 'create', '--json')).stdout);
    expect(made).toMatchObject({ name: expect.stringMatching(/^[0-9a-f]{16}$/), existed: false });
    ({ name } = made);
    expect(await run('release', 'create')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(`^${name} is there already`),
    });
  });

  it('makes it current, and lists and shows it so', async () => {
    expect(JSON.parse((await run('release', 'show', name, '--json')).stdout)).toMatchObject({
      current: false,
    });
    expect(await run('release', 'use', name)).toMatchObject({ exitCode: 0 });
    const shown = JSON.parse((await run('release', 'show', name, '--json')).stdout);
    expect(shown).toMatchObject({
      name,
      current: true,
      accountBundle: expect.stringMatching(/^[0-9a-f]{64}$/),
      accountMigration: expect.stringMatching(/^\d{4}_/),
      platformMigration: expect.stringMatching(/^\d{4}_/),
    });
    expect(JSON.parse((await run('release', 'list', '--json')).stdout)).toEqual([shown]);
    expect((await run('release', 'list')).stdout).toMatch(new RegExp(`${name}.*current`));
  });

  it('says what is wrong with a release that is damaged or unknown, and changes nothing', async () => {
    const file = join(home.releasesDirectory, name, 'account', 'index.js');
    await appendFile(file, '//');
    for (const command of ['show', 'use']) {
      const damaged = await run('release', command, name);
      expect(damaged).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(`${file} was changed`) });
      const unknown = await run('release', command, 'f'.repeat(16));
      expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('there is no release') });
    }
    expect((await run('release', 'list')).stdout).toContain('current, damaged');
    const doctor = await run('doctor');
    expect(doctor).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('releases') });
    expect(doctor.stdout).toContain(`${file} was changed`);
  });

  it('says what to do when it is not known which release is current', async () => {
    await writeFile(join(home.releasesDirectory, 'current.json'), '{}');
    const listed = await run('release', 'list');
    expect(listed).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('freehold release use') });
  });
});

describe('freehold platform', () => {
  const service = new FakePlatform();
  const deployed = { release: 'a'.repeat(16), digest: 'd'.repeat(64), databaseId: 'uuid' };
  const wanted = { release: 'b'.repeat(16), digest: 'e'.repeat(64) };
  let ended: object;

  beforeAll(async () => {
    const url = await service.listen();
    await mkdir(home.root, { recursive: true });
    await ensureSecrets(home);
    await writeEndpoints(home, {
      ...{ edge: url, platform: url, automation: url, issuer: url, restate: url },
      cloudflareApi: `${url}/client/v4`,
      cloudflareAccountId: 'a'.repeat(32),
      cloudflareApiToken: 't'.repeat(48),
      zone: 'freehold.localhost',
      accountsZone: 'freehold-accounts.localhost',
    });
  });
  beforeEach(() => {
    service.requests.length = 0;
    let asked = 0;
    service.answers = {
      'POST /v1/platform/deployments': () => ({ release: wanted.release, endingsBefore: 3 }),
      'GET /v1/platform': () => {
        asked += 1;
        return asked < 3
          ? { endings: 3, deployed, running: wanted, last: { ...deployed, status: 'succeeded' } }
          : { endings: 4, deployed, last: { ...wanted, ...ended } };
      },
    };
  });
  afterAll(() => service.close());

  it('brings the platform to a release by a signed request, and waits for its end', async () => {
    ended = { status: 'succeeded', changes: { update: 1, same: 8 } };
    const { exitCode, stdout } = await run('platform', 'up', '--release', wanted.release);
    expect([exitCode, stdout]).toEqual([0, `release ${wanted.release}: succeeded, 1 update, 8 same\n`]);
    const [request] = service.requests;
    expect(request?.body).toEqual({ release: wanted.release });
    expect(request?.headers['webhook-signature']).toMatch(/^v1,/);
  });

  it('asks for the current release unless one is named, and need not wait', async () => {
    const { exitCode, stdout } = await run('platform', 'up', '--no-wait');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('freehold platform show')]);
    expect(service.requests.map(({ body }) => body)).toEqual([{}]);
  });

  it('fails with the reason of a deployment that failed', async () => {
    ended = { status: 'failed', reason: 'no such table: nowhere' };
    const { exitCode, stderr } = await run('platform', 'up');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('no such table: nowhere')]);
  });

  it('shows the release, the deployment under way and the last one', async () => {
    const { stdout } = await run('platform', 'show');
    expect(stdout.split('\n')).toEqual([
      `release  ${deployed.release}`,
      `running  ${wanted.release}`,
      `last     ${deployed.release} succeeded`,
      '',
    ]);
    expect(JSON.parse((await run('platform', 'show', '--json')).stdout)).toMatchObject({ running: wanted });
  });
});

describe('freehold release create while the factory runs', { timeout: 60_000 }, () => {
  const platform = new FakePlatform();
  beforeAll(async () => {
    const url = await platform.listen();
    await ensureSecrets(home);
    await writeEndpoints(home, {
      ...{ edge: url, platform: url, automation: url, issuer: url, restate: url },
      cloudflareApi: `${url}/client/v4`,
      cloudflareAccountId: 'a'.repeat(32),
      cloudflareApiToken: 't'.repeat(48),
      zone: 'freehold.localhost',
      accountsZone: 'freehold-accounts.localhost',
    });
    // The tests before this one have damaged it.
    await rm(join(home.releasesDirectory, 'current.json'), { force: true });
  });
  afterAll(() => platform.close());

  it('tells the platform of the release, and says so when that has to wait', async () => {
    const refused = await run('release', 'create', '--json');
    expect(refused).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('reported to the platform at the next start'),
    });
    const { name } = JSON.parse(refused.stdout) as { name: string };
    const path = `/internal/v1/releases/${name}`;
    platform.answers[`PUT ${path}`] = () => ({});
    expect(await run('release', 'create')).toMatchObject({ exitCode: 0, stderr: '' });
    const sent = platform.requests.at(-1);
    expect(sent?.path).toBe(path);
    expect(v.parse(releaseMessage, sent?.body)).toMatchObject({ name });
    expect(sent?.headers['webhook-signature']).toMatch(/^v1,/);
  });
});
