import { Command } from 'commander';
import type { PlatformClient } from '../clients/typescript/client.ts';
import { ok } from '../clients/typescript/problem.ts';
import { hasEnded } from '../schema/factory/operation-states.ts';
import type { Output } from '../system/output.ts';
import { followOperation } from './client/follow-operation.ts';
import { formatOutcome, formatResult, formatStep } from './client/format-operation.ts';
import { listLastOperations, type ShownOperation } from './client/platform.ts';
import { watchOperation } from './client/watch-operation.ts';
import { CommandFailure, Interrupted } from './command-failure.ts';
import { connect, findFactory } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { formatTable } from './format-table.ts';
import { namesOperation, readNamedAccount } from './read-named.ts';

/** Operations that `list` shows. */
const LIST_MAX = 20;

/** `freehold operation …` */
export function operationCommand(context: CliContext): Command {
  return new Command('operation')
    .description('what the factory does to an account, step by step')
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addCommand(watchCommand(context));
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('the latest operations of an account, the last one first')
    .argument('<account>', 'slug or id')
    .option('--json', 'print JSON for scripts')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const platform = connect(await findFactory(context));
      const { id } = await readNamedAccount(platform, name);
      const operations = await listLastOperations(platform, id, { limit: LIST_MAX });
      print(context, json, operations, () =>
        operations.length === 0
          ? `no operations of ${name} yet`
          : formatTable(
              ['ID', 'KIND', 'STATUS', 'BEGUN'],
              operations.map(({ id, kind, status, createdAt }) => [id, kind, status, createdAt]),
            ),
      );
    });
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('how far an operation is')
    .argument('<operation>', 'id')
    .option('--json', 'print JSON for scripts')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const platform = connect(await findFactory(context));
      const operation = await ok(platform.GET('/v1/operations/{id}', { params: { path: { id } } })).catch(
        namesOperation(id),
      );
      print(context, json, operation, () =>
        [...operation.steps.map(formatStep), formatOutcome(operation)].join('\n'),
      );
    });
}

function watchCommand(context: CliContext): Command {
  return new Command('watch')
    .description('follow an operation to its end; exit code 1 when it does not succeed')
    .argument('<operation>', 'id')
    .option('--json', 'print each change as one line of JSON')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const platform = connect(await findFactory(context));
      const show = json ? writeChanges : followOperation;
      const last = await context
        .untilInterrupted((signal) => show(platform, id, context.stdout, signal))
        .catch(namesOperation(id));
      if (!json) context.stdout.write(`${formatResult(last)}\n`);
      if (last.status !== 'succeeded') {
        throw new CommandFailure(`${id} ${last.status}: ${last.reason ?? 'no reason given'}`);
      }
    });
}

/** Writes each change of an operation as one line of JSON, to its end. */
async function writeChanges(
  platform: PlatformClient,
  id: string,
  output: Output,
  signal: AbortSignal,
): Promise<ShownOperation> {
  let last: ShownOperation | undefined;
  for await (const operation of watchOperation(platform, id, signal)) {
    output.write(`${JSON.stringify(operation)}\n`);
    last = operation;
  }
  if (last !== undefined && hasEnded(last.status)) return last;
  throw new Interrupted(`${id} goes on, only the watching has ended`);
}
