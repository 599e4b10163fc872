-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE maintenance_leases (
  name TEXT PRIMARY KEY NOT NULL,
  holder TEXT,
  expires_at INTEGER NOT NULL,
  requests INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
