import { type CompiledQuery, sql } from 'kysely';
import type { Table } from '../../../schema/define-table.ts';
import { permissionFor } from '../../../schema/permissions.ts';
import {
  parseSearchPath,
  searchColumns,
  searchPaths,
  searchWeights,
} from '../../../schema/search/search-fields.ts';
import { kindToken } from '../../../schema/search/search-index.ts';
import { accountBuilder, hasPermission } from '../standing.ts';
import { searchableTables } from './search-request.ts';
import { MATCHES_NOTHING, type SearchWords, toMatchExpression } from './search-words.ts';

/** Rows that are ranked at most; of more matches the newest rows are. Keeps the cost of a word that all rows have bounded. */
export const CANDIDATES_MAX = 1_000;

/** A row of the answer. The first four say the same in each; the others are NULL when nothing was found. */
export interface FoundRow {
  /** JSON: id prefix → rows among the ranked ones. */
  readonly counts: string;
  readonly matched: number;
  /** Tables that are not wholly indexed. */
  readonly backlog: number;
  readonly position: number | null;
  /** bm25: the better the match, the lower, and never above 0. */
  readonly score: number;
  readonly row_id: string;
  /** JSON array of the fields that are searched, in the order of `searchedFields()`. */
  readonly fields: string | null;
}

/** Where a page begins: after the row with this score and position. */
export interface SearchPosition {
  readonly score: number;
  readonly position: number;
}

/**
 * The one statement of a search. It asks for the caller's rights itself, so that rows they may not read neither show nor
 * count, and one round trip does.
 */
export function searchStatement(
  subject: string,
  tables: readonly Table[],
  words: SearchWords,
  after: SearchPosition | undefined,
  limit: number,
): CompiledQuery<FoundRow> {
  const match = toMatchExpression(words);
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
    matches as materialized (
      select rowid as position, bm25(search_index, ${weights}) as score from search_index
      where search_index match (select case count(*)
        when ${searchableTables.length} then ${match}
        when 0 then ${MATCHES_NOTHING}
        else ${match} || ' AND (' || group_concat(token, ' OR ') || ')' end from kinds)
      order by rowid desc limit ${CANDIDATES_MAX + 1}
    ),
    ranked as materialized (
      select matches.position, score, row_id, substr(row_id, 1, instr(row_id, '-') - 1) as prefix
      from (select * from matches limit ${CANDIDATES_MAX}) as matches
      join search_entries on search_entries.position = matches.position
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

/** The fields of a table's body that are searched, each once. */
export function searchedFields(table: Table): readonly string[] {
  const fields = searchPaths(table.search ?? {}).map(({ path }) => parseSearchPath(path)?.field ?? path);
  return [...new Set(fields)];
}

/** SQL for the searched fields of a found row: whole bodies may be large, and none is needed. */
function fieldsSql() {
  const cases = searchableTables.map((table) => {
    const values = searchedFields(table).map((field) => `body -> '$.${field}'`);
    return `when '${table.idPrefix}' then (select json_array(${values.join(', ')}) from ${table.name} where id = page.row_id)`;
  });
  return sql.raw(`case page.prefix ${cases.join(' ')} end`);
}
