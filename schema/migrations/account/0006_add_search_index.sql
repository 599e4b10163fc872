-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

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
  SELECT position, char(57344) || 'cli', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.tags')), '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER clients_search_update AFTER UPDATE OF body ON clients
WHEN (char(57344) || 'cli', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(OLD.body, '$.tags')), '')) IS NOT (char(57344) || 'cli', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.tags')), ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cli', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(OLD.body, '$.tags')), '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cli', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', ''), coalesce(NEW.body ->> '$.reference', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(NEW.body, '$.tags')), '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER clients_search_delete AFTER DELETE ON clients
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cli', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', ''), coalesce(OLD.body ->> '$.reference', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value, ' ') FROM json_each(OLD.body, '$.tags')), '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER cases_search_insert AFTER INSERT ON cases
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cas', coalesce(NEW.body ->> '$.title', ''), coalesce(NEW.body ->> '$.reference', ''), coalesce(NEW.body ->> '$.type', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER cases_search_update AFTER UPDATE OF body ON cases
WHEN (char(57344) || 'cas', coalesce(OLD.body ->> '$.title', ''), coalesce(OLD.body ->> '$.reference', ''), coalesce(OLD.body ->> '$.type', '')) IS NOT (char(57344) || 'cas', coalesce(NEW.body ->> '$.title', ''), coalesce(NEW.body ->> '$.reference', ''), coalesce(NEW.body ->> '$.type', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cas', coalesce(OLD.body ->> '$.title', ''), coalesce(OLD.body ->> '$.reference', ''), coalesce(OLD.body ->> '$.type', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cas', coalesce(NEW.body ->> '$.title', ''), coalesce(NEW.body ->> '$.reference', ''), coalesce(NEW.body ->> '$.type', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER cases_search_delete AFTER DELETE ON cases
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cas', coalesce(OLD.body ->> '$.title', ''), coalesce(OLD.body ->> '$.reference', ''), coalesce(OLD.body ->> '$.type', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER documents_search_insert AFTER INSERT ON documents
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'doc', coalesce(NEW.body ->> '$.title', ''), coalesce(NEW.body ->> '$.fileName', ''), coalesce(NEW.body ->> '$.category', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER documents_search_update AFTER UPDATE OF body ON documents
WHEN (char(57344) || 'doc', coalesce(OLD.body ->> '$.title', ''), coalesce(OLD.body ->> '$.fileName', ''), coalesce(OLD.body ->> '$.category', '')) IS NOT (char(57344) || 'doc', coalesce(NEW.body ->> '$.title', ''), coalesce(NEW.body ->> '$.fileName', ''), coalesce(NEW.body ->> '$.category', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'doc', coalesce(OLD.body ->> '$.title', ''), coalesce(OLD.body ->> '$.fileName', ''), coalesce(OLD.body ->> '$.category', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'doc', coalesce(NEW.body ->> '$.title', ''), coalesce(NEW.body ->> '$.fileName', ''), coalesce(NEW.body ->> '$.category', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER documents_search_delete AFTER DELETE ON documents
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'doc', coalesce(OLD.body ->> '$.title', ''), coalesce(OLD.body ->> '$.fileName', ''), coalesce(OLD.body ->> '$.category', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER contact_companies_search_insert AFTER INSERT ON contact_companies
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cmp', coalesce(NEW.body ->> '$.name', ''), coalesce(NEW.body ->> '$.registrationNumber', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce(NEW.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_companies_search_update AFTER UPDATE OF body ON contact_companies
WHEN (char(57344) || 'cmp', coalesce(OLD.body ->> '$.name', ''), coalesce(OLD.body ->> '$.registrationNumber', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce(OLD.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '')) IS NOT (char(57344) || 'cmp', coalesce(NEW.body ->> '$.name', ''), coalesce(NEW.body ->> '$.registrationNumber', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce(NEW.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cmp', coalesce(OLD.body ->> '$.name', ''), coalesce(OLD.body ->> '$.registrationNumber', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce(OLD.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'cmp', coalesce(NEW.body ->> '$.name', ''), coalesce(NEW.body ->> '$.registrationNumber', '') || ' ' || coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce(NEW.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(NEW.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(NEW.body, '$.addresses')), '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_companies_search_delete AFTER DELETE ON contact_companies
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'cmp', coalesce(OLD.body ->> '$.name', ''), coalesce(OLD.body ->> '$.registrationNumber', '') || ' ' || coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce(OLD.body ->> '$.kind', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.town', ' ') FROM json_each(OLD.body, '$.addresses')), '') || ' ' || coalesce((SELECT group_concat(value ->> '$.postcode', ' ') FROM json_each(OLD.body, '$.addresses')), '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

CREATE TRIGGER contact_individuals_search_insert AFTER INSERT ON contact_individuals
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'ind', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', ''), coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce(NEW.body ->> '$.role', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_individuals_search_update AFTER UPDATE OF body ON contact_individuals
WHEN (char(57344) || 'ind', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', ''), coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce(OLD.body ->> '$.role', '')) IS NOT (char(57344) || 'ind', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', ''), coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce(NEW.body ->> '$.role', ''))
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'ind', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', ''), coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce(OLD.body ->> '$.role', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  INSERT INTO search_index (rowid, kind, name, reference, text)
  SELECT position, char(57344) || 'ind', coalesce(NEW.body ->> '$.firstName', '') || ' ' || coalesce(NEW.body ->> '$.lastName', ''), coalesce(NEW.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(NEW.body, '$.phones')), ''), coalesce(NEW.body ->> '$.role', '') FROM search_entries WHERE row_id = NEW.id;
END;

CREATE TRIGGER contact_individuals_search_delete AFTER DELETE ON contact_individuals
BEGIN
  INSERT INTO search_index (search_index, rowid, kind, name, reference, text)
  SELECT 'delete', position, char(57344) || 'ind', coalesce(OLD.body ->> '$.firstName', '') || ' ' || coalesce(OLD.body ->> '$.lastName', ''), coalesce(OLD.body ->> '$.email', '') || ' ' || coalesce((SELECT group_concat(value ->> '$.number', ' ') FROM json_each(OLD.body, '$.phones')), ''), coalesce(OLD.body ->> '$.role', '')
  FROM search_entries WHERE row_id = OLD.id AND EXISTS (SELECT 1 FROM search_index_docsize WHERE id = position);
  DELETE FROM search_entries WHERE row_id = OLD.id;
END;

INSERT INTO search_backlog (table_name, after_id) SELECT 'clients', '' WHERE EXISTS (SELECT 1 FROM clients);

INSERT INTO search_backlog (table_name, after_id) SELECT 'cases', '' WHERE EXISTS (SELECT 1 FROM cases);

INSERT INTO search_backlog (table_name, after_id) SELECT 'documents', '' WHERE EXISTS (SELECT 1 FROM documents);

INSERT INTO search_backlog (table_name, after_id) SELECT 'contact_companies', '' WHERE EXISTS (SELECT 1 FROM contact_companies);

INSERT INTO search_backlog (table_name, after_id) SELECT 'contact_individuals', '' WHERE EXISTS (SELECT 1 FROM contact_individuals);
