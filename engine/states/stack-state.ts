import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { projectName } from '../../schema/factory/names.ts';
import { isMissing, readTextFile } from '../../system/write-file.ts';
import { type PulumiCommand, runPulumi } from '../runner/spawn-pulumi.ts';

const deploymentSchema = v.looseObject({
  deployment: v.looseObject({
    resources: v.optional(
      v.array(v.looseObject({ urn: v.string(), type: v.string(), custom: v.optional(v.boolean()) })),
      [],
    ),
    pending_operations: v.optional(v.nullable(v.array(v.unknown()))),
  }),
});

/** The exported state of a stack, as far as recovery reads it; the rest is kept for the import. */
export type StackDeployment = v.InferOutput<typeof deploymentSchema>;

/** Pulumi's record of stacks, reached through the CLI except where a file tells the same in no time. */
export interface StackStates {
  /** Makes the stack's empty record if it has none. */
  ensure(stack: string): Promise<void>;
  exists(stack: string): Promise<boolean>;
  export(stack: string): Promise<StackDeployment>;
  import(stack: string, deployment: StackDeployment): Promise<void>;
  /**
   * Removes what the backend keeps of a stack that was removed: backups of its state, its history, its locks. A remote
   * backend keeps what its own rules of retention say.
   */
  forget(stack: string): Promise<void>;
  /** Removes all locks of the stack. */
  unlock(stack: string): Promise<void>;
  /** Numbers of processes on this machine that hold a lock of the stack; always empty on a remote backend. */
  lockHolders(stack: string): Promise<readonly number[]>;
}

/**
 * Opens the stacks of a backend.
 *
 * @param stateUrl `file://…` is looked into directly: a spawn less for each new stack. Any other goes through the CLI.
 */
export function openStackStates(command: PulumiCommand, stateUrl: string): StackStates {
  const folder = stateUrl.startsWith('file://') ? join(toFolder(stateUrl), '.pulumi') : undefined;

  const run = async (args: readonly string[], input?: string): Promise<string> => {
    const result = await runPulumi(command, args, input === undefined ? {} : { input });
    if (result.exitCode !== 0) {
      throw new Error(
        `pulumi ${args.slice(0, 2).join(' ')} failed: ${(result.stderr || result.stdout).trim()}`,
      );
    }
    return result.stdout;
  };
  const stackFile = (root: string, stack: string) => join(root, 'stacks', projectName, `${stack}.json`);

  return {
    async ensure(stack) {
      if (folder === undefined) {
        await run(['stack', 'select', '--create', '--stack', stack, '--secrets-provider', 'passphrase']);
        return;
      }
      if (await fileExists(stackFile(folder, stack))) return;
      // Only `stack init` may lay out a backend; after that, an empty checkpoint is all that it would add.
      if (!(await fileExists(join(folder, 'meta.yaml')))) {
        await run(['stack', 'init', '--no-select', '--stack', stack, '--secrets-provider', 'passphrase']);
        return;
      }
      await mkdir(join(folder, 'stacks', projectName), { recursive: true });
      const checkpoint = { version: 3, checkpoint: { stack: `organization/${projectName}/${stack}` } };
      await writeFile(stackFile(folder, stack), JSON.stringify(checkpoint), { flag: 'wx', mode: 0o600 });
    },
    async exists(stack) {
      if (folder !== undefined) return fileExists(stackFile(folder, stack));
      const stacks = JSON.parse(await run(['stack', 'ls', '--json'])) as readonly { readonly name: string }[];
      return stacks.some(({ name }) => name === stack || name.endsWith(`/${stack}`));
    },
    async export(stack) {
      return v.parse(deploymentSchema, JSON.parse(await run(['stack', 'export', '--stack', stack])));
    },
    async import(stack, deployment) {
      await run(['stack', 'import', '--stack', stack], JSON.stringify(deployment));
    },
    async forget(stack) {
      if (folder === undefined) return;
      const stacks = join(folder, 'stacks', projectName);
      const files = await readdir(stacks).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const paths = [
        ...files.filter((file) => file.startsWith(`${stack}.`)).map((file) => join(stacks, file)),
        join(folder, 'backups', projectName, stack),
        join(folder, 'history', projectName, stack),
        join(folder, 'locks', 'organization', projectName, stack),
      ];
      await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
    },
    async unlock(stack) {
      await run(['cancel', '--yes', '--stack', stack]);
    },
    async lockHolders(stack) {
      return folder === undefined
        ? []
        : readLockHolders(join(folder, 'locks', 'organization', projectName, stack));
    },
  };
}

async function readLockHolders(directory: string): Promise<readonly number[]> {
  let files: string[];
  try {
    files = await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.json')).map((file) => readTextFile(join(directory, file))),
  );
  return texts.flatMap((text) => {
    try {
      const { pid } = JSON.parse(text ?? '') as { readonly pid?: unknown };
      return typeof pid === 'number' ? [pid] : [];
    } catch {
      return [];
    }
  });
}

async function fileExists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function toFolder(stateUrl: string): string {
  return stateUrl.includes('%') ? fileURLToPath(stateUrl) : stateUrl.slice('file://'.length);
}
