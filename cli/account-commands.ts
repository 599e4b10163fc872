import { Command, Option } from 'commander';
import { followOperation } from './client/follow-operation.ts';
import { formatOutcome } from './client/operation-view.ts';
import { type Accepted, isTerminal, type PlatformClient } from './client/platform-client.ts';
import { CommandFailure, UsageFailure } from './command-failure.ts';
import { connect, findFactory, OPERATOR } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { formatAccount, formatAccounts } from './format-account.ts';
import { readAccount } from './read-named.ts';
import { toSlug } from './slug.ts';

const jsonOption = () => new Option('--json', 'print JSON for scripts');
const waitOption = () => new Option('--no-wait', 'do not wait until it is done');

interface FollowOptions {
  readonly wait: boolean;
  readonly json?: boolean;
}

/** `freehold account …` */
export function accountCommand(context: CliContext): Command {
  return new Command('account')
    .description('firms: sign them up, look at them, bring them up to date, delete them')
    .addCommand(createCommand(context))
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addCommand(upCommand(context))
    .addCommand(destroyCommand(context));
}

function createCommand(context: CliContext): Command {
  return new Command('create')
    .description('sign a firm up and wait until its API answers')
    .argument('<name>', 'name of the firm')
    .option('--slug <slug>', 'its name in URLs (default: made from the name)')
    .addOption(new Option('--plan <plan>', 'its plan').choices(['standard', 'plus']))
    .addOption(new Option('--region <region>', 'where its data rests').choices(['eu']))
    .option('--email <email>', "who signs up and becomes the firm's first administrator", OPERATOR.email)
    .addOption(waitOption())
    .addOption(jsonOption())
    .action(async (name: string, options: FollowOptions & CreateOptions) => {
      const { email, wait, json, slug = toSlug(name), ...rest } = options;
      if (slug === undefined)
        throw new UsageFailure(`no slug can be made from "${name}": give one with --slug`);
      const person = email === OPERATOR.email ? OPERATOR : { email };
      const platform = connect(await findFactory(context), person);
      const accepted = await platform.createAccount({ name, slug, ...rest });
      await follow(context, platform, accepted, { wait, ...(json ? { json } : {}) });
    });
}

interface CreateOptions {
  readonly slug?: string;
  readonly plan?: string;
  readonly region?: string;
  readonly email: string;
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('all firms')
    .option('--status <status>', 'only those in this state, such as active')
    .addOption(jsonOption())
    .action(async ({ status, json }: { status?: string; json?: boolean }) => {
      const accounts = await connect(await findFactory(context)).listAccounts(status);
      print(context, json, accounts, () => formatAccounts(accounts));
    });
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('one firm: its state, its release, where its data is')
    .argument('<account>', 'slug or id')
    .addOption(jsonOption())
    .action(async (name: string, { json }: { json?: boolean }) => {
      const account = await readAccount(connect(await findFactory(context)), name);
      print(context, json, account, () => formatAccount(account));
    });
}

function upCommand(context: CliContext): Command {
  return new Command('up')
    .description("bring a firm's stack up to date, or make it where that has failed: code, schema, resources")
    .argument('<account>', 'slug or id')
    .addOption(waitOption())
    .addOption(jsonOption())
    .action(async (name: string, options: FollowOptions) => {
      const platform = connect(await findFactory(context));
      const account = await readAccount(platform, name);
      const unmade = account.status === 'provisioning' || account.status === 'failed';
      const kind = unmade ? 'provision' : 'upgrade';
      await follow(context, platform, await platform.startOperation(account.id, kind), options);
    });
}

function destroyCommand(context: CliContext): Command {
  return new Command('destroy')
    .description('delete a firm with its database, its bucket and its Worker')
    .argument('<account>', 'slug or id')
    .option('--confirm <slug>', 'the slug once more; asked for on a terminal')
    .addOption(waitOption())
    .addOption(jsonOption())
    .action(async (name: string, options: FollowOptions & { readonly confirm?: string }) => {
      if (options.confirm === undefined && !context.interactive) {
        throw new UsageFailure(`this deletes everything of ${name}: repeat its slug with --confirm`);
      }
      const platform = connect(await findFactory(context));
      const account = await readAccount(platform, name);
      const confirm =
        options.confirm ??
        (await context.ask(`This deletes ${account.name} and all its data. Type ${account.slug} to go on: `));
      if (confirm.trim() !== account.slug) {
        throw new UsageFailure(`"${confirm}" is not the slug of ${account.name}: nothing was deleted`);
      }
      const accepted = await platform.startOperation(account.id, 'offboard', account.slug);
      await follow(context, platform, accepted, options);
    });
}

/** Shows an accepted operation to its end, or only says that it was accepted. */
async function follow(
  context: CliContext,
  platform: PlatformClient,
  accepted: Accepted,
  { wait, json }: FollowOptions,
): Promise<void> {
  const { account, operation } = accepted;
  if (!wait) {
    const text = `${account.slug} (${account.id}): ${operation.kind} ${operation.status}, watch it with: freehold operation watch ${operation.id}`;
    print(context, json, accepted, () => text);
    return;
  }
  if (!json) context.stdout.write(`${operation.kind} ${account.slug} (${account.id}), ${operation.id}\n`);
  const quiet = { write: () => true };
  const ended = isTerminal(operation)
    ? operation
    : await followOperation(platform, operation.id, json ? quiet : context.stdout);
  const now = (await platform.findAccount(account.id)) ?? account;
  print(context, json, { account: now, operation: ended }, () => formatOutcome({ ...ended, reason: null }));
  if (ended.status !== 'succeeded') {
    throw new CommandFailure(
      `${ended.kind} of ${account.slug} ${ended.status}: ${ended.reason ?? 'no reason given'}`,
    );
  }
}
