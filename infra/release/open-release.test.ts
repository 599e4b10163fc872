import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveRelease, sealRelease } from '../testing/seal-release.ts';
import { nameOfContents, type ReleaseContents, type ReleaseManifest } from './manifest.ts';
import { openRelease } from './open-release.ts';
import { describeReleaseFailure } from './release-failure.ts';
import { filesOfRelease, type ReleaseFiles } from './release-files.ts';

describe('a release', () => {
  let releases: string;
  let name: string;
  beforeAll(async () => {
    releases = await mkdtemp(join(tmpdir(), 'freehold-releases-'));
    const files = filesOfRelease(join(releases, '.draft'));
    for (const tier of ['account', 'platform'] as const) {
      await mkdir(files.migrations(tier), { recursive: true });
      await writeFile(files.bundle(tier), `// ${tier}\n`);
      await writeFile(join(files.migrations(tier), '0001_initial.sql'), `CREATE TABLE ${tier} (id TEXT);\n`);
    }
    await writeFile(files.program, 'export const factoryProgram = () => ({});\n');
    name = await sealRelease(releases, files.folder);
  });
  afterAll(() => rm(releases, { recursive: true }));

  it('is opened with its code, its schema and its settings', async () => {
    const opening = await openRelease(releases, name);
    if (opening.kind !== 'opened') throw new Error(describeReleaseFailure(opening));
    const { account, settings } = opening.release;
    expect(await readFile(account.bundle.path, 'utf8')).toBe('// account\n');
    expect(Object.keys(account.migrations.checksums)).toEqual(['0001_initial']);
    expect(dirname(dirname(account.migrations.directory))).toBe(join(releases, name));
    expect(settings.compatibilityDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('that is not there is named, with the folder and what to do', async () => {
    const failure = await openRelease(releases, 'f'.repeat(16));
    expect(failure).toEqual({ kind: 'release_missing', name: 'f'.repeat(16), folder: releases });
    if (failure.kind === 'opened') throw new Error('it is not there');
    expect(describeReleaseFailure(failure)).toContain('freehold release create');
  });

  const damages: [string, (files: ReleaseFiles) => Promise<void>, (files: ReleaseFiles) => string, string][] =
    [
      ['a bundle', (f) => appendFile(f.bundle('account'), '//'), (f) => f.bundle('account'), 'was changed'],
      ['no program', (f) => rm(f.program), (f) => f.program, 'is missing'],
      ['no manifest', (f) => rm(f.manifest), (f) => f.manifest, 'is missing'],
      ['half a manifest', (f) => writeFile(f.manifest, '{"form'), (f) => f.manifest, 'is not the manifest'],
      [
        'a migration that was edited',
        (f) => appendFile(join(f.migrations('platform'), '0001_initial.sql'), '-- later\n'),
        (f) => f.migrations('platform'),
        '0001_initial',
      ],
      [
        'a migration too many',
        (f) => writeFile(join(f.migrations('account'), '0002_more.sql'), 'CREATE TABLE more (id TEXT);'),
        (f) => f.migrations('account'),
        'a migration too many',
      ],
      [
        'no migrations',
        (f) => rm(f.migrations('account'), { recursive: true }),
        (f) => f.migrations('account'),
        'cannot be read',
      ],
    ];
  it.each(damages)('is refused with %s, and the file is named', async (_what, damage, fileOf, reason) => {
    const copies = await mkdtemp(join(tmpdir(), 'freehold-damaged-'));
    await cp(join(releases, name), join(copies, name), { recursive: true });
    const files = filesOfRelease(join(copies, name));
    await damage(files);
    const failure = await openRelease(copies, name);
    expect(failure).toMatchObject({ kind: 'release_damaged', name, file: fileOf(files) });
    if (failure.kind === 'opened') throw new Error('it was opened');
    expect(describeReleaseFailure(failure)).toContain(reason);
    await rm(copies, { recursive: true });
  });

  it('is refused under the name of another one', async () => {
    const other = await deriveRelease(releases, name, (files) => appendFile(files.bundle('account'), '//'));
    const manifest = filesOfRelease(join(releases, other)).manifest;
    await cp(filesOfRelease(join(releases, name)).manifest, manifest);
    expect(await openRelease(releases, other)).toMatchObject({ kind: 'release_damaged', file: manifest });
  });

  it('has a name that follows from every part of it, and from nothing else', async () => {
    const text = await readFile(filesOfRelease(join(releases, name)).manifest, 'utf8');
    const { contents } = JSON.parse(text) as ReleaseManifest;
    const { account, platform, settings } = contents;
    const changed: ReleaseContents[] = [
      { ...contents, programSha256: 'b'.repeat(64) },
      { ...contents, account: { ...account, bundleSha256: 'b'.repeat(64) } },
      { ...contents, platform: { ...platform, bundleSha256: 'b'.repeat(64) } },
      { ...contents, account: { ...account, migrations: [] } },
      { ...contents, platform: { ...platform, migrations: [] } },
      { ...contents, settings: { ...settings, compatibilityDate: '2027-01-01' } },
      { ...contents, settings: { ...settings, compatibilityFlags: ['nodejs_compat'] } },
    ];
    const names = new Set([contents, ...changed].map(nameOfContents));
    expect(names.size).toBe(changed.length + 1);
    expect(names).toContain(name);
    const { programSha256, ...rest } = contents;
    expect(nameOfContents({ programSha256, ...rest })).toBe(name);
  });
});
