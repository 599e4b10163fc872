import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';
import {
  type NewRow,
  toWarnings,
  type Warning,
  type WarningRule,
  warnedIds,
} from '../../http/collection/warnings.ts';
import type { ImportRun } from './import-run.ts';

/** A line with warnings: its number, and for each rule the ids of the rows that cause the warning. */
export type WarnedLine = readonly [line: number, ids: readonly (readonly string[])[]];

/** A new row as a candidate of a chunk. */
const lineOfChunk: NewRow = {
  id: sql<string>`(candidate.value ->> '$.i')`,
  field: (name) => sql`(candidate.value ->> ${sql.lit(`$.b.${name}`)})`,
  folded: (name) =>
    sql`coalesce(candidate.value ->> ${sql.lit(`$.b.folded.${name}`)}, candidate.value ->> ${sql.lit(`$.b.${name}`)})`,
};

/** Query for the warnings about lines before they are written, caused by existing rows. */
export function readWarnings(rules: readonly WarningRule[], text: string): CompiledQuery<WarnedRow> {
  return sql<WarnedRow>`select line, ids from (${warnedLines(rules, text, sql<SqlBool>`true`)})`.compile(
    rowsBuilder,
  );
}

/** A line found by `readWarnings()`; `ids` is JSON text. */
export interface WarnedRow {
  readonly line: number;
  readonly ids: string;
}

/**
 * Query that stores and returns the warnings of a chunk. It runs after the inserts, so lines of the same chunk can cause
 * warnings about each other.
 *
 * @param chunk SQL that is true for the row of `import_chunks` that the same batch wrote.
 */
export function rememberWarnings(
  rules: readonly WarningRule[],
  text: string,
  chunk: Expression<SqlBool>,
): CompiledQuery<{ warned: string }> {
  const hasEvent = sql<SqlBool>`exists (select 1 from audit_events where audit_events.id = candidate.value ->> '$.a')`;
  return sql<{ warned: string }>`update import_chunks set results = json_set(results, '$.warned',
      (select json_group_array(json_array(line, json(ids))) from (${warnedLines(rules, text, hasEvent)})))
    where ${chunk} returning results -> '$.warned' as warned`.compile(rowsBuilder);
}

/** SELECT of the new rows among a chunk's lines for which a rule gives a warning. */
function warnedLines(rules: readonly WarningRule[], text: string, condition: Expression<SqlBool>) {
  if (rules.length === 0) return sql`select null as line, null as ids where false`;
  const given = rules.map(
    ({ needs }) =>
      sql`(${sql.join(
        needs.map((name) => sql`${lineOfChunk.field(name)} is not null`),
        sql` and `,
      )})`,
  );
  const none = JSON.stringify(rules.map(() => []));
  return sql`select line, ids from (
      select candidate.value ->> '$.n' as line, ${warnedIds(rules, lineOfChunk)} as ids
      from json_each(${text}) as candidate
      where candidate.value ->> '$.v' is null and (${sql.join(given, sql` or `)}) and ${condition})
    where ids <> ${none}`;
}

/** The warnings of a chunk's lines that the caller may see. */
export function toLineWarnings(
  { collection, caller }: ImportRun,
  warned: readonly WarnedLine[],
): ReadonlyMap<number, { readonly warnings: readonly Warning[] }> {
  const rules = collection.hooks?.warnings ?? [];
  return new Map(
    warned.flatMap(([line, ids]) => {
      const warnings = toWarnings(rules, ids, caller);
      return warnings.length === 0 ? [] : [[line, { warnings }] as const];
    }),
  );
}
