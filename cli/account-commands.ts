import { Command, Option } from 'commander';
import { ApiProblem, ok } from '../clients/typescript/problem.ts';
import { type AccountStatus, accountStatuses } from '../schema/factory/account-states.ts';
import { type Plan, planNames, type Region, regionNames } from '../schema/factory/settings.ts';
import { accountOperationCommands } from './account-operation-commands.ts';
import { ownerCommand } from './account-owner-command.ts';
import { listAccounts, type ShownAccount } from './client/platform.ts';
import { CommandFailure, UsageFailure } from './command-failure.ts';
import { connect, findFactory, OPERATOR, type Person } from './connect.ts';
import { type CliContext, print, widthOf } from './context.ts';
import { examples } from './examples.ts';
import { type FollowOptions, followAccepted, jsonOption, waitOption } from './follow-accepted.ts';
import { formatAccount, formatAccounts } from './format-account.ts';
import { parseEmail } from './parse-email.ts';
import { readNamedAccount } from './read-named.ts';
import { toSlug } from './slug.ts';

/** `freehold account …` */
export function accountCommand(context: CliContext): Command {
  const command = new Command('account')
    .description('sign firms up, show them, and start operations on them')
    .addCommand(createCommand(context))
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addCommand(ownerCommand(context));
  for (const operation of accountOperationCommands(context)) command.addCommand(operation);
  return command;
}

function createCommand(context: CliContext): Command {
  return new Command('create')
    .description('sign a firm up and wait until its API answers')
    .argument('<name>', 'name of the firm')
    .option('--slug <slug>', 'its name in URLs (default: made from the name)')
    .addOption(new Option('--plan <plan>', 'its plan').choices(planNames))
    .addOption(new Option('--region <region>', 'where its data is stored').choices(regionNames))
    .requiredOption(
      '--owner <email>',
      'the firm\'s first administrator; "me" for yourself, with a hand-over later: freehold account owner',
      parseOwner,
    )
    .addOption(waitOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'freehold account create "Mill Brook Legal" --owner kim@millbrook.example',
        'freehold account create "Mill Brook Legal" --slug millbrook --owner me',
      ),
    )
    .action(async (name: string, options: FollowOptions & CreateOptions) => {
      const { owner, wait, json, slug = toSlug(name), ...rest } = options;
      if (slug === undefined) throw new UsageFailure(`"${name}" yields no slug: choose one with --slug`);
      const platform = connect(await findFactory(context), owner);
      const asking = ok(platform.POST('/v1/accounts', { body: { name, slug, ...rest } })).catch(
        namesTakenSlug(slug),
      );
      const { account } = await followAccepted(context, platform, asking, {
        wait,
        ...(json ? { json } : {}),
      });
      if (wait && !json) context.stdout.write(describeAddress(account));
    });
}

/** For the `catch` of a sign-up: says what to do when another firm has the slug. */
function namesTakenSlug(slug: string): (error: unknown) => never {
  return (cause) => {
    const isTaken =
      cause instanceof ApiProblem &&
      cause.status === 409 &&
      cause.problem.errors?.some(({ pointer }) => pointer === '#/slug');
    if (!isTaken) throw cause;
    throw new CommandFailure(`another firm has the slug "${slug}": choose another with --slug`, { cause });
  };
}

/** Where the firm's people and systems find it. */
function describeAddress({ url, slug }: ShownAccount): string {
  return `\n${url}\n${url}/docs  the API's documents: freehold open ${slug}\n`;
}

interface CreateOptions {
  readonly slug?: string;
  readonly plan?: Plan;
  readonly region?: Region;
  readonly owner: Person;
}

/** Whoever signs the firm up is its first administrator, so the command signs it up as the owner. */
function parseOwner(text: string): Person {
  return text === 'me' || text === OPERATOR.email ? OPERATOR : { email: parseEmail(text) };
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('list the firms')
    .addOption(new Option('--status <status>', 'only firms with this status').choices(accountStatuses))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('freehold account list', 'freehold account list --status suspended --json'),
    )
    .action(async ({ status, json }: { status?: AccountStatus; json?: boolean }) => {
      const platform = connect(await findFactory(context));
      const accounts = await listAccounts(platform, status);
      print(context, json, accounts, () => formatAccounts(accounts, widthOf(context)));
    });
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('show a firm: its status, its release, and where its data is')
    .argument('<account>', 'slug or id')
    .addOption(jsonOption())
    .addHelpText('after', examples('freehold account show millbrook'))
    .action(async (name: string, { json }: { json?: boolean }) => {
      const account = await readNamedAccount(connect(await findFactory(context)), name);
      print(context, json, account, () => formatAccount(account));
    });
}
