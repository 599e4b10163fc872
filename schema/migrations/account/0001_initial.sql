-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE users (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  email TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.email') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  subject TEXT GENERATED ALWAYS AS (body ->> '$.subject') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX users_by_email_unique ON users (email);

CREATE UNIQUE INDEX users_by_subject_unique ON users (subject) WHERE subject IS NOT NULL;

CREATE INDEX users_by_updated_at ON users (updated_at, id);

CREATE INDEX users_by_email ON users (email, id);

CREATE INDEX users_by_status ON users (status, id);

CREATE INDEX users_by_status_email ON users (status, email, id);

CREATE TABLE groups (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.name') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX groups_by_name_unique ON groups (name);

CREATE INDEX groups_by_updated_at ON groups (updated_at, id);

CREATE INDEX groups_by_name ON groups (name, id);

CREATE TABLE clients (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  reference TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.reference') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  last_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.lastName') VIRTUAL,
  date_of_birth TEXT GENERATED ALWAYS AS (body ->> '$.dateOfBirth') VIRTUAL,
  email TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.email') VIRTUAL,
  adviser_id TEXT GENERATED ALWAYS AS (body ->> '$.adviserId') VIRTUAL,
  postcode TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.addresses[0].postcode') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX clients_by_reference_unique ON clients (reference) WHERE reference IS NOT NULL;

CREATE INDEX clients_by_updated_at ON clients (updated_at, id);

CREATE INDEX clients_by_last_name ON clients (last_name, id);

CREATE INDEX clients_by_status ON clients (status, id);

CREATE INDEX clients_by_status_updated_at ON clients (status, updated_at, id);

CREATE INDEX clients_by_status_last_name ON clients (status, last_name, id);

CREATE INDEX clients_by_date_of_birth ON clients (date_of_birth, id);

CREATE INDEX clients_by_email ON clients (email, id);

CREATE INDEX clients_by_adviser_id ON clients (adviser_id, id);

CREATE INDEX clients_by_adviser_id_updated_at ON clients (adviser_id, updated_at, id);

CREATE INDEX clients_by_adviser_id_last_name ON clients (adviser_id, last_name, id);

CREATE INDEX clients_by_postcode ON clients (postcode, id);

CREATE TABLE client_dependants (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  last_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.lastName') VIRTUAL,
  date_of_birth TEXT GENERATED ALWAYS AS (body ->> '$.dateOfBirth') VIRTUAL
) STRICT;

CREATE INDEX client_dependants_by_updated_at ON client_dependants (updated_at, id);

CREATE INDEX client_dependants_by_last_name ON client_dependants (last_name, id);

CREATE INDEX client_dependants_by_date_of_birth ON client_dependants (date_of_birth, id);

CREATE TABLE client_dependant_clients (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  client_id TEXT GENERATED ALWAYS AS (body ->> '$.clientId') VIRTUAL,
  dependant_id TEXT GENERATED ALWAYS AS (body ->> '$.dependantId') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX client_dependant_clients_by_client_id_dependant_id_unique ON client_dependant_clients (client_id, dependant_id);

CREATE INDEX client_dependant_clients_by_updated_at ON client_dependant_clients (updated_at, id);

CREATE INDEX client_dependant_clients_by_client_id ON client_dependant_clients (client_id, id);

CREATE INDEX client_dependant_clients_by_dependant_id ON client_dependant_clients (dependant_id, id);

CREATE TABLE cases (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  reference TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.reference') VIRTUAL,
  client_id TEXT GENERATED ALWAYS AS (body ->> '$.clientId') VIRTUAL,
  type TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.type') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  owner_id TEXT GENERATED ALWAYS AS (body ->> '$.ownerId') VIRTUAL,
  provider_id TEXT GENERATED ALWAYS AS (body ->> '$.providerId') VIRTUAL,
  opened_at TEXT GENERATED ALWAYS AS (body ->> '$.openedAt') VIRTUAL,
  due_on TEXT GENERATED ALWAYS AS (coalesce(body ->> '$.dueOn', '~')) VIRTUAL,
  closed_at TEXT GENERATED ALWAYS AS (body ->> '$.closedAt') VIRTUAL
) STRICT;

CREATE UNIQUE INDEX cases_by_reference_unique ON cases (reference) WHERE reference IS NOT NULL;

CREATE INDEX cases_by_updated_at ON cases (updated_at, id);

CREATE INDEX cases_by_due_on ON cases (due_on, id);

CREATE INDEX cases_by_client_id ON cases (client_id, id);

CREATE INDEX cases_by_client_id_updated_at ON cases (client_id, updated_at, id);

CREATE INDEX cases_by_type ON cases (type, id);

CREATE INDEX cases_by_status ON cases (status, id);

CREATE INDEX cases_by_status_updated_at ON cases (status, updated_at, id);

CREATE INDEX cases_by_status_due_on ON cases (status, due_on, id);

CREATE INDEX cases_by_owner_id ON cases (owner_id, id);

CREATE INDEX cases_by_owner_id_due_on ON cases (owner_id, due_on, id);

CREATE INDEX cases_by_provider_id ON cases (provider_id, id);

CREATE INDEX cases_by_opened_at ON cases (opened_at, id);

CREATE INDEX cases_by_closed_at ON cases (closed_at, id);

CREATE TABLE case_tasks (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  case_id TEXT GENERATED ALWAYS AS (body ->> '$.caseId') VIRTUAL,
  assignee_id TEXT GENERATED ALWAYS AS (body ->> '$.assigneeId') VIRTUAL,
  status TEXT GENERATED ALWAYS AS (body ->> '$.status') VIRTUAL,
  due_on TEXT GENERATED ALWAYS AS (coalesce(body ->> '$.dueOn', '~')) VIRTUAL
) STRICT;

CREATE INDEX case_tasks_by_updated_at ON case_tasks (updated_at, id);

CREATE INDEX case_tasks_by_due_on ON case_tasks (due_on, id);

CREATE INDEX case_tasks_by_case_id ON case_tasks (case_id, id);

CREATE INDEX case_tasks_by_case_id_due_on ON case_tasks (case_id, due_on, id);

CREATE INDEX case_tasks_by_assignee_id ON case_tasks (assignee_id, id);

CREATE INDEX case_tasks_by_assignee_id_due_on ON case_tasks (assignee_id, due_on, id);

CREATE INDEX case_tasks_by_status ON case_tasks (status, id);

CREATE INDEX case_tasks_by_status_due_on ON case_tasks (status, due_on, id);

CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  client_id TEXT GENERATED ALWAYS AS (body ->> '$.clientId') VIRTUAL,
  case_id TEXT GENERATED ALWAYS AS (body ->> '$.caseId') VIRTUAL,
  category TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.category') VIRTUAL,
  retain_until TEXT GENERATED ALWAYS AS (coalesce(body ->> '$.retainUntil', '~')) VIRTUAL
) STRICT;

CREATE INDEX documents_by_updated_at ON documents (updated_at, id);

CREATE INDEX documents_by_retain_until ON documents (retain_until, id);

CREATE INDEX documents_by_client_id ON documents (client_id, id);

CREATE INDEX documents_by_client_id_updated_at ON documents (client_id, updated_at, id);

CREATE INDEX documents_by_case_id ON documents (case_id, id);

CREATE INDEX documents_by_case_id_updated_at ON documents (case_id, updated_at, id);

CREATE INDEX documents_by_category ON documents (category, id);

CREATE TABLE contact_companies (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.name') VIRTUAL,
  kind TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.kind') VIRTUAL,
  provider_id TEXT GENERATED ALWAYS AS (body ->> '$.providerId') VIRTUAL
) STRICT;

CREATE INDEX contact_companies_by_updated_at ON contact_companies (updated_at, id);

CREATE INDEX contact_companies_by_name ON contact_companies (name, id);

CREATE INDEX contact_companies_by_kind ON contact_companies (kind, id);

CREATE INDEX contact_companies_by_kind_name ON contact_companies (kind, name, id);

CREATE INDEX contact_companies_by_provider_id ON contact_companies (provider_id, id);

CREATE TABLE contact_individuals (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  last_name TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.lastName') VIRTUAL,
  email TEXT COLLATE NOCASE GENERATED ALWAYS AS (body ->> '$.email') VIRTUAL,
  company_id TEXT GENERATED ALWAYS AS (body ->> '$.companyId') VIRTUAL
) STRICT;

CREATE INDEX contact_individuals_by_updated_at ON contact_individuals (updated_at, id);

CREATE INDEX contact_individuals_by_last_name ON contact_individuals (last_name, id);

CREATE INDEX contact_individuals_by_email ON contact_individuals (email, id);

CREATE INDEX contact_individuals_by_company_id ON contact_individuals (company_id, id);

CREATE INDEX contact_individuals_by_company_id_last_name ON contact_individuals (company_id, last_name, id);

CREATE TABLE audit_events (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER GENERATED ALWAYS AS (body ->> '$.version') VIRTUAL,
  created_at TEXT GENERATED ALWAYS AS (body ->> '$.createdAt') VIRTUAL,
  updated_at TEXT GENERATED ALWAYS AS (body ->> '$.updatedAt') VIRTUAL,
  actor_id TEXT GENERATED ALWAYS AS (body ->> '$.actorId') VIRTUAL,
  action TEXT GENERATED ALWAYS AS (body ->> '$.action') VIRTUAL,
  collection TEXT GENERATED ALWAYS AS (body ->> '$.collection') VIRTUAL,
  row_id TEXT GENERATED ALWAYS AS (body ->> '$.rowId') VIRTUAL
) STRICT;

CREATE INDEX audit_events_by_actor_id ON audit_events (actor_id, id);

CREATE INDEX audit_events_by_action ON audit_events (action, id);

CREATE INDEX audit_events_by_collection ON audit_events (collection, id);

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

INSERT INTO groups (id, body) VALUES ('grp-01kdvdna000000000000000001', '{"name":"Administrators","description":"May do everything.","permissions":["account:admin"],"createdAt":"2026-01-01T00:00:00.000Z","createdBy":"system","updatedAt":"2026-01-01T00:00:00.000Z","updatedBy":"system","version":1}');

INSERT INTO groups (id, body) VALUES ('grp-01kdvdna000000000000000002', '{"name":"Advisers","description":"Look after clients and their cases.","permissions":["clients:read","clients:write","clients:delete","client-dependants:read","client-dependants:write","client-dependants:delete","client-dependant-clients:read","client-dependant-clients:write","client-dependant-clients:delete","cases:read","cases:write","cases:delete","case-tasks:read","case-tasks:write","case-tasks:delete","documents:read","documents:write","documents:delete","contact-companies:read","contact-companies:write","contact-companies:delete","contact-individuals:read","contact-individuals:write","contact-individuals:delete","users:read","groups:read","clients:sensitive","documents:download"],"createdAt":"2026-01-01T00:00:00.000Z","createdBy":"system","updatedAt":"2026-01-01T00:00:00.000Z","updatedBy":"system","version":1}');

INSERT INTO groups (id, body) VALUES ('grp-01kdvdna000000000000000003', '{"name":"Caseworkers","description":"Prepare and carry out the work; may not delete.","permissions":["clients:read","clients:write","client-dependants:read","client-dependants:write","client-dependant-clients:read","client-dependant-clients:write","cases:read","cases:write","case-tasks:read","case-tasks:write","documents:read","documents:write","contact-companies:read","contact-companies:write","contact-individuals:read","contact-individuals:write","users:read","groups:read","documents:download"],"createdAt":"2026-01-01T00:00:00.000Z","createdBy":"system","updatedAt":"2026-01-01T00:00:00.000Z","updatedBy":"system","version":1}');

INSERT INTO groups (id, body) VALUES ('grp-01kdvdna000000000000000004', '{"name":"Read-only","description":"May look at everything but sensitive fields, and change nothing.","permissions":["clients:read","client-dependants:read","client-dependant-clients:read","cases:read","case-tasks:read","documents:read","contact-companies:read","contact-individuals:read","users:read","groups:read","documents:download"],"createdAt":"2026-01-01T00:00:00.000Z","createdBy":"system","updatedAt":"2026-01-01T00:00:00.000Z","updatedBy":"system","version":1}');
