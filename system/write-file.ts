import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a file in one step, so that a reader or a crash sees the old text or the new one and never half of it.
 *
 * @param mode Permissions of a new file. Default 0o644; 0o600 for secrets.
 */
export async function writeFileAtomically(path: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, text, { mode });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Like `writeFileAtomically`, but leaves a file alone that says the same already. */
export async function writeFileIfChanged(path: string, text: string, mode = 0o644): Promise<boolean> {
  if ((await readTextFile(path)) === text) return false;
  await writeFileAtomically(path, text, mode);
  return true;
}

/** The file's text, or undefined when there is no such file. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Tells "no such file or folder" from every other failure. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
