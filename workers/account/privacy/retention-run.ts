import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { documents } from '../../../schema/account/tables/documents.ts';
import { idsFrom } from '../../../schema/ids.ts';
import { readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/refusal.ts';
import { eraseClient } from './erase-client.ts';
import { type EraseRun, eraseRows, isFree, removeErasedBytes } from './erase-run.ts';
import { beginErasure } from './erasure-routes.ts';
import type { RetentionPolicies } from './retention-policies.ts';

/** Rows that one run finds due at most, for each policy. */
const DUE_ROWS_MAX = 200;

/** Queries that erasing one more row may take. */
const ROW_QUERIES_MAX = 60;

/** A row whose time is over. */
export interface DueRow {
  readonly collection: 'documents' | 'cases' | 'clients';
  readonly id: string;
  /** Whether a document that must be kept holds it back. */
  readonly held: boolean;
}

type DueQueryRow = StoredRow & { readonly held: number };

/** What a run came to. */
export interface RetentionOutcome {
  readonly due: readonly DueRow[];
  readonly erased: readonly DueRow[];
  /** Whether there is more than this run has looked at or had time for. */
  readonly more: boolean;
}

/** Finds the rows that no policy keeps any longer, and erases them unless it is a dry run. */
export async function runRetention(
  run: EraseRun,
  policies: RetentionPolicies,
  dryRun: boolean,
  mayGoOn: () => boolean = () => true,
): Promise<RetentionOutcome | Refusal> {
  const due: DueRow[] = [];
  const erased: DueRow[] = [];
  let more = false;
  for (const { collection, query } of dueQueries(policies, run.nowMs)) {
    const found = await runAllowed(run.database, run.access, [query]);
    if (isRefusal(found)) return found;
    const [rows] = found.rows;
    // What is held back stays in the list for as long as it is held: only what is free can be "more".
    more ||= rows.length === DUE_ROWS_MAX && rows.some(({ held }) => held === 0);
    for (const row of rows) {
      const dueRow: DueRow = { collection, id: row.id, held: row.held === 1 };
      due.push(dueRow);
      if (dryRun || dueRow.held) continue;
      if (!mayGoOn() || run.database.left() < ROW_QUERIES_MAX) {
        more = true;
        continue;
      }
      const gone = await eraseDue(run, dueRow, row);
      if (isRefusal(gone)) return gone;
      if (gone) erased.push(dueRow);
    }
  }
  const bytes = dryRun ? true : await removeErasedBytes(run, mayGoOn);
  if (isRefusal(bytes)) return bytes;
  return { due, erased, more: more || !bytes };
}

interface DueQuery {
  readonly collection: DueRow['collection'];
  readonly query: CompiledQuery<DueQueryRow>;
}

function dueQueries(policies: RetentionPolicies, nowMs: number): readonly DueQuery[] {
  const isKept = keepsItsCase(policies, nowMs);
  const limit = sql`limit ${DUE_ROWS_MAX}`;
  const ofDocuments = policies.documents.map(({ category, keepMonths }): DueQuery => {
    // Ids begin with their time of birth, so those before a time are a range of the index.
    const before = idsFrom(documents.idPrefix, monthsBefore(nowMs, keepMonths));
    const query = sql<DueQueryRow>`select id, body, not ${isFree(nowMs)} as held from documents
      where category = ${category} and id < ${before} order by held, id ${limit}`;
    return { collection: 'documents', query: query.compile(rowsBuilder) };
  });
  const ofCases = policies.cases.map(({ type, keepMonths }): DueQuery => {
    const before = new Date(monthsBefore(nowMs, keepMonths)).toISOString();
    const query = sql<DueQueryRow>`select id, body, exists (select 1 from documents
        where case_id = cases.id and ${isKept}) as held from cases
      where closed_at < ${before} and status = 'closed' and +type = ${type} order by held, closed_at, id ${limit}`;
    return { collection: 'cases', query: query.compile(rowsBuilder) };
  });
  const ofClients = policies.clients.map(({ status, keepMonths }): DueQuery => {
    const before = new Date(monthsBefore(nowMs, keepMonths)).toISOString();
    const query = sql<DueQueryRow>`select id, body, exists (select 1 from documents
        where (client_id = clients.id or case_id in (select id from cases where client_id = clients.id))
          and ${isKept}) as held from clients
      where status = ${status} and updated_at < ${before}
        and not exists (select 1 from cases where cases.client_id = clients.id and cases.status <> 'closed')
      order by held, updated_at, id ${limit}`;
    return { collection: 'clients', query: query.compile(rowsBuilder) };
  });
  return [...ofDocuments, ...ofCases, ...ofClients];
}

/** Holds in SQL for a document that keeps its case and its client: it may not go, or a policy of its own keeps it longer. */
function keepsItsCase(policies: RetentionPolicies, nowMs: number): Expression<SqlBool> {
  const bounds = policies.documents.map(({ category, keepMonths }) => ({
    category,
    from: idsFrom(documents.idPrefix, monthsBefore(nowMs, keepMonths)),
  }));
  return sql<SqlBool>`(not ${isFree(nowMs)} or exists (select 1 from json_each(${JSON.stringify(bounds)}) as policy
    where documents.category = policy.value ->> '$.category' and documents.id >= policy.value ->> '$.from'))`;
}

/** @returns Whether the row went; it stays when something began to keep it meanwhile. */
async function eraseDue(run: EraseRun, { collection }: DueRow, row: StoredRow): Promise<boolean | Refusal> {
  switch (collection) {
    case 'documents':
      return toBoolean(await eraseRows(run, documents, [row]));
    case 'cases':
      return await eraseCase(run, row);
    case 'clients':
      return await eraseDueClient(run, row);
  }
}

async function eraseCase(run: EraseRun, row: StoredRow): Promise<boolean | Refusal> {
  for (const table of [documents, caseTasks]) {
    for (;;) {
      const found = await runAllowed(run.database, run.access, [
        sql<StoredRow>`select id, body from ${sql.table(table.name)} where case_id = ${row.id}
          limit ${DUE_ROWS_MAX}`.compile(rowsBuilder),
      ]);
      if (isRefusal(found)) return found;
      const [rows] = found.rows;
      if (rows.length === 0) break;
      const erased = await eraseRows(run, table, rows);
      if (isRefusal(erased)) return erased;
      if (erased === 0) return false;
    }
  }
  return toBoolean(await eraseRows(run, cases, [row]));
}

async function eraseDueClient(run: EraseRun, row: StoredRow): Promise<boolean | Refusal> {
  const begun = await beginErasure(run, readRow(row), 'The time of retention is over.', []);
  if (isRefusal(begun)) return begun;
  if (begun === undefined) return false;
  return await eraseClient({ ...run, erasureId: begun }, row.id);
}

/**
 * Goes on with erasures that were cut off.
 *
 * @returns How many are done now, and whether some are left.
 */
export async function resumeErasures(
  run: EraseRun,
  mayGoOn: () => boolean,
): Promise<{ readonly done: number; readonly left: boolean } | Refusal> {
  const found = await runAllowed(run.database, run.access, [
    sql<{ id: string; client_id: string }>`select id, client_id from erasures
      where status = 'running' order by id limit 20`.compile(rowsBuilder),
  ]);
  if (isRefusal(found)) return found;
  let done = 0;
  for (const { id, client_id } of found.rows[0]) {
    if (!mayGoOn() || run.database.left() < ROW_QUERIES_MAX) return { done, left: true };
    const finished = await eraseClient({ ...run, erasureId: id }, client_id, mayGoOn);
    if (isRefusal(finished)) return finished;
    if (finished) done += 1;
  }
  return { done, left: false };
}

function toBoolean(erased: number | Refusal): boolean | Refusal {
  return isRefusal(erased) ? erased : erased > 0;
}

/** The instant some calendar months before another, at the last day of a shorter month. */
function monthsBefore(nowMs: number, months: number): number {
  const now = new Date(nowMs);
  const day = now.getUTCDate();
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const days = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, days));
  return Math.max(0, then.getTime());
}
