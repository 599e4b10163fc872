import {
  type ConnectionProvider,
  DefaultQueryExecutor,
  QueryCreator,
  type QueryExecutor,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';

/** A Kysely that only compiles: the same queries, and nothing that could run them. */
export interface QueryBuilder<Schema> extends QueryCreator<Schema> {
  /** What `sql` templates are compiled with. */
  readonly getExecutor: () => QueryExecutor;
}

const nowhere: ConnectionProvider = {
  provideConnection: async () => {
    throw new Error('queries run in Database.batch()');
  },
};

const executor = new DefaultQueryExecutor(new SqliteQueryCompiler(), new SqliteAdapter(), nowhere);

/**
 * Makes a Kysely that only compiles. Its queries are run by `Database.batch()`, which sends several in one round trip;
 * Kysely's own execution would cost one round trip each. The class `Kysely` itself would bring its drivers, its schema
 * builders and its introspection into every bundle, a third of what Kysely weighs.
 */
export function createQueryBuilder<Schema>(): QueryBuilder<Schema> {
  return Object.assign(new QueryCreator<Schema>({ executor }), { getExecutor: () => executor });
}
