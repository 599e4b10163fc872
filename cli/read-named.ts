import type { PlatformClient } from '../clients/typescript/client.ts';
import { ApiProblem } from '../clients/typescript/problem.ts';
import { findAccount, type ShownAccount } from './client/platform.ts';
import { CommandFailure } from './command-failure.ts';

/**
 * Reads an account.
 *
 * @param name Slug or id.
 * @throws {CommandFailure} that names it when there is none: the platform answers only 404.
 */
export async function readNamedAccount(platform: PlatformClient, name: string): Promise<ShownAccount> {
  const account = await findAccount(platform, name);
  if (account === undefined) {
    throw new CommandFailure(`there is no account "${name}": freehold account list shows all of them`);
  }
  return account;
}

/** For the `catch` of a request for an operation: throws the failure again, and names the operation when there is none. */
export function namesOperation(id: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
    throw new CommandFailure(
      `there is no operation "${id}": freehold operation list <account> shows those of an account`,
    );
  };
}
