import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeEndpoints } from '../../system/home/endpoints.ts';
import { type FreeholdHome, freeholdHome, projectRoot } from '../../system/home/home.ts';
import { ensurePlatformKeys, ensureSecrets, readSecrets } from '../../system/home/secrets.ts';
import { writeFileAtomically } from '../../system/write-file.ts';
import { replaceLink, writeLaunchers } from './launchers.ts';
import { writeProjectFile } from './project-file.ts';
import { shellEnvironment } from './shell-environment.ts';
import { openStackFiles } from './stack-files.ts';

const run = promisify(execFile);

describe('a factory’s folder', () => {
  let home: FreeholdHome;
  beforeEach(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-home-')) });
  });
  afterEach(() => rm(home.root, { recursive: true, force: true }));

  describe('secrets', () => {
    it('are made once, for their owner alone', async () => {
      expect(await readSecrets(home)).toBeUndefined();
      const secrets = await ensureSecrets(home);
      expect(await ensureSecrets(home)).toEqual(secrets);
      expect(secrets.cloudflareApiToken).toMatch(/^[0-9A-Za-z_-]{40,80}$/);
      expect((await stat(home.secretsFile)).mode & 0o777).toBe(0o600);
      expect((await stat(home.passphraseFile)).mode & 0o777).toBe(0o600);
    });

    it('are the same for two processes that make them at once', async () => {
      const [first, second] = await Promise.all([ensureSecrets(home), ensureSecrets(home)]);
      expect(second).toEqual(first);
    });

    it('are not replaced when the file is damaged', async () => {
      await writeFile(home.secretsFile, '{"cloudflareAccountId":"short"}');
      await expect(ensureSecrets(home)).rejects.toThrow('cloudflareAccountId');
    });

    it('include a key pair of the platform, created once, whose private half only the owner can read', async () => {
      const [first, second] = await Promise.all([ensurePlatformKeys(home), ensurePlatformKeys(home)]);
      expect(second).toEqual(first);
      expect((await stat(home.signingKeyFile)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(first.signingKey)).toEqual({ ...JSON.parse(first.publicKey), d: expect.any(String) });
      expect(Object.keys(JSON.parse(first.publicKey)).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    });

    it('do not replace a key file that is damaged', async () => {
      await writeFile(home.signingKeyFile, '{"kty":"RSA"}');
      await expect(ensurePlatformKeys(home)).rejects.toThrow('platform-signing-key.json is not usable');
    });
  });

  describe('stack files', () => {
    const settings = { region: 'eu', placement: 'script', cell: 'west' } as const;
    const read = async (stack: string) =>
      parse(await readFile(join(home.stacksDirectory, `Pulumi.${stack}.yaml`), 'utf8')) as Record<
        string,
        unknown
      >;

    it('keep what Pulumi itself wrote into them', async () => {
      await writeFileAtomically(join(home.stacksDirectory, 'Pulumi.acc-1.yaml'), 'encryptionsalt: v1:abc\n');
      await openStackFiles(home).writeAccount('acc-1', settings);
      expect(await read('acc-1')).toEqual({
        encryptionsalt: 'v1:abc',
        config: {
          'factory:kind': 'account',
          'factory:region': 'eu',
          'factory:placement': 'script',
          'factory:cell': 'west',
        },
      });
    });

    it('keep what an operator has set for a provider', async () => {
      const files = openStackFiles(home);
      await files.writeAccount('acc-1', settings);
      const path = join(home.stacksDirectory, 'Pulumi.acc-1.yaml');
      const text = await readFile(path, 'utf8');
      await writeFileAtomically(path, text.replace('config:', 'config:\n  cloudflare:baseUrl: http://own'));
      await files.writeAccount('acc-1', { ...settings, cell: 'east' });
      expect((await read('acc-1')).config).toMatchObject({
        'cloudflare:baseUrl': 'http://own',
        'factory:cell': 'east',
      });
    });

    it('are named when they are damaged', async () => {
      await writeFileAtomically(join(home.stacksDirectory, 'Pulumi.acc-1.yaml'), 'config: [');
      await expect(openStackFiles(home).readRelease('acc-1')).rejects.toThrow(
        /Pulumi\.acc-1\.yaml is not a stack file/,
      );
    });

    it('forget an adoption when it is over', async () => {
      const files = openStackFiles(home);
      await files.writeAccount('acc-1', settings, undefined, { adoptDatabaseId: 'uuid', adoptBucket: true });
      expect((await read('acc-1')).config).toMatchObject({
        'factory:adoptDatabaseId': 'uuid',
        'factory:adoptBucket': 'true',
      });
      await files.writeAccount('acc-1', settings);
      expect(Object.keys((await read('acc-1')).config as object)).not.toContain('factory:adoptDatabaseId');
    });

    it('keep the release of the stack until another one is written', async () => {
      const files = openStackFiles(home);
      expect(await files.readRelease('acc-1')).toBeUndefined();
      await files.writeAccount('acc-1', settings, '0123456701234567');
      await files.writeAccount('acc-1', settings);
      // Digits alone would be a number in YAML.
      expect((await read('acc-1')).config).toMatchObject({ 'factory:release': '0123456701234567' });
      await files.writeAccount('acc-1', settings, '89abcdef89abcdef');
      expect(await files.readRelease('acc-1')).toBe('89abcdef89abcdef');
    });

    it('keep the platform’s encrypted secrets, and know when one of them is missing', async () => {
      const files = openStackFiles(home);
      const store = (text: string) =>
        writeFileAtomically(join(home.stacksDirectory, 'Pulumi.platform.yaml'), text);
      const secret = 'config:\n  factory:automationSecret:\n    secure: v1:xyz\n';
      expect(await files.hasPlatformSecrets()).toBe(false);
      await store(secret);
      expect(await files.hasPlatformSecrets()).toBe(false);
      await store(`${secret}  factory:platformSigningKey:\n    secure: v1:abc\n`);
      await files.writePlatform('http://127.0.0.1:1', 'a'.repeat(16));
      expect(await files.hasPlatformSecrets()).toBe(true);
      expect((await read('platform')).config).toMatchObject({
        'factory:automationUrl': 'http://127.0.0.1:1',
        'factory:release': 'a'.repeat(16),
      });
    });
  });

  it('has the project file of the root, with the values and paths of the factory', async () => {
    const settings = {
      cloudflareAccountId: 'a',
      issuer: 'http://127.0.0.1:1',
      zoneName: 'z',
      zoneId: 'z',
      accountsZoneName: 'z',
      accountsZoneId: 'z',
      platformPublicKey: '{}',
    };
    await writeProjectFile(home, settings, join(home.binDirectory, 'pulumi-language-nodejs'));
    const project = parse(await readFile(home.projectFile, 'utf8'));
    const root = parse(await readFile(join(projectRoot, 'Pulumi.yaml'), 'utf8'));
    expect(Object.keys(project.config)).toEqual(Object.keys(root.config));
    expect(project.config['factory:zoneId']).toEqual({
      type: 'string',
      description: root.config['factory:zoneId'].description,
      value: 'z',
    });
    expect(project.config['factory:releasesDirectory'].value).toBe(home.releasesDirectory);
    expect(project.config['factory:region']).toEqual(root.config['factory:region']);
    expect(project.runtime).toEqual(root.runtime);
    const [{ path }] = project.plugins.providers;
    expect(join(home.workspace, path)).toBe(home.binDirectory);
    expect(join(home.workspace, project.stackConfigDir)).toBe(home.stacksDirectory);
  });

  it('never replaces a folder by a link', async () => {
    const packages = join(home.root, 'node_modules', 'a-package');
    await mkdir(packages, { recursive: true });
    await expect(replaceLink(join(home.root, 'node_modules'), '/elsewhere')).rejects.toThrow(
      'is not a link of a factory',
    );
    expect(await readdir(join(home.root, 'node_modules'))).toEqual(['a-package']);
    await rm(join(home.root, 'node_modules'), { recursive: true });
    for (const target of ['/elsewhere', '/elsewhere', '/another'])
      await replaceLink(join(home.root, 'node_modules'), target);
    expect(await readlink(join(home.root, 'node_modules'))).toBe('/another');
  });

  it('has launchers that any shell can run', async () => {
    const fake = join(home.root, 'pulumi');
    await writeFile(fake, '#!/bin/sh\necho v3.259.0\n', { mode: 0o755 });
    const { languageHost } = await writeLaunchers(home, { pulumiPath: fake, path: '/usr/bin:/bin' });
    expect(languageHost).toBe(join(home.binDirectory, 'pulumi-language-nodejs'));
    expect((await run(join(home.binDirectory, 'pulumi'))).stdout).toBe('v3.259.0\n');
    expect(await readFile(join(home.binDirectory, 'pulumi-resource-freehold'), 'utf8')).toContain(
      '\'freehold\' "$@"',
    );
  });

  it('has a launcher of freehold, for this home unless another is named', async () => {
    await writeLaunchers(home, { pulumiPath: '/bin/true', path: '/usr/bin:/bin' });
    const launcher = join(home.binDirectory, 'freehold');
    const helpIn = async (env: NodeJS.ProcessEnv) =>
      (await run(launcher, ['--help'], { env, cwd: tmpdir() })).stdout;
    expect(await helpIn({})).toContain(`State of this factory: ${home.root} `);
    expect(await helpIn({ FREEHOLD_HOME: '/elsewhere' })).toContain('State of this factory: /elsewhere ');
  });

  it('tells a shell nothing before the factory has run', async () => {
    expect(await shellEnvironment(home, '/bin')).toBeUndefined();
    const url = 'http://127.0.0.1:1';
    await writeEndpoints(home, {
      ...{ edge: url, platform: url, automation: url, issuer: url, restate: url },
      cloudflareApi: 'http://c/client/v4',
      cloudflareAccountId: 'a',
      cloudflareApiToken: 't',
      zone: 'freehold.localhost',
      accountsZone: 'freehold-accounts.localhost',
    });
    expect(await shellEnvironment(home, '/bin')).toBeUndefined();
    const { automationSecret } = await ensureSecrets(home);
    expect(await shellEnvironment(home, '/bin')).toMatchObject({
      CLOUDFLARE_BASE_URL: 'http://c/client/v4',
      FREEHOLD_PLATFORM_URL: url,
      FREEHOLD_PLATFORM_SECRET: automationSecret,
      PULUMI_OPTION_CWD: home.workspace,
      PATH: expect.stringMatching(/\/bin$/),
    });
  });
});
