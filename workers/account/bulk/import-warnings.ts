import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import {
  type Caution,
  cautionedIds,
  type NewRow,
  toWarnings,
  type Warning,
} from '../../http/collection/cautions.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import type { ImportRun } from './import-run.ts';

/** A line that a create would have been warned of, with the ids of the rows that are the reason, for each caution. */
export type WarnedLine = readonly [line: number, ids: readonly (readonly string[])[]];

/** A new row as a line of a chunk has it. */
const lineOfChunk: NewRow = {
  id: sql<string>`(candidate.value ->> '$.i')`,
  field: (name) => sql`(candidate.value ->> ${sql.lit(`$.b.${name}`)})`,
};

/** Query for the lines that there is a warning of, before they are written: of rows that are there already. */
export function readWarnings(cautions: readonly Caution[], text: string): CompiledQuery<WarnedRow> {
  return sql<WarnedRow>`select line, ids from (${warnedLines(cautions, text, sql<SqlBool>`true`)})`.compile(
    rowsBuilder,
  );
}

/** A line as `readWarnings()` finds it; `ids` is JSON text. */
export interface WarnedRow {
  readonly line: number;
  readonly ids: string;
}

/**
 * Query that keeps the warnings of a chunk with its results, and gives them. It runs behind the inserts, so lines of
 * one chunk are warned of one another.
 *
 * @param chunk Holds for the row of `import_chunks` that the same batch wrote.
 */
export function rememberWarnings(
  cautions: readonly Caution[],
  text: string,
  chunk: Expression<SqlBool>,
): CompiledQuery<{ warned: string }> {
  const hasEvent = sql<SqlBool>`exists (select 1 from audit_events where audit_events.id = candidate.value ->> '$.a')`;
  return sql<{ warned: string }>`update import_chunks set results = json_set(results, '$.warned',
      (select json_group_array(json_array(line, json(ids))) from (${warnedLines(cautions, text, hasEvent)})))
    where ${chunk} returning results -> '$.warned' as warned`.compile(rowsBuilder);
}

/** SELECT of the new rows among a chunk's lines that a caution has a reason for. */
function warnedLines(cautions: readonly Caution[], text: string, condition: Expression<SqlBool>) {
  if (cautions.length === 0) return sql`select null as line, null as ids where false`;
  const given = cautions.map(
    ({ needs }) =>
      sql`(${sql.join(
        needs.map((name) => sql`${lineOfChunk.field(name)} is not null`),
        sql` and `,
      )})`,
  );
  const none = JSON.stringify(cautions.map(() => []));
  return sql`select line, ids from (
      select candidate.value ->> '$.n' as line, ${cautionedIds(cautions, lineOfChunk)} as ids
      from json_each(${text}) as candidate
      where candidate.value ->> '$.v' is null and (${sql.join(given, sql` or `)}) and ${condition})
    where ids <> ${none}`;
}

/** What the lines of a chunk are warned of, as far as whoever sent them may know. */
export function toLineWarnings(
  { collection, caller }: ImportRun,
  warned: readonly WarnedLine[],
): ReadonlyMap<number, { readonly warnings: readonly Warning[] }> {
  const cautions = collection.hooks?.cautions ?? [];
  return new Map(
    warned.flatMap(([line, ids]) => {
      const warnings = toWarnings(cautions, ids, caller);
      return warnings.length === 0 ? [] : [[line, { warnings }] as const];
    }),
  );
}
