import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * The resources of one kind: read from memory, and written to SQLite before the call returns.
 *
 * A write that fails on disk throws and does not change memory.
 */
export class Collection<T> {
  readonly #kind: string;
  readonly #idOf: (record: T) => string;
  readonly #records = new Map<string, T>();
  readonly #insert: StatementSync;
  readonly #remove: StatementSync;

  constructor(database: DatabaseSync, kind: string, idOf: (record: T) => string) {
    this.#kind = kind;
    this.#idOf = idOf;
    this.#insert = database.prepare('INSERT OR REPLACE INTO resources (kind, id, body) VALUES (?, ?, ?)');
    this.#remove = database.prepare('DELETE FROM resources WHERE kind = ? AND id = ?');
    const rows = database.prepare('SELECT body FROM resources WHERE kind = ? ORDER BY rowid').all(kind);
    for (const row of rows) {
      // The registry is the only writer of this table, so the body has the expected shape.
      const record = JSON.parse(String(row.body)) as T;
      this.#records.set(idOf(record), record);
    }
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  /** All records, oldest first. */
  list(): T[] {
    return [...this.#records.values()];
  }

  get size(): number {
    return this.#records.size;
  }

  put(record: T): void {
    const id = this.#idOf(record);
    this.#insert.run(this.#kind, id, JSON.stringify(record));
    this.#records.set(id, record);
  }

  delete(id: string): void {
    this.#remove.run(this.#kind, id);
    this.#records.delete(id);
  }
}
