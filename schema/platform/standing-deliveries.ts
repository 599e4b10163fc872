import type { SupportTable } from '../model/support-tables.ts';

/** The fields of an account's row that its standing contains, or that locate its Worker. */
function delivered(row: 'NEW' | 'OLD'): string {
  const paths = [
    'status',
    'statusReason',
    'routingEpoch',
    'firstAdministrator',
    'plan',
    'workerUrl',
    'databaseId',
  ];
  return `json_array(${paths.map((path) => `${row}.body ->> '$.${path}'`).join(', ')})`;
}

/**
 * The outbox of the platform's writes to the accounts: which revision of its standing each account should have, and
 * which it has confirmed. `basis` names the platform's own settings that the wanted revision was made from. Times in
 * milliseconds.
 *
 * Triggers increment the wanted revision, so no writer of the row can forget it.
 */
export const standingDeliveries: SupportTable = {
  name: 'standing_deliveries',
  statements: [
    `CREATE TABLE standing_deliveries (
  account_id TEXT PRIMARY KEY NOT NULL,
  wanted_revision INTEGER NOT NULL,
  delivered_revision INTEGER NOT NULL,
  basis TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
    `CREATE INDEX standing_deliveries_by_due_at ON standing_deliveries (due_at)
WHERE delivered_revision < wanted_revision`,
    'CREATE INDEX standing_deliveries_by_basis ON standing_deliveries (basis)',
    `CREATE TRIGGER standing_deliveries_begin AFTER INSERT ON accounts
BEGIN
  INSERT OR IGNORE INTO standing_deliveries (account_id, wanted_revision, delivered_revision, basis, due_at, failures)
  VALUES (NEW.id, 1, 0, '', 0, 0);
END`,
    `CREATE TRIGGER standing_deliveries_follow AFTER UPDATE OF body ON accounts
WHEN ${delivered('NEW')} <> ${delivered('OLD')}
BEGIN
  UPDATE standing_deliveries SET wanted_revision = wanted_revision + 1, due_at = 0, failures = 0
  WHERE account_id = NEW.id;
END`,
    // An offboarded account has no Worker that could receive a standing.
    `CREATE TRIGGER standing_deliveries_end AFTER UPDATE OF body ON accounts
WHEN NEW.status = 'offboarded'
BEGIN
  DELETE FROM standing_deliveries WHERE account_id = NEW.id;
END`,
  ],
};
