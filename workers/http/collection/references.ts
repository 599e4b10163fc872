import { sql } from 'kysely';
import type { Table } from '../../../schema/define-table.ts';
import type { RequestError } from '../request-error.ts';
import type { Precondition } from './precondition.ts';
import type { Fields } from './rows.ts';

/** Preconditions of a write: every id in a reference field names a row that exists. */
export function referencesExist(
  table: Table,
  tables: readonly Table[],
  fields: Fields,
): readonly Precondition[] {
  return Object.entries(table.references).flatMap(([field, collection]) => {
    const value = fields[field];
    if (value === undefined || value === null) return [];
    const target = sql.table(findTable(tables, collection).name);
    const detail = Array.isArray(value)
      ? `names a row that ${collection} does not have`
      : `is not the id of a row of ${collection}`;
    const otherwise: RequestError = {
      kind: 'unknown_reference',
      errors: [{ pointer: `#/${field}`, detail }],
    };
    const holds = Array.isArray(value)
      ? sql<boolean>`not exists (select 1 from json_each(${JSON.stringify(value)}) as named
          where not exists (select 1 from ${target} where id = named.value))`
      : sql<boolean>`exists (select 1 from ${target} where id = ${value})`;
    return [{ holds, otherwise }];
  });
}

/** Preconditions of a delete: no row of another table still names this one. Each table in the way is told by name. */
export function nothingRefersTo(table: Table, tables: readonly Table[], id: string): readonly Precondition[] {
  return tables.flatMap((other) =>
    Object.entries(other.references)
      .filter(([, collection]) => collection === table.collection)
      .map(([field]) => ({
        holds: sql<boolean>`not exists (select 1 from ${sql.table(other.name)} ${refersTo(other, field, id)})`,
        otherwise: {
          kind: 'conflict' as const,
          detail: `Rows of ${other.collection} name this one in ${field}; change or delete them first.`,
        },
      })),
  );
}

/** The rest of a query for rows that name an id: by the generated column where there is one, else in the JSON. */
function refersTo(table: Table, field: string, id: string) {
  const column = table.columns.find((candidate) => candidate.path === field);
  if (column !== undefined) return sql`where ${sql.ref(column.name)} = ${id}`;
  return sql`, json_each(${sql.ref(`${table.name}.body`)}, ${`$.${field}`}) as named where named.value = ${id}`;
}

function findTable(tables: readonly Table[], collection: string): Table {
  const found = tables.find((table) => table.collection === collection);
  if (found === undefined)
    throw new Error(`no table has the collection ${collection} that a reference names`);
  return found;
}
