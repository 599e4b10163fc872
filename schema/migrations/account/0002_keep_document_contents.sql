-- Migration of the account database, written by migration:new from the models.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

CREATE TABLE document_contents (
  document_id TEXT NOT NULL,
  content_version INTEGER NOT NULL,
  object_key TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (document_id, content_version)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX document_contents_by_object_key ON document_contents (object_key);

CREATE TRIGGER document_contents_follow AFTER DELETE ON documents
BEGIN
  DELETE FROM document_contents WHERE document_id = OLD.id;
END;

CREATE TABLE document_uploads (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL,
  object_key TEXT NOT NULL,
  r2_upload_id TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  part_size_bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'completed')),
  content_version INTEGER,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX document_uploads_by_document_id ON document_uploads (document_id);

CREATE INDEX document_uploads_by_expires_at ON document_uploads (expires_at);

CREATE UNIQUE INDEX document_uploads_by_object_key ON document_uploads (object_key);

CREATE TABLE document_upload_parts (
  upload_id TEXT NOT NULL,
  part_number INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  etag TEXT NOT NULL,
  PRIMARY KEY (upload_id, part_number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_upload_parts_follow AFTER DELETE ON document_uploads
BEGIN
  DELETE FROM document_upload_parts WHERE upload_id = OLD.id;
END;

CREATE TABLE maintenance_positions (
  task TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- By hand: what was uploaded before. Its objects are named by document and version.
INSERT INTO document_contents (document_id, content_version, object_key, size_bytes, sha256, media_type, created_at, created_by)
SELECT id, body ->> '$.contentVersion', 'documents/' || id || '/' || (body ->> '$.contentVersion'),
  body ->> '$.sizeBytes', body ->> '$.sha256', body ->> '$.mediaType', updated_at, coalesce(body ->> '$.updatedBy', 'system')
FROM documents WHERE body ->> '$.contentVersion' IS NOT NULL;

INSERT INTO document_contents (document_id, content_version, object_key, size_bytes, sha256, media_type, created_at, created_by)
SELECT documents.id, earlier.value ->> '$.contentVersion', 'documents/' || documents.id || '/' || (earlier.value ->> '$.contentVersion'),
  earlier.value ->> '$.sizeBytes', earlier.value ->> '$.sha256', earlier.value ->> '$.mediaType', earlier.value ->> '$.replacedAt', 'system'
FROM documents, json_each(documents.body, '$.previousVersions') AS earlier;
