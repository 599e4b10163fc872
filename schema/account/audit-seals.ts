import type { SupportTable } from '../model/support-tables.ts';
import { noSealHash } from './audit-chain.ts';

/** SQL for a column of the last seal. */
const last = (column: string) => `(SELECT ${column} FROM audit_seals ORDER BY number DESC LIMIT 1)`;

/**
 * Seals over consecutive audit events. Each has a sha-256 over its events and the previous seal; see docs/audit.md.
 * The position of an event is its rowid: in a table without deletions SQLite assigns rowids in commit order, from 1
 * without gaps. Ids do not have that order, because they are made before the transaction.
 */
export const auditSeals: SupportTable = {
  name: 'audit_seals',
  statements: [
    `CREATE TABLE audit_seals (
  number INTEGER PRIMARY KEY NOT NULL,
  first_position INTEGER NOT NULL,
  last_position INTEGER NOT NULL CHECK (last_position >= first_position),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  sealed_at TEXT NOT NULL
) STRICT`,
    ...['update', 'delete'].map(
      (verb) => `CREATE TRIGGER audit_seals_no_${verb} BEFORE ${verb.toUpperCase()} ON audit_seals
BEGIN
  SELECT RAISE(ABORT, 'audit_seals is append-only');
END`,
    ),
    // When two requests seal at the same time, one fails here. An existing seal cannot be replaced.
    `CREATE TRIGGER audit_seals_continue BEFORE INSERT ON audit_seals
WHEN NEW.number <> coalesce(${last('number')}, 0) + 1
  OR NEW.first_position <> coalesce(${last('last_position')}, 0) + 1
  OR NEW.previous_hash <> coalesce(${last('hash')}, '${noSealHash}')
BEGIN
  SELECT RAISE(ABORT, 'audit_seals continues its last row');
END`,
    `CREATE TRIGGER audit_events_after_seal AFTER INSERT ON audit_events
WHEN NEW.rowid <= coalesce(${last('last_position')}, 0)
BEGIN
  SELECT RAISE(ABORT, 'audit_events is sealed at this position');
END`,
    `CREATE TRIGGER audit_events_no_gap AFTER INSERT ON audit_events
WHEN NEW.rowid <> 1 AND NOT EXISTS (SELECT 1 FROM audit_events WHERE rowid = NEW.rowid - 1)
BEGIN
  SELECT RAISE(ABORT, 'audit_events has no gaps');
END`,
  ],
};
