import {
  type ConnectionProvider,
  DefaultQueryExecutor,
  QueryCreator,
  type QueryExecutor,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';

/** A Kysely that only compiles queries and cannot run them. */
export interface QueryBuilder<Schema> extends QueryCreator<Schema> {
  /** The executor that compiles `sql` templates. */
  readonly getExecutor: () => QueryExecutor;
}

const nowhere: ConnectionProvider = {
  provideConnection: async () => {
    throw new Error('queries run in Database.batch()');
  },
};

const executor = new DefaultQueryExecutor(new SqliteQueryCompiler(), new SqliteAdapter(), nowhere);

/**
 * Makes a Kysely that only compiles. `Database.batch()` runs the queries, several in one round trip; Kysely's own
 * execution would need one each. The class `Kysely` would also add its drivers, schema builders and introspection to
 * every bundle, a third of Kysely's size.
 */
export function createQueryBuilder<Schema>(): QueryBuilder<Schema> {
  return Object.assign(new QueryCreator<Schema>({ executor }), { getExecutor: () => executor });
}
