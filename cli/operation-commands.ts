import { Command } from 'commander';
import type { PlatformClient } from '../clients/typescript/client.ts';
import { ok } from '../clients/typescript/problem.ts';
import { hasEnded } from '../schema/factory/operation-states.ts';
import type { Output } from '../system/output.ts';
import { followOperation } from './client/follow-operation.ts';
import { formatOutcome, formatResult, formatStep } from './client/format-operation.ts';
import {
  findAccount,
  listLastOperations,
  listLastOperationsOfAll,
  type ShownOperation,
} from './client/platform.ts';
import { watchOperation } from './client/watch-operation.ts';
import { CommandFailure, Interrupted } from './command-failure.ts';
import { connect, findFactory } from './connect.ts';
import { type CliContext, print, widthOf } from './context.ts';
import { examples } from './examples.ts';
import { formatTable } from './format-table.ts';
import { namesOperation, readNamedAccount } from './read-named.ts';

/** Number of operations that `list` shows. */
const LIST_MAX = 20;

/** `freehold operation …` */
export function operationCommand(context: CliContext): Command {
  return new Command('operation')
    .description('list, show and watch the operations on accounts')
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addCommand(watchCommand(context));
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description(`list the latest ${LIST_MAX} operations, the last one first`)
    .argument('[account]', 'slug or id (default: all accounts)')
    .option('--json', 'print JSON for scripts')
    .addHelpText('after', examples('freehold operation list', 'freehold operation list millbrook'))
    .action(async (name: string | undefined, { json }: { json?: boolean }) => {
      const platform = connect(await findFactory(context));
      if (name === undefined) {
        const operations = await listLastOperationsOfAll(platform, { limit: LIST_MAX });
        const slugs = json ? new Map<string, string>() : await slugsOf(platform, operations);
        print(context, json, operations, () => formatOperations(operations, widthOf(context), slugs));
        return;
      }
      const { id } = await readNamedAccount(platform, name);
      const operations = await listLastOperations(platform, id, { limit: LIST_MAX });
      print(context, json, operations, () =>
        operations.length === 0
          ? `no operations of ${name} yet`
          : formatOperations(operations, widthOf(context)),
      );
    });
}

/** The slugs of the accounts of these operations, by id. */
async function slugsOf(
  platform: PlatformClient,
  operations: readonly ShownOperation[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(operations.map(({ accountId }) => accountId));
  const accounts = await Promise.all([...ids].map((id) => findAccount(platform, id)));
  return new Map(accounts.flatMap((account) => (account === undefined ? [] : [[account.id, account.slug]])));
}

/** @param slugs Adds a column with the account of each operation. Default: they are all of one account. */
function formatOperations(
  operations: readonly ShownOperation[],
  width: number,
  slugs?: ReadonlyMap<string, string>,
): string {
  if (operations.length === 0) return 'no operations yet';
  const account = ({ accountId }: ShownOperation) => (slugs ? [slugs.get(accountId) ?? accountId] : []);
  return formatTable(
    ['ID', ...(slugs ? ['ACCOUNT'] : []), 'KIND', 'STATUS', 'BEGUN'],
    operations.map((operation) => {
      const { id, kind, status, createdAt } = operation;
      return [id, ...account(operation), kind, status, createdAt];
    }),
    { width, spare: ['BEGUN', ...(slugs ? ['KIND'] : [])] },
  );
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('show an operation with its steps')
    .argument('<operation>', 'id')
    .option('--json', 'print JSON for scripts')
    .addHelpText('after', examples('freehold operation show op-01kdvdna000000000000000001'))
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
    .argument('[operation]', 'id (default: the latest operation)')
    .option('--json', 'print each change as one line of JSON')
    .addHelpText(
      'after',
      examples('freehold operation watch', 'freehold operation watch op-01kdvdna000000000000000001'),
    )
    .action(async (named: string | undefined, { json }: { json?: boolean }) => {
      const platform = connect(await findFactory(context));
      const id = named ?? (await lastOperation(platform));
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

async function lastOperation(platform: PlatformClient): Promise<string> {
  const [last] = await listLastOperationsOfAll(platform, { limit: 1 });
  if (last === undefined)
    throw new CommandFailure('there is no operation yet: freehold account create starts one');
  return last.id;
}

/** Writes each change of an operation as one line of JSON, until it ends. */
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
