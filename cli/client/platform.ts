import { createPlatformClient, type PlatformClient } from '../../clients/typescript/client.ts';
import type { components } from '../../clients/typescript/platform-api.ts';
import { ok } from '../../clients/typescript/problem.ts';
import type { AccountStatus } from '../../schema/factory/account-states.ts';
import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import type { TokenSource } from './access-tokens.ts';
import { send } from './failure.ts';

type Schemas = components['schemas'];

/** A firm as the platform shows it. */
export type ShownAccount = Schemas['AccountsRow'];
/** An operation on one account, with its steps so far. */
export type ShownOperation = Schemas['OperationsRow'];
/** The answer to a request that takes a while: the account as it is now, and the operation to watch. */
export type AcceptedOperation = Schemas['Accepted'];

/**
 * The platform's public API as one person.
 *
 * @param baseUrl `platform` of the endpoints.
 */
export function openPlatform(baseUrl: string, token: TokenSource): PlatformClient {
  return createPlatformClient({ baseUrl, token, fetch: send });
}

/** The accounts that this person may read, from all pages. */
export async function listAccounts(
  platform: PlatformClient,
  status?: AccountStatus,
): Promise<readonly ShownAccount[]> {
  const accounts: ShownAccount[] = [];
  const query = status === undefined ? {} : { status };
  for await (const account of platform.every('/v1/accounts', { params: { query } })) accounts.push(account);
  return accounts;
}

/** @param account Id or slug. @returns Undefined when there is no such account, or when this person may not read it. */
export async function findAccount(
  platform: PlatformClient,
  account: string,
): Promise<ShownAccount | undefined> {
  const answer = await platform.GET('/v1/accounts/{account}', { params: { path: { account } } });
  return answer.response.status === 404 ? undefined : ok(answer);
}

/**
 * Starts an operation on an account.
 *
 * @param input The fields of this kind, such as `confirm`.
 */
export function startOperation(
  platform: PlatformClient,
  account: string,
  kind: OperationKind,
  input: Readonly<Record<string, string>> = {},
): Promise<AcceptedOperation> {
  const body = { ...input, kind };
  return ok(platform.POST('/v1/accounts/{account}/operations', { params: { path: { account } }, body }));
}

/** Which operations to list. */
export interface OperationQuery {
  readonly limit: number;
  /** Only those of this kind. Default: all. */
  readonly kind?: OperationKind;
}

/** The latest operations on an account, the last one first. */
export async function listLastOperations(
  platform: PlatformClient,
  account: string,
  query: OperationQuery,
): Promise<readonly ShownOperation[]> {
  const params = { path: { account }, query: { ...query, sort: '-createdAt' as const } };
  const page = await ok(platform.GET('/v1/accounts/{account}/operations', { params }));
  // Rows are whole unless `fields` asks for less.
  return page.items as readonly ShownOperation[];
}

/** The same on all accounts, for operators. */
export async function listLastOperationsOfAll(
  platform: PlatformClient,
  query: OperationQuery,
): Promise<readonly ShownOperation[]> {
  const params = { query: { ...query, sort: '-createdAt' as const } };
  const page = await ok(platform.GET('/v1/operations', { params }));
  return page.items as readonly ShownOperation[];
}
