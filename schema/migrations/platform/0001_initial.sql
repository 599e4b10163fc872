-- Migration of the platform database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  slug TEXT GENERATED ALWAYS AS (body ->> '$.slug') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.name') VIRTUAL,
  plan TEXT GENERATED ALWAYS AS (body ->> '$.plan') VIRTUAL,
  release TEXT GENERATED ALWAYS AS (body ->> '$.release') VIRTUAL,
  created_by TEXT GENERATED ALWAYS AS (body ->> '$.createdBy') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX accounts_by_slug_unique ON accounts (slug) WHERE status <> 'offboarded';

CREATE INDEX accounts_by_updated_at ON accounts (updated_at, id);

CREATE INDEX accounts_by_name ON accounts (name, id);

CREATE INDEX accounts_by_slug ON accounts (slug, id);

CREATE INDEX accounts_by_status ON accounts (status, id);

CREATE INDEX accounts_by_status_updated_at ON accounts (status, updated_at, id);

CREATE INDEX accounts_by_status_name ON accounts (status, name, id);

CREATE INDEX accounts_by_plan ON accounts (plan, id);

CREATE INDEX accounts_by_release ON accounts (release, id);

CREATE INDEX accounts_by_created_by ON accounts (created_by, id);

CREATE TABLE operations (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  account_id TEXT GENERATED ALWAYS AS (body ->> '$.accountId') VIRTUAL,
  kind TEXT GENERATED ALWAYS AS (body ->> '$.kind') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL
) STRICT;

CREATE INDEX operations_by_updated_at ON operations (updated_at, id);

CREATE INDEX operations_by_account_id ON operations (account_id, id);

CREATE INDEX operations_by_account_id_updated_at ON operations (account_id, updated_at, id);

CREATE INDEX operations_by_kind ON operations (kind, id);

CREATE INDEX operations_by_status ON operations (status, id);

CREATE INDEX operations_by_status_updated_at ON operations (status, updated_at, id);

CREATE TABLE releases (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.name') VIRTUAL,
  bundle_sha256 TEXT GENERATED ALWAYS AS (body ->> '$.bundleSha256') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX releases_by_name_unique ON releases (name);

CREATE UNIQUE INDEX releases_by_bundle_sha256_unique ON releases (bundle_sha256);

CREATE INDEX releases_by_updated_at ON releases (updated_at, id);

CREATE INDEX releases_by_status ON releases (status, id);

CREATE TABLE providers (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.name') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  regulator_reference TEXT GENERATED ALWAYS AS (body ->> '$.regulatorReference') VIRTUAL
) STRICT;

CREATE INDEX providers_by_updated_at ON providers (updated_at, id);

CREATE INDEX providers_by_name ON providers (name, id);

CREATE INDEX providers_by_status ON providers (status, id);

CREATE INDEX providers_by_status_name ON providers (status, name, id);

CREATE INDEX providers_by_regulator_reference ON providers (regulator_reference, id);

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

CREATE TABLE audit_events (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  actor_id TEXT GENERATED ALWAYS AS (body ->> '$.actorId') VIRTUAL,
  action TEXT GENERATED ALWAYS AS (body ->> '$.action') VIRTUAL,
  row_id TEXT GENERATED ALWAYS AS (body ->> '$.rowId') VIRTUAL
) STRICT;

CREATE INDEX audit_events_by_actor_id ON audit_events (actor_id, id);

CREATE INDEX audit_events_by_action ON audit_events (action, id);

CREATE INDEX audit_events_by_row_id ON audit_events (row_id, id);

CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;

CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;

CREATE TRIGGER audit_events_no_replace BEFORE INSERT ON audit_events
WHEN EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;

CREATE TABLE idempotency_keys (
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  response_status INTEGER NOT NULL,
  response_body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (subject, key)
) STRICT;

CREATE INDEX idempotency_keys_by_created_at ON idempotency_keys (created_at);
