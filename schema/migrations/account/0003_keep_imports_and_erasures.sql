-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE import_chunks (
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  request_hash TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  id_seed TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  results TEXT NOT NULL CHECK (json_valid(results)),
  PRIMARY KEY (subject, key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_chunks_by_created_ms ON import_chunks (created_ms);

CREATE TABLE erasures (
  id TEXT PRIMARY KEY NOT NULL,
  client_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'done')),
  reason TEXT NOT NULL,
  digest TEXT NOT NULL,
  erased TEXT NOT NULL CHECK (json_valid(erased)),
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL,
  finished_at TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX erasures_by_client_id ON erasures (client_id);

CREATE INDEX erasures_by_status_running ON erasures (id) WHERE status = 'running';

CREATE TABLE objects_to_delete (
  object_key TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account_settings (
  name TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
