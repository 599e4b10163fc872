import { freehold } from './client.ts';
import { type CommandResult, runCommand } from './command.ts';
import type { Factory } from './factory.ts';

/** The variables that `freehold env` sets in a shell. */
export async function shellVariables(factory: Factory): Promise<Record<string, string>> {
  const printed = await freehold(factory, 'env', '--format', 'json');
  if (printed.exitCode !== 0) throw new Error(`freehold env failed: ${printed.stderr}`);
  return JSON.parse(printed.stdout) as Record<string, string>;
}

/**
 * Runs `pulumi` in an environment from `freehold env`, as an operator does.
 *
 * @param cwd Where it is run. Default: the home of the factory.
 */
export async function barePulumi(
  factory: Factory,
  args: readonly string[],
  cwd = factory.home,
): Promise<CommandResult> {
  const variables = await shellVariables(factory);
  return runCommand('pulumi', [...args, '--non-interactive', '--color', 'never'], {
    cwd,
    env: { ...factory.environment, ...variables },
  });
}

/** Number of changes that `pulumi preview` shows, by kind; empty when there are none. */
export async function previewChanges(factory: Factory, stack: string): Promise<Record<string, number>> {
  const preview = await barePulumi(factory, ['preview', '--json', '--stack', stack]);
  if (preview.exitCode !== 0) throw new Error(`pulumi preview failed: ${preview.stdout}${preview.stderr}`);
  const { changeSummary } = JSON.parse(preview.stdout) as { changeSummary: Record<string, number> };
  const { same: _same, ...changes } = changeSummary;
  return changes;
}

/** The pending operations in Pulumi's state of a stack; a healthy stack has none. */
export async function pendingOperations(factory: Factory, stack: string): Promise<readonly unknown[]> {
  const exported = await barePulumi(factory, ['stack', 'export', '--stack', stack]);
  if (exported.exitCode !== 0) throw new Error(`pulumi stack export failed: ${exported.stderr}`);
  const { deployment } = JSON.parse(exported.stdout) as { deployment: { pending_operations?: unknown[] } };
  return deployment.pending_operations ?? [];
}
