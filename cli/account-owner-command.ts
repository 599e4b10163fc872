import { Command } from 'commander';
import { type AccountClient, ifMatch } from '../clients/typescript/client.ts';
import { ApiProblem, ok } from '../clients/typescript/problem.ts';
import { seedGroupIds } from '../schema/account/seed.ts';
import { CommandFailure } from './command-failure.ts';
import { connect, connectAccount, findFactory, OPERATOR } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { examples } from './examples.ts';
import { jsonOption } from './follow-accepted.ts';
import { parseEmail } from './parse-email.ts';
import { readNamedAccount } from './read-named.ts';

/** A user of an account, as far as the hand-over reads it. */
interface User {
  readonly id: string;
  readonly email: string;
  readonly status: string;
  readonly groupIds: readonly string[];
  readonly version: number;
}

/** `freehold account owner`: hands a firm over by making another person its administrator. */
export function ownerCommand(context: CliContext): Command {
  return new Command('owner')
    .description(
      'hand a firm over: make a person its administrator. The present administrator stays one until the new one has ' +
        'signed in and removes them.',
    )
    .argument('<account>', 'slug or id')
    .argument('<email>', 'who becomes an administrator of the firm', parseEmail)
    .option('--as <email>', 'an administrator of the firm', parseEmail, OPERATOR.email)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'freehold account owner millbrook kim@millbrook.example',
        'freehold account owner millbrook kim@millbrook.example --as ada@millbrook.example',
      ),
    )
    .action(async (name: string, email: string, options: { as: string; json?: boolean }) => {
      const factory = await findFactory(context);
      const account = await readNamedAccount(connect(factory), name);
      const api = connectAccount(factory, account, options.as);
      const user = await makeAdministrator(api, email).catch((error: unknown) => {
        throw isNoUser(error) ? notAdministrator(options.as, account.slug) : error;
      });
      const when =
        user.status === 'invited'
          ? `${user.email} is invited to ${account.slug} and is an administrator from their first sign-in on.`
          : `${user.email} is an administrator of ${account.slug}.`;
      print(
        context,
        options.json,
        user,
        () =>
          `${when}\n${options.as} is still one, too. To end that, the new administrator disables that user or takes ` +
          `it out of the group of administrators: PATCH ${account.url}/v1/users/{id}`,
      );
    });
}

/** Invites the person as an administrator, or adds a user who is there already to the administrators. */
async function makeAdministrator(api: AccountClient, email: string): Promise<User> {
  const { administrators } = seedGroupIds;
  const page = await ok(api.GET('/v1/users', { params: { query: { email } } }));
  const known = page.items[0] as User | undefined;
  if (known === undefined) {
    const body = { email, status: 'invited' as const, groupIds: [administrators] };
    return (await ok(api.POST('/v1/users', { body }))) as User;
  }
  if (known.status === 'disabled')
    throw new CommandFailure(`${email} is a disabled user of this firm: an administrator enables them first`);
  if (known.groupIds.includes(administrators)) return known;
  const groupIds = [...known.groupIds, administrators];
  const change = api.PATCH('/v1/users/{id}', {
    params: { path: { id: known.id }, header: ifMatch(known) },
    body: { groupIds },
  });
  return (await ok(change)) as User;
}

function isNoUser(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 403;
}

function notAdministrator(email: string, slug: string): CommandFailure {
  return new CommandFailure(
    `${email} is not an administrator of ${slug}: name one of its administrators with --as`,
  );
}
