import { Command } from 'commander';
import { accountCommand } from './account-commands.ts';
import type { CliContext } from './context.ts';
import { devCommand } from './dev-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { envCommand } from './env-command.ts';
import { operationCommand } from './operation-commands.ts';
import { platformCommand } from './platform-commands.ts';
import { releaseCommand } from './release-commands.ts';
import { exitCodes, reportFailure } from './report-failure.ts';
import { tokenCommand } from './token-command.ts';

/** The `freehold` command line. */
function createProgram(context: CliContext, json: boolean): Command {
  const program = new Command('freehold')
    .description('A tenant factory on Pulumi and Cloudflare')
    .addHelpText('after', `\nState of this factory: ${context.home.root} (FREEHOLD_HOME)`)
    .addCommand(devCommand(context))
    .addCommand(accountCommand(context))
    .addCommand(operationCommand(context))
    .addCommand(releaseCommand(context))
    .addCommand(platformCommand(context))
    .addCommand(envCommand(context))
    .addCommand(tokenCommand(context))
    .addCommand(doctorCommand(context));
  forEachCommand(program, (command) => {
    command.exitOverride().configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => {
        if (!json) context.stderr.write(text);
      },
    });
  });
  return program;
}

/**
 * Runs one command line.
 *
 * @param args Arguments after the name of the program.
 * @returns Exit code, see `exitCodes`; the reason is on stderr.
 */
export async function runCommandLine(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  try {
    await createProgram(context, json).parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return reportFailure(context, error, json);
  }
}

function forEachCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const child of command.commands) forEachCommand(child, change);
}
