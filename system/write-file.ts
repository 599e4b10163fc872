import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

// Node writes all bytes or fails. write-file-atomic 8 and atomically 2 ignore a short write: on a full disk they replace
// the file by a truncated one and report success (docs/findings.md).

/**
 * Replaces a file in one step: a reader, a crash or a power failure sees the old content or the new one. When this
 * resolves, the new content is on disk.
 *
 * @param mode Permissions of the file, independent of the umask. Default 0o644; 0o600 for secrets.
 * @throws the error of the file system, such as ENOSPC; the old content is then untouched.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  await writeThen(path, content, mode, (draft) => rename(draft, path));
}

/**
 * Writes a file that must not exist yet, in one step. Of several writers, one succeeds.
 *
 * @param mode As in `writeFileAtomically`.
 * @returns False when the file exists already; it is left as it is.
 */
export async function createFileAtomically(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<boolean> {
  try {
    // A link fails where a rename would overwrite.
    await writeThen(path, content, mode, (draft) => link(draft, path));
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Like `writeFileAtomically`, but does nothing when the file has this text already.
 *
 * @returns Whether the file was written.
 */
export async function writeFileIfChanged(path: string, text: string, mode = 0o644): Promise<boolean> {
  if ((await readTextFile(path)) === text) return false;
  await writeFileAtomically(path, text, mode);
  return true;
}

/** The file's text, or undefined when the file does not exist. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether there is a file or folder. */
export async function pathExists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Names of what is in a folder; none when the folder does not exist. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Whether an error is "no such file or folder". */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}

async function writeThen(
  path: string,
  content: string | Uint8Array,
  mode: number,
  publish: (draft: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await handle.chmod(mode);
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await publish(draft);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

/** Puts the names in a folder on disk: until then a power failure may bring back an old file or folder. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether an error is the one of the system with this code, such as EEXIST. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
