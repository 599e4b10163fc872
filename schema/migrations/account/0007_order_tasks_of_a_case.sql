-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

ALTER TABLE case_tasks ADD COLUMN position INTEGER GENERATED ALWAYS AS (body ->> '$.position') VIRTUAL;

CREATE INDEX case_tasks_by_case_id_position ON case_tasks (case_id, position, id);
