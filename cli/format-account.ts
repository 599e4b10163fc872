import type { ShownAccount } from './client/platform.ts';
import { formatTable } from './format-table.ts';

const COLUMNS = ['slug', 'name', 'status', 'plan', 'release', 'id'] as const;

/** Accounts as a table of this width, in characters. */
export function formatAccounts(accounts: readonly ShownAccount[], width: number): string {
  if (accounts.length === 0)
    return 'no accounts yet. Create one with: freehold account create "<name>" --owner <email>';
  return formatTable(
    COLUMNS.map((column) => column.toUpperCase()),
    accounts.map((account) => COLUMNS.map((column) => account[column] ?? '-')),
    { width, spare: ['ID', 'RELEASE', 'PLAN'] },
  );
}

/** Everything the platform shows of one account, a line for each field. */
export function formatAccount(account: ShownAccount): string {
  const fields = Object.entries(account).filter(([, value]) => value !== null && value !== undefined);
  const width = Math.max(...fields.map(([name]) => name.length));
  return fields
    .map(
      ([name, value]) =>
        `${name.padEnd(width)}  ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('\n');
}
