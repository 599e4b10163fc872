import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../system/process-identity.ts';
import { ensureLanguageHost } from './ensure-language-host.ts';
import { findPulumi, type PulumiCli } from './pulumi.ts';
import { waitForExit } from './run-child.ts';

const run = promisify(execFile);
const modules = join(import.meta.dirname, '..', 'node_modules');
// biome-ignore lint/style/noProcessEnv: the test runs the toolchain of this machine
const machine = process.env;

describe('the Node language host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freehold-language-host-'));
  const home = join(folder, 'home');
  let pulumi: PulumiCli;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const found = await findPulumi({ env: machine });
    if (found === undefined) throw new Error('no Pulumi on this machine: `npm test` gets one first');
    pulumi = found;
    const bin = join(folder, 'bin');
    // A PATH without the machine's folders, where an official language host would be found first.
    await ensureLanguageHost({ env: { PATH: '' }, pulumiPath: '/nowhere/pulumi', binDir: bin });
    mkdirSync(join(folder, 'state'));
    env = {
      HOME: home,
      PATH: [bin, '/usr/bin', '/bin'].join(delimiter),
      PULUMI_HOME: join(folder, 'pulumi-home'),
      PULUMI_BACKEND_URL: pathToFileURL(join(folder, 'state')).href,
      PULUMI_CONFIG_PASSPHRASE: 'correct horse',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      PULUMI_IGNORE_AMBIENT_PLUGINS: 'false',
    };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A project folder with a program and a stack called `dev`. */
  async function project(name: string, program: string): Promise<(...args: string[]) => Promise<string>> {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    symlinkSync(modules, join(cwd, 'node_modules'));
    writeFileSync(join(cwd, 'package.json'), '{ "main": "index.js" }');
    writeFileSync(join(cwd, 'Pulumi.yaml'), `name: ${name}\nruntime: nodejs\n`);
    writeFileSync(join(cwd, 'index.js'), program);
    const pulumiIn = async (...args: string[]) => {
      const { stdout } = await run(pulumi.path, [...args, '--non-interactive'], { cwd, env });
      return stdout;
    };
    await pulumiIn('stack', 'init', 'dev');
    return pulumiIn;
  }

  it('runs a program through up, preview, refresh and destroy', async () => {
    const pulumiIn = await project(
      'tiny',
      `const pulumi = require('@pulumi/pulumi');
       class Box extends pulumi.ComponentResource {
         constructor(name) { super('test:index:Box', name); this.registerOutputs({}); }
       }
       new Box('box');
       const config = new pulumi.Config();
       exports.greeting = config.require('greeting');
       exports.password = config.requireSecret('password');
       exports.where = process.cwd();`,
    );
    await pulumiIn('config', 'set', 'greeting', 'hello');
    await pulumiIn('config', 'set', '--secret', 'password', 'hunter2');
    expect(await pulumiIn('up', '--yes')).toContain('test:index:Box');
    const outputs = JSON.parse(await pulumiIn('stack', 'output', '--json'));
    expect(outputs).toEqual({ greeting: 'hello', password: '[secret]', where: join(folder, 'tiny') });
    expect(await pulumiIn('preview', '--expect-no-changes')).toContain('unchanged');
    await pulumiIn('refresh', '--yes', '--expect-no-changes');
    expect(await pulumiIn('destroy', '--yes')).toContain('deleted');
  }, 60_000);

  it('shows the message of a program that throws', async () => {
    const pulumiIn = await project('broken', `throw new Error('the cupboard is bare');`);
    await expect(pulumiIn('up', '--yes')).rejects.toMatchObject({
      code: expect.any(Number),
      stdout: expect.stringContaining('the cupboard is bare'),
    });
  }, 60_000);

  it('ends the program when pulumi is killed', async () => {
    const pidFile = join(folder, 'program.pid');
    await project(
      'endless',
      `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
       setInterval(() => {}, 1000);`,
    );
    const up = spawn(pulumi.path, ['up', '--yes', '--non-interactive'], {
      cwd: join(folder, 'endless'),
      env,
      stdio: 'ignore',
    });
    await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '');
    const program = Number(readFileSync(pidFile, 'utf8'));
    const ended = waitForExit(up);
    up.kill('SIGKILL');
    await ended;
    await until(() => !isAlive(program));
  }, 60_000);
});

describe('ensureLanguageHost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freehold-ensure-host-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("prefers Pulumi's own and removes the project's launcher", async () => {
    const binDir = join(folder, 'launchers');
    const args = { env: { PATH: '' }, pulumiPath: join(folder, 'official', 'pulumi'), binDir };
    expect(await ensureLanguageHost(args)).toEqual({
      path: join(binDir, 'pulumi-language-nodejs'),
      source: 'own',
    });
    mkdirSync(join(folder, 'official'));
    const official = join(folder, 'official', 'pulumi-language-nodejs');
    writeFileSync(official, '#!/bin/sh\n', { mode: 0o755 });
    expect(await ensureLanguageHost(args)).toEqual({ path: official, source: 'official' });
    expect(existsSync(join(binDir, 'pulumi-language-nodejs'))).toBe(false);
  });

  it('does not mistake the launcher of an earlier start for an official one', async () => {
    const binDir = join(folder, 'again');
    const args = { env: { PATH: binDir }, pulumiPath: '/nowhere/pulumi', binDir };
    await ensureLanguageHost(args);
    expect((await ensureLanguageHost(args)).source).toBe('own');
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadlineMs) throw new Error('it did not come true in 20 s');
    await sleep(50);
  }
}
