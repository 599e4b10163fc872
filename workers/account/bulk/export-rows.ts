import { type CompiledQuery, sql } from 'kysely';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { isId } from '../../../schema/model/ids.ts';
import { listStatement } from '../../../schema/model/list-statement.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import type { Access, Caller } from '../../http/collection/access.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { present } from '../../http/collection/present.ts';
import { type Fields, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { hiddenFields } from '../../http/collection/sensitive.ts';
import { type ListQuery, parseListQuery } from '../../http/lists/list-query.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { allowedQuery } from '../../http/request/allowed-query.ts';
import type { AccountBindings } from '../bindings.ts';
import { collectionOf } from '../collections/collections.ts';
import { attachment } from '../documents/content/content-disposition.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { type BoundedDatabase, boundDatabase, withRetries } from './bounded-database.ts';
import { toCell, toCsvLine } from './csv-writer.ts';
import { BULK_MEDIA_TYPES, type BulkFormat } from './import-request.ts';

/**
 * Maximum rows of a page. A page is one query, and D1 allows 1 000 per request, so pages are large enough for nearly
 * 4 GB of rows in total. They are small enough for several concurrent exports in a Worker's 128 MB: the text of a page
 * is briefly in memory twice, as D1's response and as rows.
 */
const PAGE_ROWS_MAX = 8_000;
const PAGE_LENGTH_MAX = 4_000_000;

/** Rows that are serialized at a time. */
const PIECE_ROWS = 500;

/** `rowId` of the audit event of an export, which covers every row that matches its filters. */
const ALL_ROWS = '*';

/** A row of a page, with its position from 1. */
type PageRow = StoredRow & { readonly sort_value: string | number | null; readonly place: number };

/** A running export. */
interface ExportRun {
  readonly table: Table;
  readonly format: BulkFormat;
  readonly asked: ListQuery;
  /** Id of the row to continue after. */
  readonly after: string | undefined;
  readonly context: ApiContext<AccountBindings>;
  readonly access: Access;
  readonly database: BoundedDatabase;
}

/**
 * `GET /v1/exports/{collection}?format=ndjson|csv` (default: as `Accept` prefers): every row that matches the filters, streamed page by page as the
 * client reads. Filters and sort are those of the list. Fields that the caller may not see are omitted.
 *
 * An export that cannot continue is aborted, so that the client cannot mistake a part for the whole. `after` continues
 * after the last received row, in order of creation.
 */
export async function exportRows(
  context: ApiContext<AccountBindings>,
  collection: string,
): Promise<Response | Refusal> {
  const table = accountTables.find((candidate) => candidate.collection === collection);
  if (table === undefined) return refuse({ kind: 'route_not_found' });
  const access = await authorizeVerb(context, table, 'read');
  if (isRefusal(access)) return access;
  const read = readQuery(context, table);
  if (isRefusal(read)) return read;
  const run: ExportRun = { ...read, table, context, access, database: boundDatabase(context.database) };
  const event = {
    ...{ action: 'export', collection, rowId: ALL_ROWS },
    requestId: toRequestId(context.traceparent),
  };
  const condition = context.request.method === 'HEAD' ? sql<boolean>`false` : access.condition;
  const audit = auditEntry(event, access.actor, condition, context.bindings.ACCOUNT_ID, context.nowMs);
  const first = await runAllowed(run.database, access, [audit.insert, pageQuery(run, undefined)]);
  if (isRefusal(first)) return first;
  const body = streamPages(run, first.rows[1], first.caller);
  return new Response(body, {
    headers: {
      'content-type': BULK_MEDIA_TYPES[run.format],
      'content-disposition': attachment(`${collection}.${run.format}`),
      'cache-control': 'no-store',
      vary: 'accept',
    },
  });
}

/** The format that `Accept` prefers: CSV where it has a higher weight than NDJSON and anything. */
function preferredFormat(headers: Headers): BulkFormat {
  const ranges = (headers.get('accept') ?? '').split(',').map((range) => {
    const [type = '', ...parameters] = range
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    return [type, q === undefined ? 1 : Number(q.slice(2))] as const;
  });
  const weightOf = (type: string) => ranges.find(([name]) => name === type)?.[1];
  const csv = weightOf(BULK_MEDIA_TYPES.csv) ?? weightOf('text/*') ?? 0;
  return csv > 0 && csv > (weightOf(BULK_MEDIA_TYPES.ndjson) ?? 0) ? 'csv' : 'ndjson';
}

/** List parameters that an export does not support: it has one page, and complete rows. */
const LIST_ONLY = ['limit', 'cursor', 'fields', 'count'];

function readQuery(
  { url, request }: ApiContext<AccountBindings>,
  table: Table,
): Pick<ExportRun, 'format' | 'asked' | 'after'> | Refusal {
  const parameters = new URLSearchParams(url.searchParams);
  const [formats, afters] = [parameters.getAll('format'), parameters.getAll('after')];
  parameters.delete('format');
  parameters.delete('after');
  const [format = preferredFormat(request.headers)] = formats;
  const [after] = afters;
  const errors = LIST_ONLY.filter((name) => parameters.has(name)).map((name) => ({
    pointer: `#/query/${name}`,
    detail: 'is not supported for an export',
  }));
  if (formats.length > 1 || (format !== 'ndjson' && format !== 'csv')) {
    errors.push({ pointer: '#/query/format', detail: 'must be ndjson or csv' });
  }
  if (afters.length > 1 || (after !== undefined && !isId(table.idPrefix, after)))
    errors.push({ pointer: '#/query/after', detail: `is not the id of one of the ${table.collection}` });
  const allowed = { ...allowedQuery(table, []), parameters: ['format', 'sort', 'after'] };
  const asked = parseListQuery(parameters, table);
  if (isRefusal(asked))
    return asked.error.kind === 'invalid_query' ? refuse({ ...asked.error, allowed }) : asked;
  if (after !== undefined && asked.sort.field !== 'createdAt')
    errors.push({ pointer: '#/query/after', detail: 'can only be used with the order of creation' });
  if (errors.length === 0) return { format: format as BulkFormat, asked, after };
  return refuse({ kind: 'invalid_query', errors, allowed });
}

/**
 * One page, cut off where it would become too large. The caller's permission is a condition of the query, so checking it
 * costs no extra query; an empty page means either the end or that the permission was lost.
 */
function pageQuery(run: ExportRun, last: PageRow | undefined): CompiledQuery<PageRow> {
  const { table, asked, access } = run;
  const first = run.after === undefined ? undefined : { value: null, id: run.after };
  const after = last === undefined ? first : { value: last.sort_value, id: last.id };
  const list = listStatement(table, { ...asked, after, limit: PAGE_ROWS_MAX });
  return sql<PageRow>`select id, body, sort_value, place from (
      select id, body, sort_value, row_number() over () as place,
        sum(length(body)) over (rows between unbounded preceding and current row) - length(body) as length_before
      from (${inline(list.sql, list.parameters)}))
    where length_before < ${PAGE_LENGTH_MAX} and ${access.condition}`.compile(rowsBuilder);
}

/** SQL with numbered parameters, embedded in a larger statement. */
function inline(text: string, parameters: readonly (string | number)[]) {
  const parts = text.split(/\?(\d+)/);
  return sql.join(
    parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${parameters[Number(part) - 1]}`)),
    sql``,
  );
}

function streamPages(
  run: ExportRun,
  firstPage: readonly PageRow[],
  caller: Caller,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const columns = columnsOf(run.table, caller);
  let page = firstPage;
  let from = 0;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (run.format === 'csv') controller.enqueue(encoder.encode(toCsvLine(columns)));
    },
    async pull(controller) {
      try {
        if (from >= page.length) {
          const next = page.length === 0 ? [] : await nextPage(run, page);
          if (next.length === 0) {
            controller.close();
            return;
          }
          [page, from] = [next, 0];
        }
        const rows = page.slice(from, from + PIECE_ROWS);
        from += rows.length;
        const text = rows.map((row) => toLine(show(run, row, caller), run.format, columns)).join('');
        controller.enqueue(encoder.encode(text));
      } catch (error) {
        const { traceparent } = run.context;
        logFailure(error, { method: 'GET', route: '/v1/exports/:collection', traceparent });
        controller.error(new Error('The export was aborted.'));
      }
    },
  });
}

/** @throws When the export cannot continue; the client then sees that the response is incomplete. */
async function nextPage(run: ExportRun, page: readonly PageRow[]): Promise<readonly PageRow[]> {
  if (page.some(({ place }, index) => place !== index + 1))
    throw new Error('the rows of a page are out of order');
  if (run.database.left() < 2) throw new Error('the export needs more queries than D1 allows per request');
  const found = await withRetries(() => run.database.batch([pageQuery(run, page.at(-1))]));
  if (isRefusal(found)) throw new Error(`the export cannot continue: ${found.error.kind}`);
  if (found[0].length > 0) return found[0];
  const allowed = await withRetries(() => runAllowed(run.database, run.access, []));
  if (isRefusal(allowed)) throw new Error(`the export cannot continue: ${allowed.error.kind}`);
  return [];
}

function show({ table, context }: ExportRun, row: PageRow, caller: Caller): Fields {
  return present(row, collectionOf(table), context.bindings, caller);
}

function toLine(row: Fields, format: BulkFormat, columns: readonly string[]): string {
  if (format === 'ndjson') return `${JSON.stringify(row)}\n`;
  return toCsvLine(columns.map((name) => toCell(row[name])));
}

/** Columns of a CSV: common fields, the body's fields and server fields, except those that the caller may not see. */
function columnsOf(table: Table, caller: Caller): readonly string[] {
  const hidden = hiddenFields(table, caller);
  const fields = [...Object.keys(table.body.entries), ...Object.keys(table.serverFields)];
  const tracking = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];
  return [...tracking, ...fields.filter((name) => !hidden.includes(name))];
}
