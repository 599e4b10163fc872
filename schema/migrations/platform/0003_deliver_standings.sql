-- Migration of the platform database, begun by migration:new --empty.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

-- A suspended account is still looked after, and one that is resumed has waited long enough.
DROP TRIGGER account_maintenance_begins;

DROP TRIGGER account_maintenance_ends;

CREATE TRIGGER account_maintenance_begins AFTER UPDATE OF body ON accounts
WHEN NEW.status IN ('active', 'suspended') AND NEW.status IS NOT OLD.status
BEGIN
  INSERT INTO account_maintenance (account_id, due_at, failures) VALUES (NEW.id, 0, 0)
  ON CONFLICT (account_id) DO UPDATE SET due_at = 0;
END;

CREATE TRIGGER account_maintenance_ends AFTER UPDATE OF body ON accounts
WHEN coalesce(NEW.status, '') NOT IN ('active', 'suspended') AND OLD.status IN ('active', 'suspended')
BEGIN
  DELETE FROM account_maintenance WHERE account_id = NEW.id;
END;

INSERT OR IGNORE INTO account_maintenance (account_id, due_at, failures)
SELECT id, 0, 0 FROM accounts WHERE status = 'suspended';

CREATE TABLE standing_deliveries (
  account_id TEXT PRIMARY KEY NOT NULL,
  wanted_revision INTEGER NOT NULL,
  delivered_revision INTEGER NOT NULL,
  basis TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX standing_deliveries_by_due_at ON standing_deliveries (due_at)
WHERE delivered_revision < wanted_revision;

CREATE INDEX standing_deliveries_by_basis ON standing_deliveries (basis);

CREATE TRIGGER standing_deliveries_begin AFTER INSERT ON accounts
BEGIN
  INSERT OR IGNORE INTO standing_deliveries (account_id, wanted_revision, delivered_revision, basis, due_at, failures)
  VALUES (NEW.id, 1, 0, '', 0, 0);
END;

CREATE TRIGGER standing_deliveries_follow AFTER UPDATE OF body ON accounts
WHEN json_array(NEW.body ->> '$.status', NEW.body ->> '$.statusReason', NEW.body ->> '$.routingEpoch', NEW.body ->> '$.firstAdministrator', NEW.body ->> '$.plan', NEW.body ->> '$.workerUrl', NEW.body ->> '$.databaseId') <> json_array(OLD.body ->> '$.status', OLD.body ->> '$.statusReason', OLD.body ->> '$.routingEpoch', OLD.body ->> '$.firstAdministrator', OLD.body ->> '$.plan', OLD.body ->> '$.workerUrl', OLD.body ->> '$.databaseId')
BEGIN
  UPDATE standing_deliveries SET wanted_revision = wanted_revision + 1, due_at = 0, failures = 0
  WHERE account_id = NEW.id;
END;

CREATE TRIGGER standing_deliveries_end AFTER UPDATE OF body ON accounts
WHEN NEW.status = 'offboarded'
BEGIN
  DELETE FROM standing_deliveries WHERE account_id = NEW.id;
END;

INSERT INTO standing_deliveries (account_id, wanted_revision, delivered_revision, basis, due_at, failures)
SELECT id, 1, 0, '', 0, 0 FROM accounts WHERE status <> 'offboarded';
