import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedRelease } from '../../infra/release/open-release.ts';
import { filesOfRelease } from '../../infra/release/release-files.ts';
import { deriveRelease } from '../../infra/testing/seal-release.ts';
import { projectRoot } from '../../system/home/home.ts';
import { createRelease, describeCreateProblem } from './create-release.ts';
import { openReleaseStore, type ReleaseStore } from './release-store.ts';

describe('createRelease', { timeout: 60_000 }, () => {
  let folder: string;
  let store: ReleaseStore;
  let made: OpenedRelease;
  let clock = Date.parse('2026-01-01T00:00:00.000Z');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-create-'));
    store = openReleaseStore(join(folder, 'releases'));
    made = (await create()).release;
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  async function create(into = store) {
    clock += 60_000;
    const created = await createRelease(into, () => new Date(clock));
    if (created.kind !== 'released') throw new Error(describeCreateProblem(created));
    return created;
  }

  it('recognises sources that were released before, and builds nothing', async () => {
    const before = await stat(made.programFile);
    const again = await create();
    expect(again).toEqual({ kind: 'released', existed: true, release: made });
    expect((await stat(made.programFile)).ino).toBe(before.ino);
  });

  it('gives the same sources the same name in any folder and at any time', async () => {
    const elsewhere = openReleaseStore(join(folder, 'elsewhere'));
    const { release, existed } = await create(elsewhere);
    expect(existed).toBe(false);
    expect(release.name).toBe(made.name);
    for (const file of [made.programFile, made.account.bundle.path, made.platform.bundle.path])
      expect((await readFile(file, 'utf8')).includes(projectRoot)).toBe(false);
  });

  it('builds again and says so when only the name was known before', async () => {
    await rm(join(store.folder, 'sources.json'));
    expect(await create()).toMatchObject({ existed: true, release: { name: made.name } });
  });

  it('makes a release whole again that is damaged', async () => {
    await appendFile(made.account.bundle.path, '// damaged');
    expect(await store.open(made.name)).toMatchObject({ kind: 'release_damaged' });
    expect((await store.list()).map(({ kind }) => kind)).toEqual(['release_damaged']);
    expect((await create()).existed).toBe(false);
    expect(await store.open(made.name)).toMatchObject({ kind: 'opened' });
  });

  it('takes away what a process has left that was killed in the middle', async () => {
    const leftOver = join(store.folder, '.draft-leftover');
    await mkdir(leftOver);
    await rm(join(store.folder, made.name), { recursive: true });
    await create();
    expect(new Set(await readdir(store.folder))).toEqual(
      new Set([made.name, 'create.lock', 'create.lock.json', 'sources.json']),
    );
  });

  it('refuses a migration that was edited since the current release, by name', async () => {
    const current = await deriveRelease(store.folder, made.name, (files) =>
      appendFile(join(files.migrations('account'), '0001_initial.sql'), '-- as it was released\n'),
    );
    await store.use(current);
    await rm(join(store.folder, 'sources.json'));
    const refused = await createRelease(store, () => new Date(clock));
    expect(refused).toEqual({
      kind: 'migration_edited',
      tier: 'account',
      name: '0001_initial',
      release: current,
    });
    await store.use(made.name);
    await rm(join(store.folder, current), { recursive: true });
  });

  it('refuses sources without a migration that the current release has, and one that comes too late', async () => {
    let released = '';
    const current = await deriveRelease(store.folder, made.name, async ({ migrations }) => {
      const folder = migrations('account');
      const files = await readdir(folder);
      released = `${String(files.length + 1).padStart(4, '0')}_another`;
      await writeFile(join(folder, `${released}.sql`), 'CREATE TABLE another (a TEXT) STRICT;\n');
    });
    await store.use(current);
    await rm(join(store.folder, 'sources.json'), { force: true });
    expect(await createRelease(store, () => new Date(clock))).toEqual({
      kind: 'migration_invalid',
      detail: `${released} is in release ${current}, and its file is missing`,
    });
    await store.use(made.name);
    await rm(join(store.folder, current), { recursive: true });
  });
});

describe('the store of releases', () => {
  let store: ReleaseStore;
  beforeAll(async () => {
    store = openReleaseStore(await mkdtemp(join(tmpdir(), 'freehold-store-')));
  });
  afterAll(() => rm(store.folder, { recursive: true }));

  it('has no release and no current one at first', async () => {
    expect(await store.list()).toEqual([]);
    expect(await openReleaseStore(join(store.folder, 'nowhere')).list()).toEqual([]);
    expect(await store.current()).toBeUndefined();
  });

  it('does not make a release current that is not there or damaged', async () => {
    expect(await store.use('a'.repeat(16))).toMatchObject({ kind: 'release_missing' });
    const files = filesOfRelease(join(store.folder, 'b'.repeat(16)));
    await mkdir(files.folder);
    expect(await store.use('b'.repeat(16))).toMatchObject({ kind: 'release_damaged', file: files.manifest });
    expect(await store.current()).toBeUndefined();
  });

  it('says what to do when the file that names the current one is damaged', async () => {
    await writeFile(join(store.folder, 'current.json'), '{"release":"latest"}');
    await expect(store.current()).rejects.toThrow('freehold release use <name>');
  });
});
