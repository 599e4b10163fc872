import { type SqlBool, sql } from 'kysely';
import { goneStatus, type StatusChange } from '../../../schema/factory/account-states.ts';
import { partFieldNames } from '../../../schema/factory/registration-messages.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { queries } from '../database/queries.ts';
import type { Account } from './account-view.ts';

/** Changes to the fields of an account; null removes a field. The status only changes by a `StatusChange`. */
export type AccountChange = {
  readonly [Field in keyof Omit<Account, 'id' | 'version' | 'status'>]?: Account[Field] | null;
};

/** Removes the fields that locate the account's parts. */
export const withoutParts: AccountChange = Object.fromEntries(partFieldNames.map((name) => [name, null]));

/** SQL condition on an account: the registry knows its Worker's URL. */
export const isRegistered = sql<SqlBool>`json_extract(body, '$.workerUrl') is not null`;

/**
 * Query that changes accounts and increments their version. The caller adds the condition that selects them.
 *
 * @param move Also changes the status of accounts that are in one of its `from` statuses. Default: the status stays.
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
 * Query that changes the status of accounts that are in one of the `from` statuses. The caller adds the condition that
 * selects them. An account that is offboarded loses the fields that locate its parts.
 *
 * @param reason The reason as the requester gave it.
 */
export function changeStatus(move: StatusChange, reason: string | undefined, nowMs: number) {
  const change = {
    ...(move.to === goneStatus ? withoutParts : {}),
    ...(reason === undefined ? {} : { statusReason: reason }),
  };
  return changeAccount(change, nowMs, move).where('status', 'in', [...move.from]);
}
