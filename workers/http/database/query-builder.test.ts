import {
  DummyDriver,
  Kysely,
  type QueryCreator,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import { createQueryBuilder } from './query-builder.ts';

interface Tables {
  readonly clients: { readonly id: string; readonly body: string; readonly version: number };
  readonly cases: { readonly id: string; readonly client_id: string };
}

const whole = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
const compiling = createQueryBuilder<Tables>();

const QUERIES: Readonly<Record<string, (queries: QueryCreator<Tables>) => { compile(): unknown }>> = {
  select: (queries) =>
    queries
      .selectFrom('clients')
      .innerJoin('cases', 'cases.client_id', 'clients.id')
      .select(['clients.id', sql<number>`count(*)`.as('count')])
      .where((row) => row.or([row('clients.id', 'in', ['a', 'b']), row('version', '>', 1)]))
      .groupBy('clients.id')
      .orderBy('clients.id', 'desc')
      .limit(3),
  insert: (queries) =>
    queries
      .insertInto('cases')
      .columns(['id', 'client_id'])
      .expression(queries.selectFrom('clients').select(['id', 'id as client_id']))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id'),
  update: (queries) =>
    queries.updateTable('clients').set({ body: '{}' }).where('version', '=', 1).returning('version'),
  delete: (queries) => queries.deleteFrom('cases').where('id', '=', 'a'),
};

describe('createQueryBuilder', () => {
  it.each(Object.entries(QUERIES))('compiles the same SQL as the full Kysely: %s', (_name, make) => {
    const { queryId: _ours, ...ours } = make(compiling).compile() as { queryId: unknown };
    const { queryId: _theirs, ...theirs } = make(whole).compile() as { queryId: unknown };
    expect(ours).toEqual(theirs);
  });

  it('compiles templates', () => {
    const { sql: text, parameters } = sql`select ${1} from ${sql.table('clients')}`.compile(compiling);
    expect([text, parameters]).toEqual(['select ? from "clients"', [1]]);
  });

  it('runs nothing', async () => {
    await expect(compiling.selectFrom('clients').selectAll().execute()).rejects.toThrow('Database.batch()');
  });
});
