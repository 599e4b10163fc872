import { Command, Option } from 'commander';
import { shellEnvironment } from '../engine/workspace/shell-environment.ts';
import { CommandFailure } from './command-failure.ts';
import type { CliContext } from './context.ts';

/** `freehold env`: what a shell needs so that a plain `pulumi up -s <stack>` works. */
export function envCommand(context: CliContext): Command {
  return new Command('env')
    .description('print what a shell needs so that plain pulumi works: eval "$(npx freehold env)"')
    .addOption(new Option('--format <format>', 'how to print it').choices(['sh', 'json']).default('sh'))
    .option('--json', 'the same as --format json')
    .action(async ({ format, json }: { format: 'sh' | 'json'; json?: boolean }) => {
      const variables = await shellEnvironment(
        context.home,
        context.env.PATH ?? '',
        context.env.FREEHOLD_STATE_URL,
      );
      if (variables === undefined) {
        throw new CommandFailure(`no factory is running in ${context.home.root}: start one with: npm start`);
      }
      const asJson = json === true || format === 'json';
      context.stdout.write(asJson ? `${JSON.stringify(variables, null, 2)}\n` : toShell(variables));
    });
}

/** `export` lines that any POSIX shell reads, whatever the values hold. */
function toShell(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
}
