import {
  type AccountClient,
  createAccountClient,
  type PlatformClient,
} from '../clients/typescript/client.ts';
import { accountAudience, platformAudience } from '../schema/factory/bindings.ts';
import { describeReason } from '../system/file-trouble.ts';
import { type Endpoints, readEndpoints } from '../system/home/endpoints.ts';
import { readSecrets, type Secrets } from '../system/home/secrets.ts';
import { createTokenSource, issueToken } from './client/access-tokens.ts';
import { send } from './client/failure.ts';
import { openPlatform, type ShownAccount } from './client/platform.ts';
import { CommandFailure } from './command-failure.ts';
import type { CliContext } from './context.ts';

/** The person as whom the command line calls the platform, unless an option says another. */
export const OPERATOR = { email: 'operator@freehold.example', roles: ['operator'] } as const;

/** A running factory and the secrets of its owner. */
export interface RunningFactory {
  readonly endpoints: Endpoints;
  readonly secrets: Secrets;
}

/**
 * The factory that is running in this home; undefined when none is.
 *
 * @throws {CommandFailure} when its files cannot be used; the message says what to do.
 */
export async function readFactory(context: CliContext): Promise<RunningFactory | undefined> {
  try {
    const endpoints = await readEndpoints(context.home);
    const secrets = await readSecrets(context.home);
    return endpoints === undefined || secrets === undefined ? undefined : { endpoints, secrets };
  } catch (error) {
    throw new CommandFailure(describeReason(error));
  }
}

/** The factory that is running in this home. @throws {CommandFailure} when none is; the message says how to start one. */
export async function findFactory(context: CliContext): Promise<RunningFactory> {
  const factory = await readFactory(context);
  if (factory !== undefined) return factory;
  throw new CommandFailure(
    `no factory is running in ${context.home.root}. Start it with npm start, or set FREEHOLD_HOME to the folder of one ` +
      'that is running',
  );
}

/** A person who signs in at the local sign-in server. */
export interface Person {
  readonly email: string;
  readonly roles?: readonly string[];
}

/** The platform's API as a person of the local sign-in server. */
export function connect({ endpoints, secrets }: RunningFactory, person: Person = OPERATOR): PlatformClient {
  const token = createTokenSource(() =>
    issueToken(endpoints.issuer, secrets.issuerSecret, { ...person, audience: platformAudience }),
  );
  return openPlatform(endpoints.platform, token);
}

/** The API of an account as one of its people, at the address that they use. */
export function connectAccount(
  { endpoints, secrets }: RunningFactory,
  { id, url }: ShownAccount,
  email: string,
): AccountClient {
  const token = createTokenSource(() =>
    issueToken(endpoints.issuer, secrets.issuerSecret, { email, audience: accountAudience(id) }),
  );
  return createAccountClient({ baseUrl: url, token, fetch: send });
}
