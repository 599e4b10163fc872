-- Migration of the account database, started by migration:new --empty.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

-- Names are compared by their folding, which the Worker keeps in the body where SQL cannot make it. The columns are
-- generated, so no row is rewritten; the maintenance adds the foldings of rows that were written before.

DROP INDEX clients_by_last_name;

DROP INDEX clients_by_status_last_name;

DROP INDEX clients_by_last_name_first_name;

DROP INDEX clients_by_adviser_id_last_name;

ALTER TABLE clients DROP COLUMN last_name;

ALTER TABLE clients DROP COLUMN first_name;

ALTER TABLE clients ADD COLUMN last_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.folded.lastName', body ->> '$.lastName')) VIRTUAL;

ALTER TABLE clients ADD COLUMN first_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.folded.firstName', body ->> '$.firstName', '')) VIRTUAL;

CREATE INDEX clients_by_last_name ON clients (last_name, id);

CREATE INDEX clients_by_status_last_name ON clients (status, last_name, id);

CREATE INDEX clients_by_last_name_first_name ON clients (last_name, first_name, id);

CREATE INDEX clients_by_adviser_id_last_name ON clients (adviser_id, last_name, id);

DROP INDEX client_dependants_by_last_name;

ALTER TABLE client_dependants DROP COLUMN last_name;

ALTER TABLE client_dependants ADD COLUMN last_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.folded.lastName', body ->> '$.lastName')) VIRTUAL;

CREATE INDEX client_dependants_by_last_name ON client_dependants (last_name, id);

DROP INDEX contact_companies_by_name;

DROP INDEX contact_companies_by_kind_name;

ALTER TABLE contact_companies DROP COLUMN name;

ALTER TABLE contact_companies ADD COLUMN name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.folded.name', body ->> '$.name')) VIRTUAL;

CREATE INDEX contact_companies_by_name ON contact_companies (name, id);

CREATE INDEX contact_companies_by_kind_name ON contact_companies (kind, name, id);

DROP INDEX contact_individuals_by_last_name;

DROP INDEX contact_individuals_by_last_name_first_name;

DROP INDEX contact_individuals_by_company_id_last_name;

ALTER TABLE contact_individuals DROP COLUMN last_name;

ALTER TABLE contact_individuals DROP COLUMN first_name;

ALTER TABLE contact_individuals ADD COLUMN last_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.folded.lastName', body ->> '$.lastName')) VIRTUAL;

ALTER TABLE contact_individuals ADD COLUMN first_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (coalesce(body ->> '$.folded.firstName', body ->> '$.firstName', '')) VIRTUAL;

CREATE INDEX contact_individuals_by_last_name ON contact_individuals (last_name, id);

CREATE INDEX contact_individuals_by_last_name_first_name ON contact_individuals (last_name, first_name, id);

CREATE INDEX contact_individuals_by_company_id_last_name ON contact_individuals (company_id, last_name, id);


DROP TRIGGER IF EXISTS clients_search_insert;

DROP TRIGGER IF EXISTS clients_search_update;

DROP TRIGGER IF EXISTS clients_search_delete;

DROP TRIGGER IF EXISTS cases_search_insert;

DROP TRIGGER IF EXISTS cases_search_update;

DROP TRIGGER IF EXISTS cases_search_delete;

DROP TRIGGER IF EXISTS documents_search_insert;

DROP TRIGGER IF EXISTS documents_search_update;

DROP TRIGGER IF EXISTS documents_search_delete;

DROP TRIGGER IF EXISTS contact_companies_search_insert;

DROP TRIGGER IF EXISTS contact_companies_search_update;

DROP TRIGGER IF EXISTS contact_companies_search_delete;

DROP TRIGGER IF EXISTS contact_individuals_search_insert;

DROP TRIGGER IF EXISTS contact_individuals_search_update;

DROP TRIGGER IF EXISTS contact_individuals_search_delete;

DROP TABLE IF EXISTS search_index;

DROP TABLE IF EXISTS search_backlog;

DROP TABLE IF EXISTS search_entries;

CREATE TABLE search_entries (
  position INTEGER PRIMARY KEY,
  row_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_backlog (
  table_name TEXT PRIMARY KEY NOT NULL,
  after_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_index USING fts5 (
  kind, name, reference, text,
  content = '', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER clients_search_insert AFTER INSERT ON clients
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cli', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.tags')), '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER clients_search_update AFTER UPDATE OF body ON clients
WHEN (char(57344) || 'cli', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(OLD.body, '$.tags')), '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')) IS NOT (char(57344) || 'cli', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.tags')), '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cli', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(OLD.body, '$.tags')), '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cli', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.tags')), '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER clients_search_delete AFTER DELETE ON clients
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cli', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(OLD.body, '$.tags')), '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER cases_search_insert AFTER INSERT ON cases
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cas', coalesce(NEW.body ->> '$.title', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.type', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER cases_search_update AFTER UPDATE OF body ON cases
WHEN (char(57344) || 'cas', coalesce(OLD.body ->> '$.title', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.type', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')) IS NOT (char(57344) || 'cas', coalesce(NEW.body ->> '$.title', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.type', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cas', coalesce(OLD.body ->> '$.title', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.type', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cas', coalesce(NEW.body ->> '$.title', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.type', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER cases_search_delete AFTER DELETE ON cases
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cas', coalesce(OLD.body ->> '$.title', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.type', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER documents_search_insert AFTER INSERT ON documents
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'doc', coalesce(NEW.body ->> '$.title', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.fileName', '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.category', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER documents_search_update AFTER UPDATE OF body ON documents
WHEN (char(57344) || 'doc', coalesce(OLD.body ->> '$.title', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.fileName', '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.category', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')) IS NOT (char(57344) || 'doc', coalesce(NEW.body ->> '$.title', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.fileName', '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.category', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'doc', coalesce(OLD.body ->> '$.title', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.fileName', '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.category', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'doc', coalesce(NEW.body ->> '$.title', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.fileName', '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.category', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER documents_search_delete AFTER DELETE ON documents
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'doc', coalesce(OLD.body ->> '$.title', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.fileName', '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.category', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER contact_companies_search_insert AFTER INSERT ON contact_companies
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cmp', coalesce(NEW.body ->> '$.name', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.registrationNumber', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_companies_search_update AFTER UPDATE OF body ON contact_companies
WHEN (char(57344) || 'cmp', coalesce(OLD.body ->> '$.name', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.registrationNumber', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')) IS NOT (char(57344) || 'cmp', coalesce(NEW.body ->> '$.name', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.registrationNumber', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cmp', coalesce(OLD.body ->> '$.name', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.registrationNumber', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cmp', coalesce(NEW.body ->> '$.name', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.registrationNumber', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_companies_search_delete AFTER DELETE ON contact_companies
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cmp', coalesce(OLD.body ->> '$.name', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.registrationNumber', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line1', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line2', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.line3', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER contact_individuals_search_insert AFTER INSERT ON contact_individuals
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'ind', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.role', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_individuals_search_update AFTER UPDATE OF body ON contact_individuals
WHEN (char(57344) || 'ind', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.role', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')) IS NOT (char(57344) || 'ind', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.role', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'ind', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.role', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'ind', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', '') || ' ' || coalesce(NEW.body ->> '$.folded.nameWords', ''), coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), '') || ' ' || coalesce(NEW.body ->> '$.folded.referenceWords', ''), coalesce(NEW.body ->> '$.role', '') || ' ' || coalesce(NEW.body ->> '$.folded.textWords', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_individuals_search_delete AFTER DELETE ON contact_individuals
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'ind', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', '') || ' ' || coalesce(OLD.body ->> '$.folded.nameWords', ''), coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), '') || ' ' || coalesce(OLD.body ->> '$.folded.referenceWords', ''), coalesce(OLD.body ->> '$.role', '') || ' ' || coalesce(OLD.body ->> '$.folded.textWords', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

INSERT INTO search_backlog (table_name, after_id) SELECT 'clients', '' WHERE EXISTS (SELECT 1 FROM clients);

INSERT INTO search_backlog (table_name, after_id) SELECT 'cases', '' WHERE EXISTS (SELECT 1 FROM cases);

INSERT INTO search_backlog (table_name, after_id) SELECT 'documents', '' WHERE EXISTS (SELECT 1 FROM documents);

INSERT INTO search_backlog (table_name, after_id) SELECT 'contact_companies', '' WHERE EXISTS (SELECT 1 FROM contact_companies);

INSERT INTO search_backlog (table_name, after_id) SELECT 'contact_individuals', '' WHERE EXISTS (SELECT 1 FROM contact_individuals);
