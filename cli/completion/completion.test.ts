import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../system/home/home.ts';
import { runCommandLine } from '../program.ts';
import { scriptContext } from '../testing/script-context.ts';
import { shellNames, shellScripts } from './shell-scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const exitCode = await runCommandLine(args, scriptContext(folder, written));
  return { exitCode, ...written };
}

describe('the completion of a shell', () => {
  const candidates = async (...words: readonly string[]) =>
    (await run('complete', '--shell', 'bash', '--', ...words)).stdout.split('\n').filter(Boolean);

  it.each([
    [['acc'], ['account']],
    [['account', 'cr'], ['create']],
    [['account', 'create', '--ow'], ['--owner']],
    [
      ['account', 'create', 'Mill Brook Legal', '--plan', ''],
      ['standard', 'plus'],
    ],
    [['account', 'create', '--json', '--reg'], ['--region']],
    [['account', 'create', '--owner', ''], []],
    [['completion', ''], [...shellNames]],
    [['--ver'], ['--version']],
    [['fly', ''], expect.arrayContaining(['account'])],
  ])('offers commands, options and their choices: %j', async (words, expected) => {
    expect(await candidates(...words)).toEqual(expected);
  });

  it('describes each word where the shell can show it', async () => {
    const { stdout } = await run('complete', '--shell', 'fish', '--', 'doc');
    expect(stdout).toMatch(/^doctor\tcheck this machine.*\n$/);
    const zsh = await run('complete', '--shell', 'zsh', '--', 'doc');
    expect(zsh.stdout).toMatch(/^doctor:check this machine.*\n$/);
  });

  it('offers nothing of its own', async () => {
    expect(await candidates('compl')).toEqual(['completion']);
  });

  it.each(shellNames)('has a script: %s', async (shell) => {
    expect(await run('completion', shell)).toEqual({ exitCode: 0, stdout: shellScripts[shell], stderr: '' });
  });

  const hasShell = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;
  it.each(shellNames.filter(hasShell))('has a script that the shell reads: %s', (shell) => {
    const read = spawnSync(shell, ['-n'], { input: shellScripts[shell], encoding: 'utf8' });
    expect(read).toMatchObject({ status: 0, stderr: '' });
  });

  it('completes in bash, and runs nothing of what was typed', async () => {
    const launcher = join(folder, 'freehold');
    writeFileSync(launcher, `#!/bin/sh\nexec '${process.execPath}' '${projectRoot}/cli/main.ts' "$@"\n`);
    chmodSync(launcher, 0o755);
    const complete = async (...words: readonly string[]) => {
      const quoted = ['freehold', ...words].map((word) => `'${word}'`).join(' ');
      const script = `${shellScripts.bash}
        COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _freehold; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const env = { PATH: `${folder}:/usr/bin:/bin`, FREEHOLD_HOME: folder };
      const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: folder, env });
      return stdout.trim().split('\n');
    };
    expect(await complete('account', 'sus')).toEqual(['suspend']);
    expect(await complete('account', 'create', '$(touch typed)', '--plan', 'p')).toEqual(['plus']);
    expect(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout).toBe('freehold\n');
  });
});
