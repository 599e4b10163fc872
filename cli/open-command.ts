import { Command } from 'commander';
import { connect, findFactory } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { examples } from './examples.ts';
import { jsonOption } from './follow-accepted.ts';
import { readNamedAccount } from './read-named.ts';

/** `freehold open`: the page on which a firm's API is read and tried. */
export function openCommand(context: CliContext): Command {
  return new Command('open')
    .description(
      "print the address of a firm's API documents, and open it in the browser when run at a terminal",
    )
    .argument('<account>', 'slug or id')
    .addOption(jsonOption())
    .addHelpText('after', examples('freehold open millbrook'))
    .action(async (name: string, { json }: { json?: boolean }) => {
      const account = await readNamedAccount(connect(await findFactory(context)), name);
      const url = `${account.url}/docs`;
      print(context, json, { url }, () => url);
      if (!json && context.interactive) await context.openInBrowser(url);
    });
}
