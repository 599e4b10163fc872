import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectName } from '../../schema/factory/names.ts';
import { createFileAtomically, listFolder, pathExists, readTextFile } from '../../system/write-file.ts';
import type { LockingCommandTools } from '../runner/locking-command.ts';
import { openCliStates } from './cli-states.ts';
import { DamagedState } from './damaged-state.ts';
import { parseLockFile } from './stack-lock.ts';
import type { StackStates } from './stack-states.ts';

/**
 * The stacks of a folder on this machine (`file://`). What the files show is read from them, which saves a process for
 * each request; states themselves are read and replaced by the CLI, which knows their format.
 *
 * @param directory The folder that the URL names; it contains Pulumi's own `.pulumi`. Created with the first stack.
 */
export function openFileStates(tools: LockingCommandTools, directory: string): StackStates {
  const cli = openCliStates(tools);
  const root = join(directory, '.pulumi');
  const stacks = join(root, 'stacks', projectName);
  const fileOf = (stack: string) => join(stacks, `${stack}.json`);
  const locksOf = (stack: string) => join(root, 'locks', 'organization', projectName, stack);

  return {
    ...cli,
    async ensure(stack) {
      if (await hasState(fileOf(stack), stack)) return;
      // Only Pulumi may lay out a backend; after that, an empty checkpoint is all that it would add.
      if (!(await pathExists(join(root, 'meta.yaml')))) {
        await mkdir(directory, { recursive: true, mode: 0o700 });
        return cli.ensure(stack);
      }
      await mkdir(stacks, { recursive: true });
      const checkpoint = { version: 3, checkpoint: { stack: `organization/${projectName}/${stack}` } };
      // An existing file is kept.
      await createFileAtomically(fileOf(stack), JSON.stringify(checkpoint), 0o600);
    },
    exists: (stack) => hasState(fileOf(stack), stack),
    async read(stack) {
      return (await hasState(fileOf(stack), stack)) ? cli.read(stack) : undefined;
    },
    async locks(stack) {
      const files = (await listFolder(locksOf(stack))).filter((file) => file.endsWith('.json'));
      const texts = await Promise.all(files.map((file) => readTextFile(join(locksOf(stack), file))));
      // A lock that was removed after the listing has no text.
      return texts.flatMap((text) => (text === undefined ? [] : [parseLockFile(text)]));
    },
    async unlock(stack) {
      await rm(locksOf(stack), { recursive: true, force: true });
    },
    async forget(stack) {
      const files = (await listFolder(stacks)).filter((file) => file.startsWith(`${stack}.`));
      const paths = [
        ...files.map((file) => join(stacks, file)),
        join(root, 'backups', projectName, stack),
        join(root, 'history', projectName, stack),
        locksOf(stack),
      ];
      await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
    },
  };
}

/**
 * Whether a stack has a state.
 *
 * @throws {DamagedState} when its file holds none, which Pulumi reports without the file's name.
 */
async function hasState(file: string, stack: string): Promise<boolean> {
  const text = await readTextFile(file);
  if (text === undefined) return false;
  if (text.trim() === '') throw new DamagedState(stack, file, 'it is empty');
  try {
    JSON.parse(text);
  } catch {
    throw new DamagedState(stack, file, 'it is not JSON');
  }
  return true;
}
