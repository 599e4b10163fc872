import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything that a release is made of, and the versions of the packages that are bundled with it. */
const releaseSources = ['schema', 'workers', 'infra', 'package-lock.json'] as const;

/** Whether a file of the sources cannot change a release. */
export function isTest(file: string): boolean {
  return file.includes('.test.') || /(?:^|[\\/])testing[\\/]/.test(file);
}

/**
 * One digest over the sources of a release, by which the next `createRelease` knows that there is nothing to build.
 *
 * @param root Folder of the project.
 * @param paths Files, and folders with everything below them except tests.
 */
export async function fingerprintSources(
  root: string,
  paths: readonly string[] = releaseSources,
): Promise<string> {
  const files = (await Promise.all(paths.map((path) => listFiles(join(root, path))))).flat().sort();
  const texts = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    hash.update(`${file.slice(root.length)}\0${texts[index]?.length}\0`);
    hash.update(texts[index] ?? '');
  }
  return hash.digest('hex');
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isTest(file.slice(path.length)));
}
