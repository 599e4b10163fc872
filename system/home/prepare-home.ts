import { chmod, mkdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeFileTrouble } from '../file-trouble.ts';
import { hasCode, isMissing, pathExists, writeFileAtomically } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const MEGABYTE = 1024 ** 2;

/** Node imports no module from a path with a backslash, and `freehold env` puts a folder of the home into PATH. */
const refusedCharacters = /[\\:\n\r]/;

/** The first start writes some 160 MB: the release, caches, and Restate's data, which is laid out in advance. */
const FIRST_START_BYTES = 200 * MEGABYTE;
/** A later start writes little: a rebuilt program, and logs. */
const LATER_START_BYTES = 20 * MEGABYTE;

/**
 * Makes the folder of a factory and sees whether a factory can work there: the parts of a start do not all say so when
 * they cannot write, and some wait.
 *
 * @returns Undefined, or in one line what is wrong with which folder and what to do.
 */
export async function prepareHome(home: FreeholdHome): Promise<string | undefined> {
  const refused = refusedCharacters.exec(home.root);
  if (refused !== null) {
    return (
      `${home.root} cannot be the home of a factory: its path has ${JSON.stringify(refused[0])}, which Node's modules or ` +
      'a PATH cannot have; set FREEHOLD_HOME to another folder'
    );
  }
  const probe = join(home.root, 'start.probe');
  try {
    await makeFolder(home.root);
    if (await pathExists(join(home.root, 'package.json'))) {
      return `${home.root} cannot be the home of a factory: it is the folder of a project; set FREEHOLD_HOME to another folder`;
    }
    // Only the owner may read state, logs and tokens, also in a folder that existed before.
    await chmod(home.root, 0o700);
    const { bavail, bsize } = await statfs(home.root);
    const free = bavail * bsize;
    const needed = (await pathExists(home.secretsFile)) ? LATER_START_BYTES : FIRST_START_BYTES;
    if (free < needed) {
      return (
        `the disk of ${home.root} is full: ${Math.floor(free / MEGABYTE)} MB are free and a start needs ` +
        `${needed / MEGABYTE} MB; free some space, or set FREEHOLD_HOME to a folder on another disk`
      );
    }
    await writeFileAtomically(probe, '');
    // Another start may have removed it; the lock is taken later.
    await rm(probe, { force: true });
  } catch (error) {
    const trouble = describeFileTrouble(error);
    if (trouble === undefined) throw error;
    return `${home.root} cannot be the home of a factory: ${trouble}`;
  }
  return undefined;
}

/**
 * Makes a folder and those above it. Node's own recursive `mkdir` reports a read-only disk as a missing folder, and never
 * ends where the system refuses a new folder as missing, such as below `/proc`.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (isMissing(error) && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path, { mode: 0o700 }).catch(async (second: unknown) => {
        // Another start has made it meanwhile.
        if (!hasCode(second, 'EEXIST') || !(await stat(path)).isDirectory()) throw second;
      });
    } else if (!hasCode(error, 'EEXIST') || !(await stat(path)).isDirectory()) throw error;
  }
}
