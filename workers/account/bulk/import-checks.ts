import { type Expression, sql } from 'kysely';
import type { Table, TableColumn, UniqueIndex } from '../../../schema/model/define-table.ts';
import type { Access } from '../../http/collection/access.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import type { LineOutcome } from './import-outcome.ts';

/** A check of a line in the database: SQL that is 1 when it fails, and the outcome of a failure. */
export interface LineCheck {
  readonly fails: Expression<number>;
  readonly status: LineOutcome['status'];
  readonly errors: readonly FieldError[];
}

/** The value of a candidate at a path of its body; `candidate.value` is its JSON. */
function valueAt(path: string) {
  return sql`(candidate.value ->> ${sql.lit(`$.b.${path}`)})`;
}

/** All checks of a chunk's lines, made in the transaction that writes them. */
export function checksOf(table: Table, tables: readonly Table[], access: Access): readonly LineCheck[] {
  return [
    ...table.indexes.map((index) => isTaken(table, index)),
    ...Object.entries(table.references).map(([field, collection]) =>
      pointsToNothing(field, collection, tables),
    ),
    ...(table.sensitive.length > 0 ? [isSensitive(table, access)] : []),
    hasChanged(table),
  ];
}

/** One number per line with a bit for each failed check, so that a chunk's faults take few bytes. */
export function flagsOf(checks: readonly LineCheck[]): Expression<number> {
  const bits = checks.map(({ fails }, index) => sql`(${fails}) * ${sql.lit(2 ** index)}`);
  return sql<number>`(${sql.join(bits, sql` + `)})`;
}

/** The outcome for a line's flags; undefined when no check failed. */
export function toOutcome(
  line: number,
  flags: number,
  checks: readonly LineCheck[],
): LineOutcome | undefined {
  const failed = checks.filter((_, index) => Math.floor(flags / 2 ** index) % 2 === 1);
  const [first] = failed;
  return first && { line, status: first.status, errors: failed.flatMap(({ errors }) => errors) };
}

function isTaken(table: Table, { unique }: UniqueIndex): LineCheck {
  const columns = unique.flatMap((name) => table.columns.filter((column) => column.name === name));
  const equal = columns.map(({ name, path }) => sql`other.${sql.ref(name)} = ${valueAt(path)}`);
  return {
    fails: sql<number>`exists (select 1 from ${sql.table(table.name)} as other
      where ${sql.join(equal, sql` and `)} and other.id <> candidate.value ->> '$.i')`,
    status: 'duplicate',
    errors: columns.map(takenError),
  };
}

/** The error for a value that another row has. */
function takenError({ path }: Pick<TableColumn, 'path'>): FieldError {
  return { pointer: `#/${path}`, detail: 'is taken by another row' };
}

function pointsToNothing(field: string, collection: string, tables: readonly Table[]): LineCheck {
  const target = tables.find((table) => table.collection === collection);
  if (target === undefined)
    throw new Error(`${field} refers to the collection ${collection}, which does not exist`);
  return {
    // json_each handles a single id and a list of ids alike, and returns no rows for a missing field.
    fails: sql<number>`exists (select 1 from json_each(candidate.value, ${sql.lit(`$.b.${field}`)}) as named
      where named.value is not null and not exists (select 1 from ${sql.table(target.name)} where id = named.value))`,
    status: 'invalid',
    errors: [{ pointer: `#/${field}`, detail: `is not the id of a row of ${collection}` }],
  };
}

function isSensitive(table: Table, access: Access): LineCheck {
  const permission = `${table.collection}:sensitive`;
  return {
    fails: sql<number>`(candidate.value ->> '$.s' = 1 and not ${access.holds(permission)})`,
    status: 'invalid',
    errors: table.sensitive.map((field) => ({
      pointer: `#/${field}`,
      detail: `needs the permission ${permission}`,
    })),
  };
}

function hasChanged(table: Table): LineCheck {
  return {
    fails: sql<number>`(candidate.value ->> '$.v' is not null and not exists (select 1 from ${sql.table(table.name)} as present
      where present.id = candidate.value ->> '$.i' and present.version = candidate.value ->> '$.v'))`,
    status: 'skipped',
    errors: [{ pointer: '#', detail: 'was changed by another request at the same time; import it again' }],
  };
}
