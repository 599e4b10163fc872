import { Command, InvalidArgumentError } from 'commander';
import { accountAudience, platformAudience } from '../schema/factory/bindings.ts';
import { issueToken } from './client/access-tokens.ts';
import { connect, findFactory } from './connect.ts';
import { type CliContext, print } from './context.ts';
import { examples } from './examples.ts';
import { parseEmail } from './parse-email.ts';
import { readNamedAccount } from './read-named.ts';

interface TokenOptions {
  readonly email: string;
  readonly account?: string;
  readonly role?: readonly string[];
  readonly ttl?: number;
  readonly json?: boolean;
}

/** `freehold token`: an access token of the local sign-in server. */
export function tokenCommand(context: CliContext): Command {
  return new Command('token')
    .description('print an access token of the local sign-in server')
    .requiredOption('--email <email>', 'whose token; any address is accepted', parseEmail)
    .option(
      '--account <account>',
      "slug or id of the account whose API accepts the token (default: the platform's API)",
    )
    .option('--role <role...>', 'roles in the token, such as operator')
    .option('--ttl <seconds>', 'how long the token is valid, 86400 at most (default: 3600)', parseSeconds)
    .option('--json', 'print JSON for scripts')
    .addHelpText(
      'after',
      examples(
        'freehold token --email ada@harbourvale.example --account harbourvale',
        'freehold token --email operator@freehold.example --role operator --ttl 600',
      ),
    )
    .action(async ({ email, account, role, ttl, json }: TokenOptions) => {
      const factory = await findFactory(context);
      const token = await issueToken(factory.endpoints.issuer, factory.secrets.issuerSecret, {
        email,
        audience: account === undefined ? platformAudience : accountAudience(await accountId(account)),
        ...(role === undefined ? {} : { roles: role }),
        ...(ttl === undefined ? {} : { ttlSeconds: ttl }),
      });
      print(context, json, token, () => token.accessToken);

      async function accountId(name: string): Promise<string> {
        return (await readNamedAccount(connect(factory), name)).id;
      }
    });
}

function parseSeconds(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('This must be a whole number of seconds.');
  return Number(text);
}
