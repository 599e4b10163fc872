import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { queries } from './queries.ts';

/** Query that adds a row to the registry if a condition holds. A batch contains its own preconditions. */
export function insertRow(
  table: 'accounts' | 'operations',
  { id, ...body }: { readonly id: string },
  condition: Expression<SqlBool>,
): CompiledQuery {
  return sql`insert into ${sql.table(table)} (id, body)
    select ${id}, ${JSON.stringify(body)} where ${condition}`.compile(queries);
}
