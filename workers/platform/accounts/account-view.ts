import { firmHost } from '../../../schema/factory/names.ts';
import type { RowOf, StoredBodyOf } from '../../../schema/model/rows.ts';
import type { accounts } from '../../../schema/platform/tables/accounts.ts';

/** An account as the registry holds it. */
export type Account = RowOf<typeof accounts>;

/** Reads an account from a row of its table. */
export function toAccount(row: { readonly id: string; readonly body: string }): Account {
  return { id: row.id, ...(JSON.parse(row.body) as StoredBodyOf<typeof accounts>) };
}

/** An account as callers see it, without its first administrator and its cell. */
export interface AccountView extends Omit<Account, 'firstAdministrator' | 'cell'> {
  /** URL of its API under the platform's own name. */
  readonly url: string;
  /** Host name of its API in the public zone. */
  readonly host: string;
}

/**
 * Shows an account to a caller.
 *
 * @param origin Origin under which the caller reached the platform.
 * @param zone The public zone.
 */
export function toAccountView(account: Account, origin: string, zone: string): AccountView {
  const { firstAdministrator: _hash, cell: _cell, ...shown } = account;
  return { ...shown, url: `${origin}/a/${account.slug}`, host: firmHost(account.slug, zone) };
}
