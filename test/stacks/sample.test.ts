import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { createRelease } from '../../engine/releases/create-release.ts';
import { openReleaseStore } from '../../engine/releases/release-store.ts';
import { startTestCloud, type TestCloud } from '../../local/testing.ts';
import { type ServedProviders, serveProviders } from '../../provider/engine/serve.ts';
import { projectRoot } from '../../system/home/home.ts';
import { startPlatform, type TestPlatform } from '../../workers/testing/platform-worker.ts';
import { type Engine, startEngine } from '../provider/pulumi-engine.ts';

const secrets = {
  automationSecret: 'whsec_c2VjcmV0',
  platformSigningKey: '{"kty":"EC","crv":"P-256","x":"x","y":"y","d":"d"}',
};

describe('the sample stack files', { timeout: 120_000 }, () => {
  let folder: string;
  let release: string;
  let cloud: TestCloud;
  let registry: TestPlatform;
  let providers: ServedProviders;
  let engine: Engine;

  beforeAll(async () => {
    const { runRelease } = await import('../../infra/release/run-release.ts');
    folder = await mkdtemp(join(tmpdir(), 'freehold-sample-'));
    await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    const created = await createRelease(openReleaseStore(folder), () => new Date());
    if (created.kind !== 'released') throw new Error('the sources make no release');
    release = created.release.name;
    // In this order: a local cloud makes later Miniflares of its process start workerd its own way.
    registry = await startPlatform();
    cloud = await startTestCloud();
    providers = await serveProviders({
      platform: { url: registry.url, secret: registry.automation.secret },
      cloudflare: { baseUrl: cloud.cloudflareApi, apiToken: cloud.config.apiToken },
      retriesMax: 1,
    });
    engine = await startEngine(runRelease, providers.debugProviders);
    await cp(join(projectRoot, 'stacks'), join(engine.folder, 'stacks'), { recursive: true });
    // The paths of a home are missing: the program and the providers are served.
    const project = parse(await readFile(join(projectRoot, 'Pulumi.yaml'), 'utf8'));
    const { main: _main, plugins: _plugins, ...rest } = project;
    await writeFile(join(engine.folder, 'Pulumi.yaml'), stringify(rest));
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    await providers.close();
    await Promise.all([cloud.remove(), registry.stop()]);
    await rm(folder, { recursive: true });
  });

  /** The values of this cloud, instead of those of the sample. */
  const ownValues = () => ({
    cloudflareAccountId: cloud.config.accountId,
    zoneName: cloud.zone,
    zoneId: cloud.zoneId,
    // The registry accepts no Worker outside its own zone.
    accountsZoneName: registry.accountsZone,
    accountsZoneId: cloud.accountsZoneId,
  });

  const run = async (stack: string, ...args: readonly string[]): Promise<string> => {
    const { exitCode, output } = await engine.run(stack, ...args);
    expect(exitCode, output).toBe(0);
    return output;
  };

  it('of the platform is deployed once it names a release and has its secrets', async () => {
    await run('platform', 'stack', 'init');
    await run('platform', 'config', 'set', 'factory:releasesDirectory', folder);
    const unnamed = await engine.run('platform', 'preview');
    expect(unnamed.output).toContain('there is no release 0000000000000000');
    await run('platform', 'config', 'set', 'factory:release', release);
    for (const [name, value] of Object.entries(ownValues()))
      await run('platform', 'config', 'set', `factory:${name}`, value);
    const open = await engine.run('platform', 'preview');
    expect(open.output).toContain('pulumi config set --secret factory:automationSecret');
    for (const [name, secret] of Object.entries(secrets))
      await run('platform', 'config', 'set', '--secret', `factory:${name}`, secret);
    expect(await run('platform', 'up', '--yes', '--skip-preview')).toContain('+ 9 created');
  });

  it('of an account is deployed under the id of the account', async () => {
    const { id } = (await registry.signUp('harbour-vale')).account;
    await rename(
      join(engine.folder, 'stacks', 'Pulumi.account.yaml'),
      join(engine.folder, 'stacks', `Pulumi.${id}.yaml`),
    );
    await run(id, 'stack', 'init');
    await run(id, 'config', 'set', 'factory:release', release);
    await run(id, 'config', 'set', 'factory:releasesDirectory', folder);
    for (const [name, value] of Object.entries(ownValues()))
      await run(id, 'config', 'set', `factory:${name}`, value);
    expect(await run(id, 'up', '--yes', '--skip-preview')).toContain('+ 9 created');
    const row = await registry.database
      .prepare('SELECT body FROM accounts WHERE id = ?1')
      .bind(id)
      .first<{ body: string }>();
    expect(JSON.parse(row?.body ?? '{}')).toMatchObject({ status: 'active', release });
  });

  it('contain only settings that the project file describes', async () => {
    const { config } = parse(await readFile(join(projectRoot, 'Pulumi.yaml'), 'utf8'));
    for (const setting of Object.values(config) as { type?: string; description?: string }[]) {
      expect(setting.type).toMatch(/^(string|boolean)$/);
      expect(setting.description?.length).toBeGreaterThan(20);
    }
    const files = (await readdir(join(projectRoot, 'stacks'))).filter((file) => file.endsWith('.yaml'));
    for (const file of files) {
      const stack = parse(await readFile(join(projectRoot, 'stacks', file), 'utf8'));
      expect(Object.keys(config)).toEqual(expect.arrayContaining(Object.keys(stack.config)));
    }
  });
});
