-- Migration of the platform database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE account_maintenance (
  account_id TEXT PRIMARY KEY NOT NULL,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX account_maintenance_by_due_at ON account_maintenance (due_at);

CREATE TRIGGER account_maintenance_begins AFTER UPDATE OF body ON accounts
WHEN NEW.status = 'active' AND OLD.status IS NOT 'active'
BEGIN
  INSERT OR IGNORE INTO account_maintenance (account_id, due_at, failures) VALUES (NEW.id, 0, 0);
END;

CREATE TRIGGER account_maintenance_ends AFTER UPDATE OF body ON accounts
WHEN NEW.status IS NOT 'active' AND OLD.status = 'active'
BEGIN
  DELETE FROM account_maintenance WHERE account_id = NEW.id;
END;

INSERT INTO account_maintenance (account_id, due_at, failures)
SELECT id, 0, 0 FROM accounts WHERE status = 'active';
