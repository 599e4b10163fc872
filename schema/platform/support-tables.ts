import type { SupportTable } from '../model/support-tables.ts';

/** Tables of the platform's database that serve its Worker and are no collections. */
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
      // Several writers make an account active or take that back, the last resource of its stack among them.
      `CREATE TRIGGER account_maintenance_begins AFTER UPDATE OF body ON accounts
WHEN NEW.status = 'active' AND OLD.status IS NOT 'active'
BEGIN
  INSERT OR IGNORE INTO account_maintenance (account_id, due_at, failures) VALUES (NEW.id, 0, 0);
END`,
      `CREATE TRIGGER account_maintenance_ends AFTER UPDATE OF body ON accounts
WHEN NEW.status IS NOT 'active' AND OLD.status = 'active'
BEGIN
  DELETE FROM account_maintenance WHERE account_id = NEW.id;
END`,
    ],
  },
];
