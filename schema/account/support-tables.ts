import type { SupportTable } from '../support-tables.ts';

/** Tables of an account's database that serve its Worker and are no collections. */
export const accountSupportTables: readonly SupportTable[] = [
  {
    // One row for each version of each document's bytes: where they are in the bucket, and what they are.
    name: 'document_contents',
    statements: [
      `CREATE TABLE document_contents (
  document_id TEXT NOT NULL,
  content_version INTEGER NOT NULL,
  object_key TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (document_id, content_version)
) STRICT, WITHOUT ROWID`,
      'CREATE UNIQUE INDEX document_contents_by_object_key ON document_contents (object_key)',
      // A trigger and no foreign key: rebuilding a table in a migration would run the deletes of a key.
      `CREATE TRIGGER document_contents_follow AFTER DELETE ON documents
BEGIN
  DELETE FROM document_contents WHERE document_id = OLD.id;
END`,
    ],
  },
  {
    // Uploads in parts. A finished one stays until it expires, so that a repeated completion gets the same answer.
    name: 'document_uploads',
    statements: [
      `CREATE TABLE document_uploads (
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
) STRICT, WITHOUT ROWID`,
      'CREATE INDEX document_uploads_by_document_id ON document_uploads (document_id)',
      'CREATE INDEX document_uploads_by_expires_at ON document_uploads (expires_at)',
      'CREATE UNIQUE INDEX document_uploads_by_object_key ON document_uploads (object_key)',
    ],
  },
  {
    name: 'document_upload_parts',
    statements: [
      `CREATE TABLE document_upload_parts (
  upload_id TEXT NOT NULL,
  part_number INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  etag TEXT NOT NULL,
  PRIMARY KEY (upload_id, part_number)
) STRICT, WITHOUT ROWID`,
      `CREATE TRIGGER document_upload_parts_follow AFTER DELETE ON document_uploads
BEGIN
  DELETE FROM document_upload_parts WHERE upload_id = OLD.id;
END`,
    ],
  },
  {
    // How far a maintenance task has come that takes more than one run.
    name: 'maintenance_positions',
    statements: [
      `CREATE TABLE maintenance_positions (
  task TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    ],
  },
];
