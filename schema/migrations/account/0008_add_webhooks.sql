-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE webhook_endpoints (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL
) STRICT;

CREATE INDEX webhook_endpoints_by_updated_at ON webhook_endpoints (updated_at, id);

CREATE INDEX webhook_endpoints_by_status ON webhook_endpoints (status, id);

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
  VALUES (NEW.id, coalesce((SELECT max(rowid) FROM audit_events), 0), 0, 0, 0);
END;

CREATE TRIGGER webhook_endpoints_resume AFTER UPDATE OF body ON webhook_endpoints
WHEN NEW.status = 'enabled' AND OLD.status IS NOT 'enabled'
BEGIN
  UPDATE webhook_progress SET position = coalesce((SELECT max(rowid) FROM audit_events), 0),
    failures = 0, failing_since = NULL, paused_until = 0 WHERE endpoint_id = NEW.id;
  UPDATE webhook_endpoints SET body = json_remove(body, '$.disabledReason', '$.disabledAt') WHERE id = NEW.id;
END;

CREATE TRIGGER webhook_endpoints_end AFTER DELETE ON webhook_endpoints
BEGIN
  DELETE FROM webhook_secrets WHERE endpoint_id = OLD.id;
  UPDATE webhook_progress SET is_gone = 1 WHERE endpoint_id = OLD.id;
END;
