import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isReleaseName } from '../../schema/factory/names.ts';
import { readMigrationFiles } from '../../schema/migrate/migration-ledger.ts';
import type { Bundle } from '../bundle.ts';
import type { Migrations } from '../migrated-database.ts';
import { nameOfContents, type ReleaseContents, type ReleaseTier, releaseManifest } from './manifest.ts';
import type { ReleaseFailure } from './release-failure.ts';
import { filesOfRelease } from './release-files.ts';

/** One Worker of a release: what its stack deploys. */
export interface ReleasedTier {
  readonly bundle: Bundle;
  readonly migrations: Migrations;
}

/** A release whose files are all there and unchanged. */
export interface OpenedRelease {
  readonly name: string;
  /** ISO instant at which it was made in this home. */
  readonly createdAt: string;
  readonly account: ReleasedTier;
  readonly platform: ReleasedTier;
  /** Absolute path of the Pulumi program. */
  readonly programFile: string;
  readonly settings: ReleaseContents['settings'];
}

export type ReleaseOpening = { readonly kind: 'opened'; readonly release: OpenedRelease } | ReleaseFailure;

/**
 * Opens a release and checks every file against the digests of its manifest, and the manifest against its name.
 *
 * @param releases Folder with all releases.
 * @throws When a file exists and cannot be read.
 */
export async function openRelease(releases: string, name: string): Promise<ReleaseOpening> {
  if (!isReleaseName(name)) return { kind: 'release_missing', name, folder: releases };
  const files = filesOfRelease(join(releases, name));
  const damaged = (file: string, reason: string): ReleaseFailure => ({
    kind: 'release_damaged',
    name,
    file,
    reason,
  });
  const text = await readFile(files.manifest, 'utf8').catch(undefinedIfMissing);
  if (text === undefined) {
    const folderExists = await readdir(files.folder).then(
      () => true,
      () => false,
    );
    if (folderExists) return damaged(files.manifest, 'is missing');
    return { kind: 'release_missing', name, folder: releases };
  }
  const manifest = parseManifest(text);
  if (manifest === undefined) return damaged(files.manifest, 'is not the manifest of a release');
  const { contents, createdAt } = manifest;
  if (nameOfContents(contents) !== name || manifest.name !== name)
    return damaged(files.manifest, 'describes another release');

  const bundles: readonly (readonly [file: string, sha256: string])[] = [
    [files.program, contents.programSha256],
    [files.bundle('account'), contents.account.bundleSha256],
    [files.bundle('platform'), contents.platform.bundleSha256],
  ];
  for (const [file, sha256] of bundles) {
    const reason = await findDamage(file, sha256);
    if (reason !== undefined) return damaged(file, reason);
  }
  for (const tier of ['account', 'platform'] as const) {
    const reason = await findMigrationDamage(files.migrations(tier), contents[tier].migrations);
    if (reason !== undefined) return damaged(files.migrations(tier), reason);
  }

  const open = (tier: ReleaseTier): ReleasedTier => ({
    bundle: { path: files.bundle(tier), sha256: contents[tier].bundleSha256 },
    migrations: {
      directory: files.migrations(tier),
      checksums: Object.fromEntries(contents[tier].migrations.map((file) => [file.name, file.sha256])),
    },
  });
  return {
    kind: 'opened',
    release: {
      name,
      createdAt,
      account: open('account'),
      platform: open('platform'),
      programFile: files.program,
      settings: contents.settings,
    },
  };
}

function parseManifest(text: string): v.InferOutput<typeof releaseManifest> | undefined {
  try {
    const parsed = v.safeParse(releaseManifest, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** A file that cannot be read now, for example since too many are open, is not a damaged release. */
function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

async function findDamage(file: string, sha256: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(undefinedIfMissing);
  if (bytes === undefined) return 'is missing';
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? undefined : 'was changed';
}

async function findMigrationDamage(
  folder: string,
  expected: ReleaseContents['account']['migrations'],
): Promise<string | undefined> {
  try {
    const found = await readMigrationFiles(folder);
    const differs = expected.find(({ name, sha256 }, index) => {
      const file = found[index];
      return file?.name !== name || file.sha256 !== sha256;
    });
    if (differs !== undefined) return `does not have the migration ${differs.name} as it was`;
    return found.length === expected.length ? undefined : 'has a migration too many';
  } catch (error) {
    return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
