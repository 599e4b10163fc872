import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEndpoints } from '../system/home/endpoints.ts';
import { freeholdHome, projectRoot } from '../system/home/home.ts';
import { ensureSecrets } from '../system/home/secrets.ts';
import { ensurePulumi } from '../toolchain/pulumi.ts';

// Each of these characters means something else in a URL, in a shell or in YAML.
const folder = mkdtempSync(join(tmpdir(), `freehold's #1 50%25 ?: "-`));
const home = freeholdHome({ FREEHOLD_HOME: join(folder, 'running') });
const platform = 'http://127.0.0.1:1';
let pulumiDirectory: string;

beforeAll(async () => {
  // biome-ignore lint/style/noProcessEnv: the test run says where Pulumi is
  const { path } = await ensurePulumi({ env: process.env });
  pulumiDirectory = dirname(path);
  for (const made of [home.binDirectory, home.workspace, home.stateDirectory])
    mkdirSync(made, { recursive: true });
  symlinkSync(path, join(home.binDirectory, 'pulumi'));
  writeFileSync(home.projectFile, 'name: factory\nruntime: nodejs\n');
  await ensureSecrets(home);
  await writeEndpoints(home, {
    ...{ edge: platform, platform, automation: platform, issuer: platform, restate: platform },
    cloudflareApi: `${platform}/client/v4`,
    cloudflareAccountId: 'a'.repeat(32),
    cloudflareApiToken: 't'.repeat(48),
    zone: 'freehold.localhost',
    accountsZone: 'freehold-accounts.localhost',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs commands in bash after the line of the documents, in a shell that has variables of its user's. */
async function inShell(root: string, commands: string, own: Readonly<Record<string, string>> = {}) {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true });
  const env = {
    PATH: [dirname(process.execPath), pulumiDirectory, '/usr/bin', '/bin'].join(delimiter),
    HOME: users,
    FREEHOLD_HOME: root,
    MAIN: join(projectRoot, 'cli', 'main.ts'),
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    ...own,
  };
  const script = `eval "$(node "$MAIN" env)"; echo "evaluated: $?"\n${commands}`;
  try {
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { cwd: users, env });
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    return error as { exitCode?: number; code: number; stdout: string; stderr: string };
  }
}

describe('eval "$(npx freehold env)"', { timeout: 60_000 }, () => {
  it('leads pulumi to the factory, whatever the shell has exported and the home is called', async () => {
    const made = await inShell(
      home.root,
      'set -e; pulumi stack init firm --secrets-provider passphrase; pulumi config set --secret key kept -s firm',
    );
    expect(made, made.stderr).toMatchObject({ exitCode: 0 });
    const read = await inShell(home.root, 'pulumi config get key -s firm; echo "$FREEHOLD_URL"', {
      PULUMI_CONFIG_PASSPHRASE: '',
      PULUMI_BACKEND_URL: 'https://api.pulumi.invalid',
      PULUMI_ACCESS_TOKEN: 'token',
      PULUMI_HOME: join(folder, 'users'),
      PULUMI_STACK: 'another',
      PULUMI_CREDENTIALS_PATH: join(folder, 'users'),
    });
    expect(read, read.stderr).toMatchObject({
      exitCode: 0,
      stdout: `evaluated: 0\nkept\n${platform}\n`,
    });
  });

  it('extends the PATH of the shell once, and by nothing of the PATH that it ran with', async () => {
    const again = 'eval "$(PATH="/of/npx:$PATH" node "$MAIN" env)"';
    const { stdout } = await inShell(home.root, `${again}; echo "$PATH"`);
    const [, path = ''] = stdout.split('\n');
    expect(path.split(home.binDirectory)).toHaveLength(2);
    expect(path.startsWith(home.binDirectory)).toBe(true);
    expect(path).not.toContain('/of/npx');
    expect(path).toMatch(/:\/usr\/bin:\/bin$/);
  });

  it('takes away the keys of Cloudflare that would win over the token', async () => {
    const { stdout } = await inShell(home.root, 'echo "$CLOUDFLARE_API_KEY$CLOUDFLARE_EMAIL."', {
      CLOUDFLARE_API_KEY: 'key',
      CLOUDFLARE_EMAIL: 'a@b.example',
    });
    expect(stdout).toBe('evaluated: 0\n.\n');
  });

  it.each([
    ['no factory runs', 'idle', undefined],
    ['the file of its addresses is damaged', 'damaged', '{'],
  ])('makes every pulumi fail where %s, and itself as well', async (_, name, endpoints) => {
    const root = join(folder, name);
    mkdirSync(root);
    if (endpoints !== undefined) writeFileSync(join(root, 'endpoints.json'), endpoints);
    const own = { PULUMI_BACKEND_URL: `file://${pulumiDirectory}`, PULUMI_CONFIG_PASSPHRASE: '' };
    const commands = ['pulumi stack ls --all', 'pulumi whoami', 'pulumi stack init mine'];
    const ran = await inShell(root, commands.map((command) => `${command} && echo it ran`).join('\n'), own);
    expect(ran).toMatchObject({ code: 1, stdout: 'evaluated: 1\n' });
    expect(ran.stderr).toMatch(/^freehold: /);
    expect(ran.stderr.match(/error: .*no-freehold-factory-is-running/g)).toHaveLength(commands.length);
  });
});
