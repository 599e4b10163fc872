import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { projectRoot } from '../system/home/home.ts';
import { accountCommand } from './account-commands.ts';
import { completeCommand, completionCommand } from './completion/completion-commands.ts';
import type { CliContext } from './context.ts';
import { devCommand } from './dev-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { envCommand } from './env-command.ts';
import { examples } from './examples.ts';
import { logsCommand } from './logs-command.ts';
import { openCommand } from './open-command.ts';
import { operationCommand } from './operation-commands.ts';
import { platformCommand } from './platform-commands.ts';
import { releaseCommand } from './release-commands.ts';
import { exitCodes, reportFailure } from './report-failure.ts';
import { tokenCommand } from './token-command.ts';

/** The `freehold` command line. */
function createProgram(context: CliContext, json: boolean): Command {
  const program = createCommands(context);
  program.addCommand(completeCommand(context, program), { hidden: true });
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

function createCommands(context: CliContext): Command {
  return new Command('freehold')
    .description('A tenant factory on Pulumi and Cloudflare')
    .version(readVersion(), '--version', 'print the version')
    .addHelpText(
      'after',
      examples('freehold account create "Mill Brook Legal" --owner me', 'freehold help account create'),
    )
    .addHelpText('after', `\nState of this factory: ${context.home.root} (FREEHOLD_HOME)`)
    .addCommand(devCommand(context))
    .addCommand(accountCommand(context))
    .addCommand(operationCommand(context))
    .addCommand(openCommand(context))
    .addCommand(releaseCommand(context))
    .addCommand(platformCommand(context))
    .addCommand(envCommand(context))
    .addCommand(tokenCommand(context))
    .addCommand(doctorCommand(context))
    .addCommand(logsCommand(context))
    .addCommand(completionCommand(context));
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/**
 * `freehold help account create` is `freehold account create --help`, which commander knows for one level only. A path that
 * does not exist is asked for without `--help`, so that commander says so.
 */
function expandHelp(program: Command, args: readonly string[]): readonly string[] {
  const [first, ...path] = args;
  if (first !== 'help' || path.length < 2) return args;
  let command: Command | undefined = program;
  for (const name of path) command = command?.commands.find((child) => child.name() === name);
  return command === undefined ? path : [...path, '--help'];
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
    const program = createProgram(context, json);
    await program.parseAsync(expandHelp(program, args), { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return reportFailure(context, error, json);
  }
}

function forEachCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const child of command.commands) forEachCommand(child, change);
}
