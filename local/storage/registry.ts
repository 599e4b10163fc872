import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Collection } from './collection.ts';
import type {
  BucketRecord,
  DatabaseRecord,
  DomainRecord,
  NamespaceRecord,
  RouteRecord,
  ScriptRecord,
  StoredVersion,
} from './records.ts';
import { bucketId } from './resource-key.ts';

/**
 * All resources of the local cloud: one SQLite file, synced to disk before a write returns.
 *
 * The file is locked during the lifetime of the process, so a second cloud on the same folder fails at once instead of
 * corrupting the data. The lock ends with the process, however that ends.
 */
export class Registry {
  readonly databases: Collection<DatabaseRecord>;
  readonly buckets: Collection<BucketRecord>;
  readonly namespaces: Collection<NamespaceRecord>;
  readonly scripts: Collection<ScriptRecord>;
  readonly versions: Collection<StoredVersion>;
  readonly domains: Collection<DomainRecord>;
  readonly routes: Collection<RouteRecord>;
  readonly #database: DatabaseSync;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = path.join(directory, 'registry.sqlite');
    this.#database = new DatabaseSync(file);
    try {
      this.#database.exec(`
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS resources (kind TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id));
        CREATE TABLE IF NOT EXISTS blobs (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL);
      `);
    } catch (cause) {
      throw new Error(`cannot open ${file}; is another local cloud running on this folder?`, { cause });
    }
    this.databases = new Collection(this.#database, 'd1', (record: DatabaseRecord) => record.uuid);
    this.buckets = new Collection(this.#database, 'r2', (record: BucketRecord) => bucketId(record));
    this.namespaces = new Collection(this.#database, 'kv', (record: NamespaceRecord) => record.id);
    this.scripts = new Collection(this.#database, 'script', (record: ScriptRecord) => record.name);
    this.versions = new Collection(this.#database, 'script-version', (record: StoredVersion) => record.id);
    this.domains = new Collection(this.#database, 'domain', (record: DomainRecord) => record.id);
    this.routes = new Collection(this.#database, 'route', (record: RouteRecord) => record.id);
    this.#removeUnusedBlobs();
  }

  /** Stores bytes under their sha256; equal bytes are stored once. */
  putBlob(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#database.prepare('INSERT OR IGNORE INTO blobs (sha256, bytes) VALUES (?, ?)').run(sha256, bytes);
    return sha256;
  }

  readBlob(sha256: string): Uint8Array {
    const row = this.#database.prepare('SELECT bytes FROM blobs WHERE sha256 = ?').get(sha256);
    if (!(row?.bytes instanceof Uint8Array)) throw new Error(`the registry lacks the module ${sha256}`);
    return row.bytes;
  }

  /** Removes a script with its versions, its domains and its routes. */
  deleteScript(name: string): void {
    this.transaction(() => {
      for (const domain of this.domains.list()) if (domain.service === name) this.domains.delete(domain.id);
      for (const route of this.routes.list()) if (route.script === name) this.routes.delete(route.id);
      for (const version of this.versions.list())
        if (version.script === name) this.versions.delete(version.id);
      this.scripts.delete(name);
    });
  }

  // Only at the start: later, an active upload may have modules that no stored script refers to yet.
  #removeUnusedBlobs(): void {
    const contents = [...this.scripts.list(), ...this.versions.list().map(({ content }) => content)];
    const used = new Set(contents.flatMap(({ modules }) => modules.map(({ sha256 }) => sha256)));
    for (const row of this.#database.prepare('SELECT sha256 FROM blobs').all()) {
      const sha256 = String(row.sha256);
      if (!used.has(sha256)) this.#database.prepare('DELETE FROM blobs WHERE sha256 = ?').run(sha256);
    }
  }

  /** Runs `work` as a transaction. `work` must not throw on purpose. */
  transaction(work: () => void): void {
    this.#database.exec('BEGIN');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}
