-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE users_group_ids (
  named_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (named_id, row_id)
) STRICT, WITHOUT ROWID;

INSERT INTO users_group_ids (named_id, row_id)
SELECT DISTINCT named.value, users.id FROM users, json_each(users.body, '$.groupIds') AS named WHERE named.type = 'text';

CREATE TRIGGER users_group_ids_insert AFTER INSERT ON users
BEGIN
  INSERT INTO users_group_ids (named_id, row_id)
  SELECT DISTINCT value, NEW.id FROM json_each(NEW.body, '$.groupIds') WHERE type = 'text';
END;

CREATE TRIGGER users_group_ids_update AFTER UPDATE OF body ON users
WHEN OLD.body -> '$.groupIds' IS NOT NEW.body -> '$.groupIds'
BEGIN
  DELETE FROM users_group_ids WHERE row_id = OLD.id
  AND named_id IN (SELECT value FROM json_each(OLD.body, '$.groupIds'));
  INSERT INTO users_group_ids (named_id, row_id)
  SELECT DISTINCT value, NEW.id FROM json_each(NEW.body, '$.groupIds') WHERE type = 'text';
END;

CREATE TRIGGER users_group_ids_delete AFTER DELETE ON users
BEGIN
  DELETE FROM users_group_ids WHERE row_id = OLD.id
  AND named_id IN (SELECT value FROM json_each(OLD.body, '$.groupIds'));
END;

CREATE TABLE cases_client_ids (
  named_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (named_id, row_id)
) STRICT, WITHOUT ROWID;

INSERT INTO cases_client_ids (named_id, row_id)
SELECT DISTINCT named.value, cases.id FROM cases, json_each(cases.body, '$.clientIds') AS named WHERE named.type = 'text';

CREATE TRIGGER cases_client_ids_insert AFTER INSERT ON cases
BEGIN
  INSERT INTO cases_client_ids (named_id, row_id)
  SELECT DISTINCT value, NEW.id FROM json_each(NEW.body, '$.clientIds') WHERE type = 'text';
END;

CREATE TRIGGER cases_client_ids_update AFTER UPDATE OF body ON cases
WHEN OLD.body -> '$.clientIds' IS NOT NEW.body -> '$.clientIds'
BEGIN
  DELETE FROM cases_client_ids WHERE row_id = OLD.id
  AND named_id IN (SELECT value FROM json_each(OLD.body, '$.clientIds'));
  INSERT INTO cases_client_ids (named_id, row_id)
  SELECT DISTINCT value, NEW.id FROM json_each(NEW.body, '$.clientIds') WHERE type = 'text';
END;

CREATE TRIGGER cases_client_ids_delete AFTER DELETE ON cases
BEGIN
  DELETE FROM cases_client_ids WHERE row_id = OLD.id
  AND named_id IN (SELECT value FROM json_each(OLD.body, '$.clientIds'));
END;
