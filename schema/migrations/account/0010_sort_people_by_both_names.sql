-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

ALTER TABLE clients ADD COLUMN first_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.firstName', '')) VIRTUAL;

CREATE INDEX clients_by_last_name_first_name ON clients (last_name, first_name, id);

ALTER TABLE contact_individuals ADD COLUMN first_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.firstName', '')) VIRTUAL;

CREATE INDEX contact_individuals_by_last_name_first_name ON contact_individuals (last_name, first_name, id);
