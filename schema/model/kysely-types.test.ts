import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { describe, expectTypeOf, it } from 'vitest';
import type { documents } from '../account/tables/documents.ts';
import type { accounts } from '../platform/tables/accounts.ts';
import type { AccountDatabase, PlatformDatabase } from './kysely-types.ts';
import type { BodyInputOf, RowOf } from './rows.ts';

function compilerOf<Schema>(): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

describe("Kysely's types", () => {
  const account = compilerOf<AccountDatabase>();

  it('contain the columns that the models generate', () => {
    const query = account
      .selectFrom('cases')
      .select(['id', 'body', 'version', 'due_on'])
      .where('status', '=', 'open');

    expectTypeOf(query.executeTakeFirstOrThrow).returns.resolves.toEqualTypeOf<{
      id: string;
      body: string;
      version: number;
      due_on: string | null;
    }>();
    expectTypeOf<'accounts' | 'operations' | 'idempotency_keys' | 'schema_migrations'>().toExtend<
      keyof PlatformDatabase
    >();
  });

  it('refuse unknown columns and writes to generated columns', () => {
    // @ts-expect-error: the table has no such column.
    account.selectFrom('clients').select('shoe_size');
    // @ts-expect-error: generated columns cannot be written.
    account.updateTable('clients').set({ last_name: 'Hale' });
    account.updateTable('clients').set({ body: '{}' });
  });
});

describe('the types of rows', () => {
  it('have what the caller, the server and the system write', () => {
    expectTypeOf<RowOf<typeof accounts>>().toExtend<{
      id: string;
      version: number;
      slug: string;
      plan: 'standard' | 'plus';
    }>();
    expectTypeOf<RowOf<typeof accounts>['workerUrl']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<BodyInputOf<typeof documents>['legalHold']>().toEqualTypeOf<boolean | undefined>();
  });
});
