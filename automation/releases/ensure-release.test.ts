import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReleaseStore, type ReleaseStore } from '../../engine/releases/release-store.ts';
import { deriveRelease } from '../../infra/testing/seal-release.ts';
import { ensureRelease } from './ensure-release.ts';
import { findRelease } from './find-release.ts';

describe('the release of a start', { timeout: 60_000 }, () => {
  let store: ReleaseStore;
  let first: string;
  const ensure = () => ensureRelease(store, () => new Date());

  beforeAll(async () => {
    store = openReleaseStore(await mkdtemp(join(tmpdir(), 'freehold-ensure-')));
  });
  afterAll(() => rm(store.folder, { recursive: true }));

  it('is made of the sources in an empty home, and current', async () => {
    expect(await findRelease(store, undefined)).toMatchObject({ kind: 'refused' });
    const made = await ensure();
    expect(made.made).toBe(true);
    first = made.name;
    expect(await findRelease(store, undefined)).toEqual({ kind: 'found', name: first });
  });

  it('stays the current one from then on, though the sources make another one', async () => {
    const other = await deriveRelease(store.folder, first, (files) =>
      appendFile(files.bundle('account'), '//'),
    );
    await store.use(other);
    expect(await ensure()).toEqual({ name: other, made: false });
    expect(await findRelease(store, first)).toEqual({ kind: 'found', name: first });
  });

  it('does not keep a factory from starting when it is missing, and says what to do', async () => {
    const current = await store.current();
    await rm(join(store.folder, current ?? ''), { recursive: true });
    expect(await ensure()).toMatchObject({
      name: current,
      problem: expect.stringContaining(`there is no release ${current}`),
    });
    expect(await findRelease(store, undefined)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('freehold release list'),
    });
  });
});
