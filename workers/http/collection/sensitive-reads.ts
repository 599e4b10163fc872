import { CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { Statement } from '../../../schema/model/list-statement.ts';
import type { ApiContext } from '../api/api-context.ts';
import { repeatable } from '../database/database.ts';
import { parseIfNoneMatch } from '../request/etag.ts';
import type { Access } from './access.ts';
import { auditEntry, toRequestId } from './audit.ts';
import type { CollectionOptions } from './collection-options.ts';
import { sensitivePermission } from './sensitive.ts';

/** The `rowId` of an event about several rows; `rowIds` lists them. */
const SEVERAL_ROWS = '*';

/**
 * Queries that record that the caller was shown the sensitive fields of a row, in the round trip that reads it. There is
 * no event if the row has no such values, if the caller may not see them, or if nothing is shown (HEAD, 304).
 */
export function recordRowRead<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  access: Access,
  id: string,
): readonly CompiledQuery[] {
  const { table } = options;
  if (!isShown(options, context, table.sensitive)) return [];
  const known = parseIfNoneMatch(context.request.headers);
  if (known === '*') return [];
  const isNew = sql<SqlBool>`'"' || version || '"' not in (select value from json_each(${JSON.stringify(known)}))`;
  const exists = sql<SqlBool>`exists (select 1 from ${sql.table(table.name)}
    where id = ${id} and ${hasValue(table.sensitive)} and ${isNew})`;
  return [repeatable(readEvent(options, context, access, id, exists).insert)];
}

/**
 * The same for the response to a change, which shows the whole row.
 *
 * @param condition SQL condition that the row is shown. It runs after the change.
 */
export function recordRowShown<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  access: Access,
  id: string,
  condition: Expression<SqlBool>,
): readonly CompiledQuery[] {
  const { table } = options;
  if (!isShown(options, context, table.sensitive)) return [];
  const exists = sql<SqlBool>`${condition} and exists (select 1 from ${sql.table(table.name)}
    where id = ${id} and ${hasValue(table.sensitive)})`;
  return [readEvent(options, context, access, id, exists).insert];
}

/**
 * The same for the stored response to a create that is repeated.
 *
 * @param stored SELECT of the stored response as `response_body`; no row if none is repeated.
 */
export function recordReplay<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  access: Access,
  stored: Expression<unknown>,
): readonly CompiledQuery[] {
  const { table } = options;
  if (!isShown(options, context, table.sensitive)) return [];
  const shown = sql`(select response_body as body from ${stored})`;
  const exists = sql<SqlBool>`exists (select 1 from ${shown} where ${hasValue(table.sensitive)})`;
  const rowId = sql<string>`(select body ->> '$.id' from ${shown})`;
  return [readEvent(options, context, access, '', exists, { rowId }).insert];
}

/**
 * The same for a page of a list: one event, whose `rowIds` are the rows with values in sensitive fields.
 *
 * @param page Statement that reads the page.
 * @param shown Fields that the caller requested; undefined for all.
 * @param needed Permissions required to see the rows, in addition to the one that `access` checks. Default none.
 */
export function recordPageRead<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  access: Access,
  page: Statement,
  shown: readonly string[] | undefined,
  needed: readonly string[] = [],
): readonly CompiledQuery[] {
  const fields = options.table.sensitive.filter((field) => shown?.includes(field) ?? true);
  if (!isShown(options, context, fields)) return [];
  const held = sql.join([sql`true`, ...needed.map(access.holds)], sql` and `);
  const exists = sql<SqlBool>`${held} and exists (select 1 from page where ${hasValue(fields)})`;
  const rowIds = sql<string>`(select json_group_array(id) from page where ${hasValue(fields)})`;
  const { insert } = readEvent(options, context, access, SEVERAL_ROWS, exists, { rowIds });
  // The page comes first: its parameters are numbered from 1, and SQLite continues the numbering after them.
  const parameters = [...page.parameters, ...insert.parameters];
  return [repeatable(CompiledQuery.raw(`with page as materialized (${page.sql}) ${insert.sql}`, parameters))];
}

function isShown<Bindings>(
  { table }: CollectionOptions<Bindings>,
  { request }: ApiContext<Bindings>,
  fields: readonly string[],
): boolean {
  return table.sensitive.length > 0 && fields.length > 0 && request.method !== 'HEAD';
}

function readEvent<Bindings>(
  { table, accountId }: CollectionOptions<Bindings>,
  { bindings, nowMs, traceparent }: ApiContext<Bindings>,
  access: Access,
  rowId: string,
  exists: Expression<SqlBool>,
  about?: Parameters<typeof auditEntry>[5],
) {
  const event = {
    action: 'read',
    collection: table.collection,
    rowId,
    requestId: toRequestId(traceparent),
  };
  // Recorded once even if the read is repeated: D1 may be interrupted after the commit.
  const condition = (written: Expression<SqlBool>) =>
    sql<SqlBool>`${access.condition} and ${access.holds(sensitivePermission(table))} and not ${written} and ${exists}`;
  return auditEntry(event, access.actor, condition, accountId(bindings), nowMs, about);
}

/** SQL that is true for a row with a value in one of the fields. */
function hasValue(fields: readonly string[]): Expression<SqlBool> {
  const values = fields.map((field) => sql`body ->> ${sql.lit(`$.${field}`)}`);
  return sql<SqlBool>`coalesce(${sql.join([...values, sql`null`])}) is not null`;
}
