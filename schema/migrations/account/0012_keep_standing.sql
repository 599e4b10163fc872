-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE standing (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at TEXT NOT NULL,
  revision INTEGER GENERATED ALWAYS AS (body ->> '$.revision') VIRTUAL NOT NULL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL NOT NULL,
  routing_epoch INTEGER GENERATED ALWAYS AS (body ->> '$.routingEpoch') VIRTUAL NOT NULL
) STRICT;
