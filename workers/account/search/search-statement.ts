import { type CompiledQuery, type Expression, sql } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import { permissionFor } from '../../../schema/model/permissions.ts';
import {
  parseSearchPath,
  searchColumns,
  searchPaths,
  searchWeights,
} from '../../../schema/search/search-fields.ts';
import { kindToken } from '../../../schema/search/search-index.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { hasPermission } from '../identity/grants.ts';
import { searchableTables } from './search-request.ts';
import {
  MATCHES_NOTHING,
  type SearchWords,
  toMatchExpression,
  toNameExpression,
  toWordExpressions,
  withoutPrefix,
} from './search-words.ts';

/** Maximum rows that are ranked, the newest ones. Bounds the cost of a word that occurs in every row. */
export const CANDIDATES_MAX = 1_000;

/**
 * Rows above which a word is common. bm25 counts all of them on each search, although a common word hardly distinguishes
 * the results; bm25 only weighs the other words.
 */
const COMMON_ROWS = 2_000;

/** Score of a match in the name of a row, independent of how many rows have the word. */
const NAME_SCORE = 1;

/** A row of the result. The first four columns are equal in all rows; the others are NULL when nothing was found. */
export interface FoundRow {
  /** JSON: id prefix → rows among the ranked ones. */
  readonly counts: string;
  readonly matched: number;
  /** Number of tables that are not fully indexed. */
  readonly backlog: number;
  readonly position: number | null;
  /** bm25 plus the additions: lower is better, and never above 0. */
  readonly score: number;
  readonly row_id: string;
  /** JSON array of the searched fields, in the order of `searchedFields()`. */
  readonly fields: string | null;
}

/** Start of a page: after the row with this score and position. */
export interface SearchPosition {
  readonly score: number;
  readonly position: number;
}

/**
 * The statement of a search. It checks the caller's permissions itself, so rows that the caller may not read are neither
 * found nor counted, in one round trip.
 */
export function searchStatement(
  subject: string,
  tables: readonly Table[],
  words: SearchWords,
  after: SearchPosition | undefined,
  limit: number,
): CompiledQuery<FoundRow> {
  const asked = tables.map((table) => ({
    prefix: table.idPrefix,
    token: `"${kindToken(table.idPrefix)}"`,
    permission: permissionFor(table, 'read'),
  }));
  const weights = sql.raw([0, ...searchColumns.map((column) => searchWeights[column])].join(', '));
  const isAfter =
    after === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(score > ${after.score} or (score = ${after.score} and position < ${after.position}))`;
  return sql<FoundRow>`with
    kinds as materialized (
      select asked.value ->> '$.prefix' as prefix, asked.value ->> '$.token' as token
      from json_each(${JSON.stringify(asked)}) as asked
      where ${hasPermission(subject, sql<string>`asked.value ->> '$.permission'`)}
    ),
    scope as materialized (
      select case count(*) when ${searchableTables.length} then '' when 0 then ${` AND ${MATCHES_NOTHING}`}
        else ' AND (' || group_concat(token, ' OR ') || ')' end as suffix from kinds
    ),
    words as materialized (
      select word.value as expression, ${hasCommonRows(sql`word.value`)} as is_common
      from json_each(${JSON.stringify(toWordExpressions(words))}) as word
    ),
    plan as materialized (${planSql(words)}),
    matches as materialized (
      select rowid as position from search_index where search_index match (select expression || suffix from plan, scope)
      order by rowid desc limit ${CANDIDATES_MAX + 1}
    ),
    weighed as materialized (
      select rowid as position, bm25(search_index, ${weights}) as score from search_index
      where rowid >= (select min(position) from matches) and search_index match coalesce(
        (select group_concat(expression, ' OR ') from words where not is_common), ${MATCHES_NOTHING})
    ),
    named as materialized (
      select rowid as position from search_index
      where rowid >= (select min(position) from matches) and search_index match (select in_name from plan)
    ),
    ranked as materialized (
      select found.position, coalesce(weighed.score, 0) - iif(named.position is null, 0, ${NAME_SCORE}) as score,
        row_id, substr(row_id, 1, instr(row_id, '-') - 1) as prefix
      from (select * from matches limit ${CANDIDATES_MAX}) as found
      join search_entries on search_entries.position = found.position
      left join weighed on weighed.position = found.position
      left join named on named.position = found.position
    )
    select
      (select json_group_object(prefix, number) from (select prefix, count(*) as number from ranked group by prefix)) as counts,
      (select count(*) from matches) as matched,
      (select count(*) from search_backlog) as backlog,
      page.position, page.score, page.row_id, ${fieldsSql()} as fields
    from (select 1) left join
      (select * from ranked where ${isAfter} order by score, position desc limit ${limit}) as page on true
    order by page.score, page.position desc`.compile(accountBuilder);
}

/**
 * SQL for the expressions of a search. When a single word is common among the rows that the caller may read, its exact
 * matches alone exceed the ranked rows, and prefix matches would rank after them. Searching only for the exact word then
 * spares FTS5 from merging all its continuations.
 */
function planSql(words: SearchWords) {
  const asWritten = withoutPrefix(words);
  const isOne = words.whole.length === 0 && words.prefix !== undefined;
  const isWhole = isOne
    ? hasCommonRows(sql`${toMatchExpression(asWritten)} || (select suffix from scope)`)
    : sql`false`;
  return sql`select iif(is_whole, ${toMatchExpression(asWritten)}, ${toMatchExpression(words)}) as expression,
      iif(is_whole, ${toNameExpression(asWritten)}, ${toNameExpression(words)}) as in_name
    from (select ${isWhole} as is_whole)`;
}

/** SQL that is true when an expression matches enough rows to make a word common. It stops counting there. */
function hasCommonRows(expression: Expression<unknown>) {
  return sql`(select count(*) from
    (select 1 from search_index where search_index match ${expression} limit ${COMMON_ROWS})) = ${COMMON_ROWS}`;
}

/** The searched fields of a table's body, each once. */
export function searchedFields(table: Table): readonly string[] {
  const fields = searchPaths(table.search ?? {}).map(({ path }) => parseSearchPath(path)?.field ?? path);
  return [...new Set(fields)];
}

/** SQL for the searched fields of a found row. Whole bodies may be large and are not needed. */
function fieldsSql() {
  const cases = searchableTables.map((table) => {
    const values = searchedFields(table).map((field) => `body -> '$.${field}'`);
    return `when '${table.idPrefix}' then (select json_array(${values.join(', ')}) from ${table.name} where id = page.row_id)`;
  });
  return sql.raw(`case page.prefix ${cases.join(' ')} end`);
}
