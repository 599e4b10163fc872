-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE audit_seals (
  number INTEGER PRIMARY KEY NOT NULL,
  first_position INTEGER NOT NULL,
  last_position INTEGER NOT NULL CHECK (last_position >= first_position),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  sealed_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_seals_no_update BEFORE UPDATE ON audit_seals
BEGIN
  SELECT RAISE(ABORT, 'audit_seals is append-only');
END;

CREATE TRIGGER audit_seals_no_delete BEFORE DELETE ON audit_seals
BEGIN
  SELECT RAISE(ABORT, 'audit_seals is append-only');
END;

CREATE TRIGGER audit_seals_continue BEFORE INSERT ON audit_seals
WHEN NEW.number <> coalesce((SELECT number FROM audit_seals ORDER BY number DESC LIMIT 1), 0) + 1
  OR NEW.first_position <> coalesce((SELECT last_position FROM audit_seals ORDER BY number DESC LIMIT 1), 0) + 1
  OR NEW.previous_hash <> coalesce((SELECT hash FROM audit_seals ORDER BY number DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
  SELECT RAISE(ABORT, 'audit_seals continues its last row');
END;

CREATE TRIGGER audit_events_after_seal AFTER INSERT ON audit_events
WHEN NEW.rowid <= coalesce((SELECT last_position FROM audit_seals ORDER BY number DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(ABORT, 'audit_events is sealed at this position');
END;

CREATE TRIGGER audit_events_no_gap AFTER INSERT ON audit_events
WHEN NEW.rowid <> 1 AND NOT EXISTS (SELECT 1 FROM audit_events WHERE rowid = NEW.rowid - 1)
BEGIN
  SELECT RAISE(ABORT, 'audit_events has no gaps');
END;
