import { maintenanceLeases } from '../model/maintenance-leases.ts';
import type { SupportTable } from '../model/support-tables.ts';
import { webhookSupport } from '../webhooks/webhook-support.ts';
import { auditSeals } from './audit-seals.ts';
import { standingTable } from './standing-table.ts';

/** Support tables of an account's database: its Worker uses them, and they are not collections. */
export const accountSupportTables: readonly SupportTable[] = [
  {
    // One row for each version of each document's bytes: where they are in the bucket, and their size, hash and type.
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
      // A trigger instead of a foreign key: a migration that rebuilds the table would run the key's ON DELETE.
      `CREATE TRIGGER document_contents_follow AFTER DELETE ON documents
BEGIN
  DELETE FROM document_contents WHERE document_id = OLD.id;
END`,
    ],
  },
  {
    // Multipart uploads. A completed one stays until it expires, so that a repeated completion gets the same answer.
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
    // How far a maintenance task has got that takes more than one run.
    name: 'maintenance_positions',
    statements: [
      `CREATE TABLE maintenance_positions (
  task TEXT PRIMARY KEY NOT NULL,
  position TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    ],
  },
  {
    // Committed chunks of imports; a repeated import continues after them.
    name: 'import_chunks',
    statements: [
      `CREATE TABLE import_chunks (
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  request_hash TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  id_seed TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  results TEXT NOT NULL CHECK (json_valid(results)),
  PRIMARY KEY (subject, key, ordinal)
) STRICT, WITHOUT ROWID`,
      'CREATE INDEX import_chunks_by_created_ms ON import_chunks (created_ms)',
    ],
  },
  {
    // The record of an erasure: that there was a client, without any personal data.
    name: 'erasures',
    statements: [
      `CREATE TABLE erasures (
  id TEXT PRIMARY KEY NOT NULL,
  client_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'done')),
  reason TEXT NOT NULL,
  digest TEXT NOT NULL,
  erased TEXT NOT NULL CHECK (json_valid(erased)),
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL,
  finished_at TEXT,
  similar_contacts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(similar_contacts))
) STRICT, WITHOUT ROWID`,
      'CREATE UNIQUE INDEX erasures_by_client_id ON erasures (client_id)',
      "CREATE INDEX erasures_by_status_running ON erasures (id) WHERE status = 'running'",
    ],
  },
  {
    // Bucket objects whose rows are erased. An entry stays until the bytes are deleted too.
    name: 'objects_to_delete',
    statements: [
      `CREATE TABLE objects_to_delete (
  object_key TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    ],
  },
  {
    // Settings that administrators make for the whole account, one document for each subject.
    name: 'account_settings',
    statements: [
      `CREATE TABLE account_settings (
  name TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    ],
  },
  maintenanceLeases,
  auditSeals,
  standingTable,
  ...webhookSupport('audit_events'),
];
