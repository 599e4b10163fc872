import { sql } from 'kysely';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { queries } from '../database/queries.ts';
import type { Account } from './account-view.ts';

/** Fields of an account that the factory changes; null takes a field away. */
export type AccountChange = {
  readonly [Field in keyof Omit<Account, 'id' | 'version'>]?: Account[Field] | null;
};

/** Query that changes accounts, still without saying which. It counts the version up, as every change does. */
export function changeAccount(change: AccountChange, nowMs: number) {
  const patch = JSON.stringify({
    ...change,
    updatedAt: new Date(nowMs).toISOString(),
    updatedBy: systemAuthor,
  });
  return queries
    .updateTable('accounts')
    .set({ body: sql<string>`json_set(json_patch(body, ${patch}), '$.version', version + 1)` });
}
