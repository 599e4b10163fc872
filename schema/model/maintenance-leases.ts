import type { SupportTable } from './support-tables.ts';

/** The process that runs the maintenance of a database. `requests` counts requests that arrive during a run; the holder checks it before it ends. */
export const maintenanceLeases: SupportTable = {
  name: 'maintenance_leases',
  statements: [
    `CREATE TABLE maintenance_leases (
  name TEXT PRIMARY KEY NOT NULL,
  holder TEXT,
  expires_at INTEGER NOT NULL,
  requests INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  ],
};
