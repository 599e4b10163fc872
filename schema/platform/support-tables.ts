import { accountStates, accountStatuses } from '../factory/account-states.ts';
import type { SupportTable } from '../model/support-tables.ts';

// Another status in which accounts are served would make the conditions below lists, and a migration of the triggers.
const [served = '', ...others] = accountStatuses.filter((status) => accountStates[status].isServed);
if (others.length > 0) throw new Error(`maintenance expects one status that is served, not also ${others}`);

/** Tables of the platform's database that serve its Worker and are not collections. */
export const platformSupportTables: readonly SupportTable[] = [
  {
    // When each active account's maintenance is due, in milliseconds. It moves too often for the account's own row,
    // whose version callers see.
    name: 'account_maintenance',
    statements: [
      `CREATE TABLE account_maintenance (
  account_id TEXT PRIMARY KEY NOT NULL,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
      'CREATE INDEX account_maintenance_by_due_at ON account_maintenance (due_at)',
      // The registration, a start of an operation and its end make an account active or take that back.
      `CREATE TRIGGER account_maintenance_begins AFTER UPDATE OF body ON accounts
WHEN NEW.status = '${served}' AND OLD.status IS NOT '${served}'
BEGIN
  INSERT OR IGNORE INTO account_maintenance (account_id, due_at, failures) VALUES (NEW.id, 0, 0);
END`,
      `CREATE TRIGGER account_maintenance_ends AFTER UPDATE OF body ON accounts
WHEN NEW.status IS NOT '${served}' AND OLD.status = '${served}'
BEGIN
  DELETE FROM account_maintenance WHERE account_id = NEW.id;
END`,
    ],
  },
];
