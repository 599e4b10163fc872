import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeholdHome } from './home.ts';
import { prepareHome } from './prepare-home.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const prepare = (root: string) => prepareHome(freeholdHome({ FREEHOLD_HOME: root }));

describe('the folder of a factory', () => {
  it('is made for its owner alone, one that was there before too, and nothing is left in it', async () => {
    const root = join(folder, 'a', 'b');
    expect(await prepare(root)).toBeUndefined();
    expect(statSync(root).mode & 0o777).toBe(0o700);
    mkdirSync(join(folder, 'open'), { mode: 0o755 });
    expect(await prepare(join(folder, 'open'))).toBeUndefined();
    expect(statSync(join(folder, 'open')).mode & 0o777).toBe(0o700);
    expect(readdirSync(root)).toEqual([]);
  });

  it('is not the folder of a project', async () => {
    writeFileSync(join(folder, 'package.json'), '{}');
    expect(await prepare(folder)).toContain('it is the folder of a project');
    expect(readdirSync(folder)).toEqual(['package.json']);
  });

  it('is named with what to do when it cannot be made', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const root = join(file, 'home');
    expect(await prepare(root)).toBe(
      `${root} cannot be the home of a factory: cannot mkdir ${root}: a part of the path is a file: ` +
        'set FREEHOLD_HOME to a folder',
    );
    expect(await prepare('/proc/freehold')).toMatch(/^\/proc\/freehold cannot be the home .*FREEHOLD_HOME/);
  });
});

describe('a path that no factory can work in', () => {
  it.each(['back\\slash', 'co:lon', 'two\nlines'])(
    'is named, and nothing is made there: %j',
    async (name) => {
      expect(await prepare(join(folder, name))).toMatch(/cannot be the home of a factory: its path has "/);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe.skipIf(!canMount())('the folder of a factory, on a disk of its own', () => {
  afterEach(() => execFileSync('umount', [folder]));
  const mount = (options: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);

  it('is named with what is free when the disk is full', async () => {
    mount('size=1m');
    expect(await prepare(folder)).toMatch(
      new RegExp(`^the disk of ${folder} is full: 1 MB are free and a start needs 200 MB; .*FREEHOLD_HOME`),
    );
  });

  it('is named when the disk is read-only', async () => {
    mount('ro');
    expect(await prepare(join(folder, 'home'))).toMatch(
      new RegExp(`^${folder}/home cannot be the home of a factory: .*the disk is read-only`),
    );
  });
});

/** Only root may mount, and not in every container. */
function canMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'freehold-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
