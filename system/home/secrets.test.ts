import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreeholdHome, freeholdHome } from './home.ts';
import { ensurePlatformKeys, ensureSecrets } from './secrets.ts';

describe('the secrets of a home', () => {
  let home: FreeholdHome;
  beforeEach(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-home-')) });
  });
  afterEach(() => rm(home.root, { recursive: true, force: true }));

  it.each([
    ['the passphrase', () => home.passphraseFile],
    ["the platform's key", () => home.signingKeyFile],
    ['a stack', () => join(home.stateDirectory, '.pulumi', 'meta.yaml')],
    ['settings of a stack', () => join(home.stacksDirectory, 'Pulumi.acc-1.yaml')],
    ['data of the local cloud', () => join(home.cloudDirectory, 'registry.sqlite')],
    ["Restate's data", () => join(home.restateDirectory, 'restate.toml')],
  ])('are not made anew where they are lost and there is %s', async (_, path) => {
    await mkdir(dirname(path()), { recursive: true });
    await writeFile(path(), 'kept');
    await expect(ensureSecrets(home)).rejects.toThrow(
      /secrets\.json is missing, but .* is there: restore it/,
    );
    expect(await readFile(path(), 'utf8')).toBe('kept');
    await expect(readFile(home.secretsFile)).rejects.toThrow('ENOENT');
  });

  it('are made where a start has left nothing but logs, ports and locks', async () => {
    await mkdir(home.logsDirectory);
    await mkdir(home.stateDirectory);
    await writeFile(home.portsFile, '{}');
    expect(await ensureSecrets(home)).toMatchObject({ pulumiPassphrase: expect.any(String) });
  });

  it.each(['', '{"cloudflareAccountId":'])(
    'are named with what to do when their file is %j',
    async (text) => {
      await writeFile(home.secretsFile, text);
      await expect(ensureSecrets(home)).rejects.toThrow(`${home.secretsFile} is not usable (it is not JSON)`);
    },
  );

  it('write the passphrase for Pulumi again when that file is lost, and never over another one', async () => {
    const { pulumiPassphrase } = await ensureSecrets(home);
    await rm(home.passphraseFile);
    await ensureSecrets(home);
    expect(await readFile(home.passphraseFile, 'utf8')).toBe(`${pulumiPassphrase}\n`);
    await writeFile(home.passphraseFile, 'of the stacks\n');
    await expect(ensureSecrets(home)).rejects.toThrow(/differ.*restore the file that is wrong/);
    expect(await readFile(home.passphraseFile, 'utf8')).toBe('of the stacks\n');
  });

  it('include no new key of the platform where the platform has one, lost or damaged as its file may be', async () => {
    await expect(ensurePlatformKeys(home, true)).rejects.toThrow(
      `${home.signingKeyFile} is missing: restore it from a backup`,
    );
    await writeFile(home.signingKeyFile, '');
    for (const isDeployed of [true, false]) {
      await expect(ensurePlatformKeys(home, isDeployed)).rejects.toThrow('is not usable (it is not JSON)');
    }
    expect(await readFile(home.signingKeyFile, 'utf8')).toBe('');
  });
});
