import { Command, CommanderError } from 'commander';
import { accountCommand } from './account-commands.ts';
import { describeFailure } from './client/failure.ts';
import { UsageFailure } from './command-failure.ts';
import type { CliContext } from './context.ts';
import { devCommand } from './dev-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { envCommand } from './env-command.ts';
import { operationCommand } from './operation-commands.ts';
import { platformCommand } from './platform-commands.ts';
import { releaseCommand } from './release-commands.ts';
import { tokenCommand } from './token-command.ts';

const EXIT_DONE = 0;
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/** The `freehold` command line. */
function createProgram(context: CliContext): Command {
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
      writeErr: (text) => context.stderr.write(text),
    });
  });
  return program;
}

/**
 * Runs one command line.
 *
 * @param args Arguments after the name of the program.
 * @returns Exit code: 0 done, 1 failed, 2 not understood; the reason is on stderr.
 */
export async function runCommandLine(args: readonly string[], context: CliContext): Promise<number> {
  const fail = (message: string, exitCode: number): number => {
    context.stderr.write(`freehold: ${message}\n`);
    return exitCode;
  };
  try {
    await createProgram(context).parseAsync(args, { from: 'user' });
    return EXIT_DONE;
  } catch (error) {
    // Commander has written its own message, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_DONE : EXIT_USAGE;
    if (error instanceof UsageFailure) return fail(error.message, EXIT_USAGE);
    const bug = () => (error instanceof Error ? (error.stack ?? error.message) : String(error));
    return fail(describeFailure(error) ?? bug(), EXIT_FAILED);
  }
}

function forEachCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const child of command.commands) forEachCommand(child, change);
}
