-- Migration of the platform database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

DROP INDEX releases_by_bundle_sha256_unique;

DROP INDEX releases_by_status;

ALTER TABLE releases DROP COLUMN bundle_sha256;

ALTER TABLE releases DROP COLUMN status;

ALTER TABLE releases ADD COLUMN account_bundle_sha256 TEXT GENERATED ALWAYS AS (body ->> '$.accountBundleSha256') VIRTUAL;

ALTER TABLE releases ADD COLUMN platform_bundle_sha256 TEXT GENERATED ALWAYS AS (body ->> '$.platformBundleSha256') VIRTUAL;

ALTER TABLE releases ADD COLUMN made_at TEXT GENERATED ALWAYS AS (body ->> '$.madeAt') VIRTUAL;

CREATE INDEX releases_by_made_at ON releases (made_at, id);

CREATE INDEX releases_by_account_bundle_sha256 ON releases (account_bundle_sha256, id);

CREATE INDEX releases_by_platform_bundle_sha256 ON releases (platform_bundle_sha256, id);

CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  endpoint_id TEXT GENERATED ALWAYS AS (body ->> '$.endpointId') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  message_id TEXT GENERATED ALWAYS AS (body ->> '$.messageId') VIRTUAL,
  row_id TEXT GENERATED ALWAYS AS (body ->> '$.rowId') VIRTUAL,
  position INTEGER GENERATED ALWAYS AS (body ->> '$.position') VIRTUAL,
  next_attempt_at TEXT GENERATED ALWAYS AS (body ->> '$.nextAttemptAt') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX webhook_deliveries_by_endpoint_id_message_id_unique ON webhook_deliveries (endpoint_id, message_id);

CREATE UNIQUE INDEX webhook_deliveries_by_endpoint_id_row_id_position_unique ON webhook_deliveries (endpoint_id, row_id, position) WHERE status = 'pending';

CREATE INDEX webhook_deliveries_by_updated_at ON webhook_deliveries (updated_at, id);

CREATE INDEX webhook_deliveries_by_endpoint_id ON webhook_deliveries (endpoint_id, id);

CREATE INDEX webhook_deliveries_by_endpoint_id_status ON webhook_deliveries (endpoint_id, status, id);

CREATE INDEX webhook_deliveries_by_status ON webhook_deliveries (status, id);

CREATE INDEX webhook_deliveries_by_message_id ON webhook_deliveries (message_id, id);

CREATE TABLE maintenance_leases (
  name TEXT PRIMARY KEY NOT NULL,
  holder TEXT,
  expires_at INTEGER NOT NULL,
  requests INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_events (
  position INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  occurred_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX webhook_events_by_occurred_at ON webhook_events (occurred_at);

CREATE TRIGGER webhook_events_of_accounts AFTER UPDATE OF body ON accounts
WHEN NEW.status IS NOT OLD.status OR NEW.release IS NOT OLD.release
BEGIN
  INSERT INTO webhook_events (id, occurred_at, body)
  SELECT 'evt-' || lower(hex(randomblob(13))), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), json_object(
    'type', type, 'occurredAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'rowId', NEW.id,
    'data', json_patch('{}', json_object('id', NEW.id, 'collection', 'accounts', 'version', NEW.version,
      'status', NEW.status, 'release', NEW.release,
      'previousRelease', CASE WHEN NEW.release <> OLD.release THEN OLD.release END)))
  FROM (SELECT CASE
    WHEN NEW.status = 'active' AND OLD.status IN ('provisioning', 'failed') THEN 'account.provisioned'
    WHEN NEW.status = 'active' AND OLD.status IN ('suspended', 'offboarding') THEN 'account.resumed'
    WHEN NEW.status = 'failed' AND OLD.status IN ('provisioning', 'active', 'suspended', 'offboarding', 'offboarded') THEN 'account.failed'
    WHEN NEW.status = 'suspended' AND OLD.status IN ('provisioning', 'active', 'failed', 'offboarding', 'offboarded') THEN 'account.suspended'
    WHEN NEW.status = 'offboarded' AND OLD.status IN ('provisioning', 'active', 'suspended', 'failed', 'offboarding') THEN 'account.offboarded'
    WHEN NEW.status = OLD.status AND NEW.release <> OLD.release THEN 'account.upgraded'
  END AS type)
  WHERE type IS NOT NULL;
END;

CREATE TRIGGER webhook_events_of_releases AFTER INSERT ON releases
BEGIN
  INSERT INTO webhook_events (id, occurred_at, body)
  VALUES ('evt-' || lower(hex(randomblob(13))), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), json_object(
    'type', 'release.created', 'occurredAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'rowId', NEW.id,
    'data', json_object('id', NEW.id, 'collection', 'releases', 'version', NEW.version, 'release', NEW.name)));
END;

CREATE TABLE webhook_secrets (
  endpoint_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (endpoint_id, secret)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_progress (
  endpoint_id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  failing_since INTEGER,
  paused_until INTEGER NOT NULL,
  is_gone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_attempt_at) WHERE status = 'pending';

CREATE TRIGGER webhook_endpoints_begin AFTER INSERT ON webhook_endpoints
BEGIN
  INSERT INTO webhook_progress (endpoint_id, position, failures, paused_until, is_gone)
  VALUES (NEW.id, coalesce((SELECT max(rowid) FROM webhook_events), 0), 0, 0, 0);
END;

CREATE TRIGGER webhook_endpoints_resume AFTER UPDATE OF body ON webhook_endpoints
WHEN NEW.status = 'enabled' AND OLD.status IS NOT 'enabled'
BEGIN
  UPDATE webhook_progress SET position = coalesce((SELECT max(rowid) FROM webhook_events), 0),
    failures = 0, failing_since = NULL, paused_until = 0 WHERE endpoint_id = NEW.id;
  UPDATE webhook_endpoints SET body = json_remove(body, '$.disabledReason', '$.disabledAt') WHERE id = NEW.id;
END;

CREATE TRIGGER webhook_endpoints_end AFTER DELETE ON webhook_endpoints
BEGIN
  DELETE FROM webhook_secrets WHERE endpoint_id = OLD.id;
  UPDATE webhook_progress SET is_gone = 1 WHERE endpoint_id = OLD.id;
END;
