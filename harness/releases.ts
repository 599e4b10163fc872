import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseFiles } from '../infra/release/release-files.ts';
import { deriveRelease } from '../infra/testing/seal-release.ts';
import type { Factory } from './factory.ts';

/** Name of the release that new accounts and upgrades get. */
export async function currentRelease(factory: Factory): Promise<string> {
  return (JSON.parse(await readFile(currentFile(factory), 'utf8')) as { release: string }).release;
}

/** Makes a release current that is in the factory's home. */
export async function useRelease(factory: Factory, release: string): Promise<void> {
  await writeFile(currentFile(factory), JSON.stringify({ release }));
}

/**
 * Makes a release the current one that differs from it by what `edit` changes.
 *
 * @returns The name of the new release.
 */
async function replaceRelease(
  factory: Factory,
  edit: (files: ReleaseFiles) => void | Promise<void>,
): Promise<string> {
  const name = await deriveRelease(releasesOf(factory), await currentRelease(factory), edit);
  await useRelease(factory, name);
  return name;
}

/**
 * Makes the next upgrade of every account upload a bundle that differs from today's by one comment.
 *
 * @returns The name of the release that has it.
 */
export function replaceAccountBundle(factory: Factory): Promise<string> {
  return replaceRelease(factory, (files) => appendFile(files.bundle('account'), '\n// next release\n'));
}

/**
 * Makes a current release whose account migrations are changed by `edit`, which gets their folder and the file names in
 * order.
 *
 * @returns The name of the release.
 */
export function replaceAccountMigrations(
  factory: Factory,
  edit: (directory: string, files: readonly string[]) => void | Promise<void>,
): Promise<string> {
  return replaceRelease(factory, async (files) => {
    const directory = files.migrations('account');
    const names = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
    await edit(directory, names);
  });
}

function releasesOf(factory: Factory): string {
  return join(factory.home, 'releases');
}

function currentFile(factory: Factory): string {
  return join(releasesOf(factory), 'current.json');
}
