import { sql } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import { listedReferences } from '../../../schema/model/listed-references.ts';
import type { RequestError } from '../problems/request-error.ts';
import type { Caller } from './access.ts';
import type { Precondition } from './precondition.ts';
import type { Fields } from './rows.ts';

/** Preconditions of a write: every id in a reference field is the id of an existing row. */
export function referencesExist(
  table: Table,
  tables: readonly Table[],
  fields: Fields,
): readonly Precondition[] {
  return Object.entries(table.references).flatMap(([field, collection]): readonly Precondition[] => {
    const value = fields[field];
    if (value === undefined || value === null) return [];
    const target = sql.table(findTable(tables, collection).name);
    const toNothing = (pointers: readonly string[]): RequestError => ({
      kind: 'unknown_reference',
      errors: pointers.map((pointer) => ({ pointer, detail: `is not the id of a row of ${collection}` })),
    });
    if (!Array.isArray(value)) {
      const holds = sql<boolean>`exists (select 1 from ${target} where id = ${value})`;
      return [{ holds, otherwise: toNothing([`#/${field}`]) }];
    }
    const missing = sql`from json_each(${JSON.stringify(value)}) as named
      where not exists (select 1 from ${target} where id = named.value)`;
    return [
      {
        holds: sql<boolean>`not exists (select 1 ${missing})`,
        evidence: sql<string>`(select json_group_array(named.key) ${missing})`,
        otherwise: (positions) =>
          toNothing((positions as readonly number[]).map((position) => `#/${field}/${position}`)),
      },
    ];
  });
}

/** Referring rows that a refusal lists, and how far it counts them. */
const BLOCKER_IDS_MAX = 10;
const BLOCKERS_MAX = 1_000;

/**
 * Preconditions of a delete: no row of another table refers to this one. The same query finds the referring rows, so
 * that the refusal can list them.
 */
export function nothingRefersTo(table: Table, tables: readonly Table[], id: string): readonly Precondition[] {
  return tables.flatMap((other) =>
    Object.entries(other.references)
      .filter(([, collection]) => collection === table.collection)
      .map(([field]): Precondition => {
        const { rows, rowId } = rowsNaming(other, field, id);
        return {
          holds: sql<boolean>`not exists (select 1 ${rows})`,
          evidence: sql<string>`json_object(
            'count', (select count(*) from (select 1 ${rows} limit ${BLOCKERS_MAX + 1})),
            'ids', json((select json_group_array(id) from (select ${rowId} as id ${rows} limit ${BLOCKER_IDS_MAX}))))`,
          otherwise: (found, caller) => toBlocker(other.collection, field, found, caller),
        };
      }),
  );
}

function toBlocker(collection: string, field: string, found: unknown, caller: Caller): RequestError {
  const { count, ids } = found as { readonly count: number; readonly ids: readonly string[] };
  const isExact = count <= BLOCKERS_MAX;
  const known = caller.may(`${collection}:read`) ? ids : [];
  const blocker = { collection, field, count: Math.min(count, BLOCKERS_MAX), isExact, ids: known };
  return { kind: 'still_referenced', blockers: [blocker] };
}

/**
 * The FROM clause for rows that refer to an id, and their id in it: by the generated column, or for a list of ids by
 * its table of entries. Both have an index, so a delete only reads rows that refer to the deleted one.
 */
function rowsNaming(table: Table, field: string, id: string) {
  const listed = listedReferences(table).find((reference) => reference.field === field);
  if (listed !== undefined) {
    return { rows: sql`from ${sql.table(listed.entries)} where named_id = ${id}`, rowId: sql.ref('row_id') };
  }
  const column = table.columns.find((candidate) => candidate.path === field);
  if (column === undefined)
    throw new Error(`table ${table.name} has neither a column nor a table of entries for ${field}`);
  return {
    rows: sql`from ${sql.table(table.name)} where ${sql.ref(column.name)} = ${id}`,
    rowId: sql.ref('id'),
  };
}

function findTable(tables: readonly Table[], collection: string): Table {
  const found = tables.find((table) => table.collection === collection);
  if (found === undefined)
    throw new Error(`a reference names the collection ${collection}, which does not exist`);
  return found;
}
