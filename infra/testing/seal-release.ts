import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrationFiles } from '../../schema/migrate/migration-ledger.ts';
import {
  nameOfContents,
  type ReleaseContents,
  type ReleaseManifest,
  type ReleaseTier,
} from '../release/manifest.ts';
import { filesOfRelease, type ReleaseFiles } from '../release/release-files.ts';

/**
 * Makes a release of a folder with its files, whatever they are, as a test wants it.
 *
 * @param releases Folder of the releases, on the same file system as `draft`.
 * @param draft Folder that becomes the release.
 * @returns The name of the release.
 */
export async function sealRelease(releases: string, draft: string): Promise<string> {
  const files = filesOfRelease(draft);
  const describeTier = async (tier: ReleaseTier) => ({
    bundleSha256: await sha256Of(files.bundle(tier)),
    migrations: (await readMigrationFiles(files.migrations(tier))).map(({ name, sha256 }) => ({
      name,
      sha256,
    })),
  });
  const contents: ReleaseContents = {
    account: await describeTier('account'),
    platform: await describeTier('platform'),
    programSha256: await sha256Of(files.program),
    settings: { compatibilityDate: '2026-07-28', compatibilityFlags: [] },
  };
  const name = nameOfContents(contents);
  const manifest: ReleaseManifest = { format: 1, name, createdAt: new Date().toISOString(), contents };
  await writeFile(files.manifest, JSON.stringify(manifest));
  const target = join(releases, name);
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return name;
}

/**
 * Makes a release that is another one with changes.
 *
 * @param edit Changes the files of the copy.
 * @returns The name of the new release.
 */
export async function deriveRelease(
  releases: string,
  from: string,
  edit: (files: ReleaseFiles) => void | Promise<void>,
): Promise<string> {
  const draft = await mkdtemp(join(releases, '.test-'));
  await cp(join(releases, from), draft, { recursive: true });
  await edit(filesOfRelease(draft));
  return sealRelease(releases, draft);
}

async function sha256Of(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
