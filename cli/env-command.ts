import { Command, Option } from 'commander';
import {
  factoryPath,
  noFactoryStateUrl,
  shellEnvironment,
  variablesToUnset,
} from '../engine/workspace/shell-environment.ts';
import { describeReason } from '../system/file-trouble.ts';
import { quoteForShell } from '../system/quote-for-shell.ts';
import { CommandFailure } from './command-failure.ts';
import type { CliContext } from './context.ts';
import { examples } from './examples.ts';

/** `freehold env`: what a shell needs so that a plain `pulumi up -s <stack>` works. */
export function envCommand(context: CliContext): Command {
  return new Command('env')
    .description('print the variables with which plain pulumi and freehold work in a shell')
    .addOption(new Option('--format <format>', 'how to print it').choices(['sh', 'json']).default('sh'))
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      '\nFor a shell it also unsets the variables that would win over these, such as PULUMI_CONFIG_PASSPHRASE. With no\n' +
        'factory running it prints a state backend that no pulumi can open, so that none runs against another backend.',
    )
    .addHelpText('after', examples('eval "$(npx freehold env)"', 'freehold env --format json'))
    .action(async ({ format, json }: { format: 'sh' | 'json'; json?: boolean }) => {
      const asJson = json === true || format === 'json';
      let variables: Record<string, string>;
      try {
        variables = await readVariables(context);
      } catch (error) {
        // `eval` does not see how this command ends. Whatever went wrong, what is evaluated has to fail as well.
        if (!asJson) context.stdout.write(closedShell);
        throw error;
      }
      context.stdout.write(
        asJson ? `${JSON.stringify(variables, null, 2)}\n` : toShell(variables, factoryPath(context.home)),
      );
    });
}

async function readVariables({ home, env }: CliContext): Promise<Record<string, string>> {
  const variables = await shellEnvironment(home, env.PATH ?? '', env.FREEHOLD_STATE_URL).catch(
    (error: unknown) => {
      throw new CommandFailure(describeReason(error));
    },
  );
  if (variables !== undefined) return variables;
  throw new CommandFailure(`no factory is running in ${home.root}: start one with: npm start`);
}

/** What a shell evaluates when there is no factory: every later `pulumi` fails, and so does the evaluation itself. */
const closedShell = `export PULUMI_BACKEND_URL='${noFactoryStateUrl}'
unset FREEHOLD_URL ${variablesToUnset(noFactoryStateUrl).join(' ')}
false
`;

/**
 * Lines that any POSIX shell reads, whatever the values hold. PATH is the shell's own, extended once: npx has put folders
 * into that of this process that a shell must not keep, such as `node_modules/.bin` of every folder above.
 */
function toShell({ PATH: _, ...variables }: Readonly<Record<string, string>>, path: string): string {
  const exports = Object.entries(variables).map(
    ([name, value]) => `export ${name}=${quoteForShell(value)}\n`,
  );
  return [
    `unset ${variablesToUnset(variables.PULUMI_BACKEND_URL ?? '').join(' ')}\n`,
    `case "$PATH" in ${quoteForShell(path)}:*) ;; *) export PATH=${quoteForShell(path)}:"$PATH" ;; esac\n`,
    ...exports,
  ].join('');
}
