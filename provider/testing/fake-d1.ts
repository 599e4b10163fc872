import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { refusal, result } from './fake-answer.ts';
import type { Handler } from './fake-handler.ts';

interface FakeDatabase {
  readonly uuid: string;
  readonly name: string;
  readonly createdAt: string;
  readonly jurisdiction: string | null;
  readReplication: unknown;
  readonly sqlite: DatabaseSync;
}

interface Statement {
  readonly sql: string;
  readonly params?: readonly (string | number | null)[];
}

/** D1 on real SQLite in memory: names are taken once, a batch is one transaction. */
export function createFakeD1(): { readonly handlers: readonly Handler[]; databases(): readonly string[] } {
  const databases = new Map<string, FakeDatabase>();

  const describe = (database: FakeDatabase) => ({
    uuid: database.uuid,
    name: database.name,
    created_at: database.createdAt,
    version: 'production',
    num_tables: tableCount(database.sqlite),
    file_size: 12_288,
    jurisdiction: database.jurisdiction,
    read_replication: database.readReplication,
  });

  const withDatabase = (
    id: string | undefined,
    work: (database: FakeDatabase) => ReturnType<Handler['handle']>,
  ) => {
    const database = databases.get(id ?? '');
    return database === undefined
      ? refusal(404, 7404, `The database ${id} could not be found`)
      : work(database);
  };

  return {
    databases: () => [...databases.values()].map(({ name }) => name),
    handlers: [
      {
        method: 'POST',
        path: /^\/accounts\/\w+\/d1\/database$/,
        handle: ({ body }) => {
          const { name, jurisdiction, read_replication } = body as Record<string, string | undefined>;
          if ([...databases.values()].some((database) => database.name === name)) {
            return refusal(400, 7502, `Database with name '${name}' already exists`);
          }
          const database: FakeDatabase = {
            uuid: randomUUID(),
            name: name ?? '',
            createdAt: new Date().toISOString(),
            jurisdiction: jurisdiction ?? null,
            readReplication: read_replication ?? { mode: 'disabled' },
            sqlite: new DatabaseSync(':memory:'),
          };
          databases.set(database.uuid, database);
          return result(describe(database));
        },
      },
      {
        method: 'GET',
        path: /^\/accounts\/\w+\/d1\/database$/,
        handle: ({ query }) =>
          result(
            [...databases.values()]
              .filter(({ name }) => name.includes(query.get('name') ?? ''))
              .map(describe),
          ),
      },
      {
        method: 'GET',
        path: /^\/accounts\/\w+\/d1\/database\/([^/]+)$/,
        handle: ({ groups }) => withDatabase(groups[0], (database) => result(describe(database))),
      },
      {
        method: 'PUT',
        path: /^\/accounts\/\w+\/d1\/database\/([^/]+)$/,
        handle: ({ groups, body }) =>
          withDatabase(groups[0], (database) => {
            const { read_replication } = body as { read_replication: unknown };
            if (read_replication === null) return refusal(400, 7400, 'Expected object, received null');
            database.readReplication = read_replication;
            return result(describe(database));
          }),
      },
      {
        method: 'DELETE',
        path: /^\/accounts\/\w+\/d1\/database\/([^/]+)$/,
        handle: ({ groups }) =>
          withDatabase(groups[0], ({ uuid, sqlite }) => {
            sqlite.close();
            databases.delete(uuid);
            return result(null);
          }),
      },
      {
        method: 'POST',
        path: /^\/accounts\/\w+\/d1\/database\/([^/]+)\/query$/,
        handle: ({ groups, body }) =>
          withDatabase(groups[0], ({ sqlite }) => {
            const { batch, ...single } = body as { batch?: Statement[] } & Statement;
            return runTransaction(sqlite, batch ?? [single]);
          }),
      },
    ],
  };
}

function runTransaction(sqlite: DatabaseSync, statements: readonly Statement[]) {
  sqlite.exec('BEGIN');
  try {
    const answers = statements.map(({ sql, params = [] }) => ({
      success: true,
      results: sqlite.prepare(sql).all(...params),
      meta: { duration: 0.1 },
    }));
    sqlite.exec('COMMIT');
    return result(answers);
  } catch (error) {
    sqlite.exec('ROLLBACK');
    return refusal(400, 7500, `${error instanceof Error ? error.message : error}: SQLITE_ERROR`);
  }
}

function tableCount(sqlite: DatabaseSync): number {
  return Number(
    sqlite.prepare("SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table'").get()?.tables,
  );
}
