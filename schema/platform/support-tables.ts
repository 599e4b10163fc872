import { maintainedStatuses } from '../factory/account-states.ts';
import { quoteText } from '../model/ddl.ts';
import { maintenanceLeases } from '../model/maintenance-leases.ts';
import type { SupportTable } from '../model/support-tables.ts';
import { webhookSupport } from '../webhooks/webhook-support.ts';
import { standingDeliveries } from './standing-deliveries.ts';
import { webhookEvents } from './webhook-events.ts';

const maintained = `(${maintainedStatuses.map(quoteText).join(', ')})`;

/** Tables of the platform's database that serve its Worker and are not collections. */
export const platformSupportTables: readonly SupportTable[] = [
  {
    // When the maintenance of each account is due, in milliseconds. It changes too often for the account's own row,
    // whose version callers see.
    name: 'account_maintenance',
    statements: [
      `CREATE TABLE account_maintenance (
  account_id TEXT PRIMARY KEY NOT NULL,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
      'CREATE INDEX account_maintenance_by_due_at ON account_maintenance (due_at)',
      // Triggers, because several writers change an account's status. A suspended account is still maintained, and a
      // resumed one is due at once.
      `CREATE TRIGGER account_maintenance_begins AFTER UPDATE OF body ON accounts
WHEN NEW.status IN ${maintained} AND NEW.status IS NOT OLD.status
BEGIN
  INSERT INTO account_maintenance (account_id, due_at, failures) VALUES (NEW.id, 0, 0)
  ON CONFLICT (account_id) DO UPDATE SET due_at = 0;
END`,
      `CREATE TRIGGER account_maintenance_ends AFTER UPDATE OF body ON accounts
WHEN coalesce(NEW.status, '') NOT IN ${maintained} AND OLD.status IN ${maintained}
BEGIN
  DELETE FROM account_maintenance WHERE account_id = NEW.id;
END`,
    ],
  },
  standingDeliveries,
  maintenanceLeases,
  webhookEvents,
  ...webhookSupport('webhook_events'),
];
