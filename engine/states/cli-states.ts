import { type LockingCommandTools, runLockingCommand } from '../runner/locking-command.ts';
import { type PulumiResult, runPulumi } from '../runner/spawn-pulumi.ts';
import { parseLockRefusal } from './stack-lock.ts';
import { parseDeployment, type StackStates } from './stack-states.ts';

/**
 * The stacks of a backend that keeps Pulumi's objects and locks in a bucket or a database (`s3://`, `gs://`,
 * `azblob://`, `postgres://`). Only the CLI can reach them, with one process for each request.
 */
export function openCliStates(tools: LockingCommandTools): StackStates {
  const run = (args: readonly string[]) => runPulumi(tools.command, args);
  const runLocking = (stack: string, args: readonly string[], input?: string) =>
    runLockingCommand(tools, stack, [...args, '--stack', stack], input);
  const create = (stack: string) =>
    runLocking(stack, ['stack', 'init', '--no-select', '--secrets-provider', 'passphrase']);

  const read: StackStates['read'] = async (stack) => {
    const result = await run(['stack', 'export', '--stack', stack]);
    if (result.exitCode === 0) return parseDeployment(result.stdout);
    if (isMissingStack(result)) return undefined;
    throw toError('stack export', result);
  };

  return {
    async ensure(stack) {
      const result = await create(stack);
      if (result.exitCode !== 0 && !isExistingStack(result)) throw toError('stack init', result);
    },
    async exists(stack) {
      return (await read(stack)) !== undefined;
    },
    read,
    async replace(stack, deployment) {
      const result = await runLocking(stack, ['stack', 'import'], JSON.stringify(deployment));
      if (result.exitCode !== 0) throw toError('stack import', result);
    },
    async locks(stack) {
      // No command lists locks. This one takes the lock before it finds that the stack exists, and then changes
      // nothing.
      const result = await create(stack);
      if (isExistingStack(result)) return [];
      const locks = parseLockRefusal(result.stderr);
      if (locks !== undefined) return locks;
      if (result.exitCode !== 0) throw toError('stack init', result);
      await remove(stack);
      return [];
    },
    async unlock(stack) {
      const result = await run(['cancel', '--yes', '--stack', stack]);
      if (result.exitCode !== 0 && !isMissingStack(result)) throw toError('cancel', result);
    },
    async forget(stack) {
      // A stack that was removed without its backups: backups can only be removed together with a stack.
      const result = await create(stack);
      if (result.exitCode !== 0 && !isExistingStack(result)) throw toError('stack init', result);
      await remove(stack);
    },
  };

  /** Refuses to remove a stack that still has resources, as Pulumi does. */
  async function remove(stack: string): Promise<void> {
    const args = ['stack', 'rm', '--yes', '--remove-backups', '--preserve-config'];
    const result = await runLocking(stack, args);
    if (result.exitCode !== 0 && !isMissingStack(result)) throw toError('stack rm', result);
  }
}

/** An error with the message of a failed command. */
function toError(command: string, result: PulumiResult): Error {
  const said = (result.stderr || result.stdout).trim();
  return new Error(
    `pulumi ${command} failed: ${said || `it ended with ${result.signal ?? result.exitCode}`}`,
  );
}

/** The CLI's exit code for a stack that does not exist. */
const stackNotFoundExitCode = 6;

function isMissingStack({ exitCode }: PulumiResult): boolean {
  return exitCode === stackNotFoundExitCode;
}

function isExistingStack({ stderr }: PulumiResult): boolean {
  return /stack '[^']*' already exists/.test(stderr);
}
