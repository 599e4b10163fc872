import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitForExit } from './run-child.ts';

/** Every test gets a new project with the real launcher, a fake npm and a program for `bench`. */
describe('launch.mjs', () => {
  let root: string;
  let machinePath: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'freehold-launch-'));
    machinePath = [join(root, 'fake'), '/usr/bin', '/bin'].join(delimiter);
    for (const folder of ['bin', 'toolchain', 'system', 'bench', 'fake']) mkdirSync(join(root, folder));
    for (const file of [
      'bin/freehold.mjs',
      'toolchain/launch.mjs',
      'toolchain/packaged-node.mjs',
      'toolchain/packages.mjs',
      'system/identify-process.mjs',
    ]) {
      copyFileSync(join(import.meta.dirname, '..', file), join(root, file));
    }
    symlinkSync(process.execPath, join(root, 'fake', 'machine-node'));
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    lock('1.0.0');
    npm(`mkdir -p node_modules/.bin && ln -sf ${process.execPath} node_modules/.bin/node`);
    program('const words: string[] = process.argv.slice(2); console.log(words.join(" "));');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function lock(version: string): void {
    const packages = { '': {}, 'node_modules/some': { version } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  }
  function npm(script: string): void {
    const log = `echo "$@" scarf=$SCARF_ANALYTICS >> "${join(root, 'npm.log')}"`;
    writeFileSync(join(root, 'fake', 'npm'), `#!/bin/sh\n${log}\n${script}\n`, { mode: 0o755 });
  }
  function program(source: string): void {
    writeFileSync(join(root, 'bench', 'main.ts'), source);
  }
  const installLock = () => {
    const name = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16);
    return join(root, `freehold-install-${name}.lock`);
  };
  const npmCalls = () => {
    const path = join(root, 'npm.log');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  };
  function start(...args: string[]): ChildProcess {
    return spawn(join(root, 'fake', 'machine-node'), [join(root, 'toolchain', 'launch.mjs'), ...args], {
      cwd: tmpdir(),
      env: { PATH: machinePath, TMPDIR: root },
    });
  }
  async function launch(...args: string[]) {
    const child = start(...args);
    const output = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text;
      if (text.includes('waiting for it')) writeFileSync(join(root, 'one-waits'), '');
    });
    return { exitCode: await waitForExit(child), ...output };
  }

  it('installs once, then runs TypeScript with the arguments given', async () => {
    expect(await launch('bench', 'one', '--two')).toMatchObject({ exitCode: 0, stdout: 'one --two\n' });
    expect(await launch('bench')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(npmCalls()).toHaveLength(1);
    expect(npmCalls()[0]).toMatch(/^ci --ignore-scripts .*scarf=false$/);
  });

  it('also installs before the command line runs', async () => {
    // Slow enough that a command line which did not wait for it would run first.
    npm(`sleep 0.5; mkdir -p node_modules/.bin && ln -sf ${process.execPath} node_modules/.bin/node`);
    mkdirSync(join(root, 'cli'));
    writeFileSync(
      join(root, 'cli', 'main.ts'),
      "import { existsSync } from 'node:fs'; console.log(existsSync('node_modules/.bin/node'));",
    );
    const child = spawn(join(root, 'fake', 'machine-node'), [join(root, 'bin', 'freehold.mjs')], {
      cwd: root,
      env: { PATH: machinePath, TMPDIR: root },
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    expect(await waitForExit(child)).toBe(0);
    expect(stdout).toBe('true\n');
  });

  it('installs again when the lock file has changed', async () => {
    await launch('bench');
    lock('1.0.1');
    await launch('bench');
    expect(npmCalls()).toHaveLength(2);
  });

  it('accepts an npm install by the user', async () => {
    const modules = join(root, 'node_modules');
    mkdirSync(join(modules, 'some'), { recursive: true });
    mkdirSync(join(modules, '.bin'));
    symlinkSync(process.execPath, join(modules, '.bin', 'node'));
    writeFileSync(join(modules, 'some', 'package.json'), '{}');
    writeFileSync(
      join(modules, '.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/some': { version: '1.0.0' } } }),
    );
    expect(await launch('bench')).toMatchObject({ exitCode: 0 });
    expect(npmCalls()).toEqual([]);
  });

  it('lets one of two first starts install', async () => {
    // The install ends when the other start has said that it waits for it, or after half a minute.
    npm(`n=0; until [ -e '${join(root, 'one-waits')}' ] || [ $n = 600 ]; do n=$((n + 1)); sleep 0.05; done
      mkdir -p node_modules/.bin && ln -sf ${process.execPath} node_modules/.bin/node`);
    const both = await Promise.all([launch('bench'), launch('bench')]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(both.filter(({ stderr }) => stderr.includes('waiting for it'))).toHaveLength(1);
    expect(npmCalls()).toHaveLength(1);
  });

  it.each([
    ['was killed and whose process id was reused', `{"pid":${process.pid},"startTime":"long ago"}`],
    ['left no name', ''],
  ])('takes over from an installer that %s', async (_, holder) => {
    writeFileSync(installLock(), holder);
    expect(await launch('bench')).toMatchObject({ exitCode: 0 });
    expect(npmCalls()).toHaveLength(1);
    expect(existsSync(installLock())).toBe(false);
  });

  it('says what to do when the packages cannot be installed', async () => {
    npm('exit 7');
    const failed = await launch('bench');
    expect(failed.exitCode).toBe(1);
    expect(failed.stderr).toContain('npm ci ended with code 7');
    machinePath = '/nowhere';
    expect((await launch('bench')).stderr).toContain('npm is not on PATH: install Node.js');
  });

  it('puts the commands of the packages first on PATH and disables usage reports and updates', async () => {
    program('console.log(process.env.PATH, process.env.DO_NOT_TRACK, process.env.PULUMI_SKIP_UPDATE_CHECK);');
    const { stdout } = await launch('bench');
    expect(stdout.startsWith(join(root, 'node_modules', '.bin') + delimiter)).toBe(true);
    expect(stdout).toMatch(/ 1 true\n$/);
  });

  it('exits as the program did', async () => {
    program('process.exitCode = 42;');
    expect((await launch('bench')).exitCode).toBe(42);
  });

  it('forwards SIGTERM and waits until the program has cleaned up', async () => {
    program(`process.on('SIGTERM', () => setTimeout(() => { console.log('tidy'); process.exit(3); }, 200));
      setInterval(() => {}, 1000); console.log('up');`);
    const child = start('bench');
    const [up] = await once(child.stdout ?? child, 'data');
    expect(String(up)).toBe('up\n');
    const tidy = once(child.stdout ?? child, 'data');
    child.kill('SIGTERM');
    expect(String((await tidy)[0])).toBe('tidy\n');
    expect(await waitForExit(child)).toBe(3);
  });

  it('answers an unknown command with its usage', async () => {
    expect(await launch('fly')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('usage:') });
    expect(await launch('toString')).toMatchObject({ exitCode: 2 });
  });
});
