import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { readJsonFileOrNone } from './read-json-file.ts';
import { writeFileAtomically } from './write-file.ts';

const WAIT_POLL_MS = 250;
const SQLITE_BUSY = 5;

const HolderSchema = v.object({ pid: v.number(), startedAt: v.string() });

/** The presumed holder of a lock, only for messages. */
export type LockHolder = v.InferOutput<typeof HolderSchema>;

/** A lock that this process holds until `release()` or its end, even by SIGKILL. */
export interface ProcessLock {
  release(): void;
}

/**
 * Takes the lock named by a file, or returns its holder.
 *
 * The operating system holds it, by SQLite's file lock: it ends with its process, and reused process ids do not
 * matter.
 *
 * @param path File of the lock; its folder is created. `<path>.json` names the holder.
 */
export async function tryLock(
  path: string,
): Promise<ProcessLock | { readonly holder: LockHolder | undefined }> {
  await mkdir(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    // Undefined until a new holder has written its name.
    return { holder: await readJsonFileOrNone(`${path}.json`, HolderSchema) };
  }
  try {
    const holder: LockHolder = { pid: process.pid, startedAt: new Date().toISOString() };
    await writeFileAtomically(`${path}.json`, JSON.stringify(holder));
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}

/**
 * Takes the lock named by a file as soon as it is free.
 *
 * @param onWait Called once, if another process has it.
 */
export async function waitForLock(
  path: string,
  onWait: (holder: LockHolder | undefined) => void,
): Promise<ProcessLock> {
  for (let attempt = 0; ; attempt += 1) {
    const taken = await tryLock(path);
    if ('release' in taken) return taken;
    if (attempt === 0) onWait(taken.holder);
    await sleep(WAIT_POLL_MS);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
