import { Command } from 'commander';
import { followOperation } from '../client/follow-operation.ts';
import { formatOutcome, formatStep } from '../client/operation-view.ts';
import type { Operation } from '../client/platform-client.ts';
import { watchOperation } from '../client/watch-operation.ts';
import { CommandFailure } from './command-failure.ts';
import { connect, findFactory } from './connect.ts';
import { type CliContext, print } from './context.ts';

/** `freehold operation …` */
export function operationCommand(context: CliContext): Command {
  return new Command('operation')
    .description('what the factory does to an account, step by step')
    .addCommand(showCommand(context))
    .addCommand(watchCommand(context));
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('how far an operation is')
    .argument('<operation>', 'id')
    .option('--json', 'print JSON for scripts')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const operation = await connect(await findFactory(context)).readOperation(id);
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
      let last: Operation | undefined;
      if (json) {
        for await (const operation of watchOperation(platform, id)) {
          context.stdout.write(`${JSON.stringify(operation)}\n`);
          last = operation;
        }
      } else {
        last = await followOperation(platform, id, context.stdout);
        context.stdout.write(`${formatOutcome({ ...last, reason: null })}\n`);
      }
      if (last?.status !== 'succeeded') {
        throw new CommandFailure(
          `${id} ${last?.status ?? 'was not found'}: ${last?.reason ?? 'no reason given'}`,
        );
      }
    });
}
