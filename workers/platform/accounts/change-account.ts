import { type SqlBool, sql } from 'kysely';
import { goneStatus, type StatusChange } from '../../../schema/factory/account-states.ts';
import { partFieldNames } from '../../../schema/factory/registration-messages.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { queries } from '../database/queries.ts';
import type { Account } from './account-view.ts';

/** Fields of an account that the factory changes; null takes a field away. The status moves by a `StatusChange` only. */
export type AccountChange = {
  readonly [Field in keyof Omit<Account, 'id' | 'version' | 'status'>]?: Account[Field] | null;
};

/** Takes away where the account's parts are. */
export const withoutParts: AccountChange = Object.fromEntries(partFieldNames.map((name) => [name, null]));

/** SQL condition on an account: the registry says where it is. */
export const isRegistered = sql<SqlBool>`json_extract(body, '$.workerUrl') is not null`;

/**
 * Query that changes accounts, still without saying which. It counts the version up, as every change does.
 *
 * @param move Changes the status too, of accounts that have one it starts from. Default: the status stays.
 */
export function changeAccount(change: AccountChange, nowMs: number, move?: StatusChange) {
  const patch = JSON.stringify({
    ...change,
    updatedAt: new Date(nowMs).toISOString(),
    updatedBy: systemAuthor,
  });
  const moved =
    move === undefined
      ? sql<string>`'{}'`
      : sql<string>`case when status in (${sql.join([...move.from])})
          then ${JSON.stringify({ status: move.to, statusReason: null })} else '{}' end`;
  return queries.updateTable('accounts').set({
    body: sql<string>`json_set(json_patch(json_patch(body, ${moved}), ${patch}), '$.version', version + 1)`,
  });
}

/**
 * Query that moves accounts to another status, of those that have one it starts from, still without saying which. An
 * account that is gone keeps nothing of where its parts were.
 *
 * @param reason Why, in the words of whoever asked for it.
 */
export function changeStatus(move: StatusChange, reason: string | undefined, nowMs: number) {
  const change = {
    ...(move.to === goneStatus ? withoutParts : {}),
    ...(reason === undefined ? {} : { statusReason: reason }),
  };
  return changeAccount(change, nowMs, move).where('status', 'in', [...move.from]);
}
