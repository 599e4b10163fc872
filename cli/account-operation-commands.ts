import { Command, Option } from 'commander';
import * as v from 'valibot';
import type { PlatformClient } from '../clients/typescript/client.ts';
import { mayStart } from '../schema/factory/account-transitions.ts';
import {
  inspectionKind,
  type OperationKind,
  type OperationKinds,
  operationKindNames,
  operationKinds,
  releaseKind,
} from '../schema/factory/operation-kinds.ts';
import { type ShownAccount, startOperation } from './client/platform.ts';
import { UsageFailure } from './command-failure.ts';
import { connect, findFactory } from './connect.ts';
import type { CliContext } from './context.ts';
import { examples } from './examples.ts';
import {
  type FollowOptions,
  followAccepted,
  followToSuccess,
  jsonOption,
  waitOption,
} from './follow-accepted.ts';
import { readNamedAccount } from './read-named.ts';

const kindsByName: OperationKinds = operationKinds;

/** The commands of `freehold account` that start an operation: one for each `command` of the kinds of operation. */
export function accountOperationCommands(context: CliContext): readonly Command[] {
  const kindsOf = Map.groupBy(operationKindNames, (kind) => kindsByName[kind].command);
  return [...kindsOf].map(([name, kinds]) => operationCommand(context, name, kinds));
}

type Options = FollowOptions & { readonly confirm?: string; readonly refresh?: boolean } & Readonly<
    Record<string, unknown>
  >;

function operationCommand(context: CliContext, name: string, kinds: readonly OperationKind[]): Command {
  const command = new Command(name)
    .description(kinds.map((kind) => kindsByName[kind].describes).join(' '))
    .argument('<account>', 'slug or id');
  const fields = new Map(kinds.flatMap((kind) => Object.entries(kindsByName[kind].input)));
  for (const [field, schema] of fields) {
    const option = new Option(`--${field} <text>`, v.getDescription(schema as v.GenericSchema) ?? '');
    command.addOption(option.makeOptionMandatory(schema.type !== 'optional'));
  }
  if (kinds.some((kind) => kindsByName[kind].needsConfirmation))
    command.option(
      '--confirm <slug>',
      'the slug of the account, repeated; at a terminal the command asks for it',
    );
  if (kinds.includes(releaseKind)) {
    const { command: first } = kindsByName[inspectionKind];
    command.option(
      '--refresh',
      `run ${first} first, so that what was deleted at Cloudflare is created again`,
    );
  }
  return command
    .addOption(waitOption())
    .addOption(jsonOption())
    .addHelpText('after', exampleOf(name, kinds))
    .action(async (account: string, options: Options) => {
      await askForOperation(context, kinds, account, [...fields.keys()], options);
    });
}

/** An example with every option that has to be given. */
function exampleOf(name: string, kinds: readonly OperationKind[]): string {
  const given = kinds.flatMap((kind) => {
    const { input, needsConfirmation } = kindsByName[kind];
    const fields = Object.entries(input).filter(([, schema]) => schema.type !== 'optional');
    const options = fields.map(([field]) => `--${field} "The invoice of March is not paid."`);
    return needsConfirmation ? [...options, '--confirm millbrook'] : options;
  });
  const command = ['freehold account', name, 'millbrook', ...new Set(given)].join(' ');
  return kinds.includes(releaseKind)
    ? examples(command, `${command} --release 3f0c92d41b7a6e58`, `${command} --refresh`)
    : examples(command);
}

async function askForOperation(
  context: CliContext,
  kinds: readonly OperationKind[],
  name: string,
  fields: readonly string[],
  options: Options,
): Promise<void> {
  const mustConfirm = kinds.some((kind) => kindsByName[kind].needsConfirmation);
  if (mustConfirm && options.confirm === undefined && !context.interactive)
    throw new UsageFailure(`this cannot be undone: repeat the slug of ${name} with --confirm <slug>`);
  const platform = connect(await findFactory(context));
  const account = await readNamedAccount(platform, name);
  if (options.refresh === true) await inspect(context, platform, account, options);
  const kind = chooseKind(kinds, account);
  const given = fields.flatMap((field) => (options[field] === undefined ? [] : [[field, options[field]]]));
  const input = {
    ...(Object.fromEntries(given) as Record<string, string>),
    ...(kindsByName[kind].needsConfirmation
      ? { confirm: await confirmSlug(context, kind, account, options) }
      : {}),
  };
  await followAccepted(context, platform, startOperation(platform, account.id, kind, input), options);
}

/** Has the account's resources read from Cloudflare, to the end: the deployment after it starts from what it finds. */
async function inspect(
  context: CliContext,
  platform: PlatformClient,
  account: ShownAccount,
  { wait, json }: Options,
): Promise<void> {
  if (!wait)
    throw new UsageFailure(
      '--refresh and --no-wait exclude each other: the second operation waits for the first',
    );
  await followToSuccess(context, platform, startOperation(platform, account.id, inspectionKind), json);
}

/** The kind that the account's status allows. Where it allows none, the last one: the platform's refusal says why. */
function chooseKind(kinds: readonly OperationKind[], { status, databaseId }: ShownAccount): OperationKind {
  const isRegistered = typeof databaseId === 'string';
  const kind = kinds.find((name) => mayStart(kindsByName[name], status, isRegistered)) ?? kinds.at(-1);
  if (kind === undefined) throw new Error('a command needs a kind of operation');
  return kind;
}

/** The slug as the person repeated it, on the command line or at the terminal. */
async function confirmSlug(
  context: CliContext,
  kind: OperationKind,
  account: ShownAccount,
  { confirm }: Options,
): Promise<string> {
  const question = `${account.name}: ${kindsByName[kind].describes} Type ${account.slug} to continue: `;
  const repeated = (confirm ?? (await context.ask(question))).trim();
  if (repeated === account.slug) return repeated;
  throw new UsageFailure(`"${repeated}" is not the slug of ${account.name}: nothing was done`);
}
