import { type Expression, type SqlBool, sql } from 'kysely';
import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { documents } from '../../../schema/account/tables/documents.ts';
import { readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { eraseClient } from './erase-client.ts';
import { ERASE_ROWS_MAX, type EraseRun, eraseRows, removeErasedBytes } from './erase-run.ts';
import { beginErasure } from './erasure-routes.ts';
import { type DueRows, dueRows, EXAMINED_ROWS_MAX, type RetentionPlace } from './retention-due.ts';
import type { RetentionPolicies } from './retention-policies.ts';

/** Maximum rows that one run reports. */
const DUE_ROWS_MAX = 1_000;

/** Maximum queries for erasing one more row. */
const ROW_QUERIES_MAX = 60;

/** A row whose retention period has ended. */
export interface DueRow {
  readonly collection: 'documents' | 'cases' | 'clients';
  readonly id: string;
  /** Whether a document that must be kept prevents its erasure. */
  readonly held: boolean;
}

/** The options of a run. */
export interface RetentionOrder {
  readonly policies: RetentionPolicies;
  readonly dryRun: boolean;
  readonly from: RetentionPlace;
  /** Whether there is time for more. Default: always. */
  readonly mayContinue?: () => boolean;
}

/** The result of a run. */
export interface RetentionOutcome {
  readonly due: readonly DueRow[];
  readonly erased: readonly DueRow[];
  /** Where to continue, when the run reached its row limit or ran out of time. */
  readonly next: RetentionPlace | undefined;
  /** Whether bytes of erased documents may still be in the bucket. */
  readonly bytesLeft: boolean;
}

/**
 * Finds the rows whose retention period has ended, and erases them unless it is a dry run. Rows that must be kept are
 * skipped, so consecutive runs reach the end however many such rows there are.
 */
export async function runRetention(
  run: EraseRun,
  { policies, dryRun, from, mayContinue = () => true }: RetentionOrder,
): Promise<RetentionOutcome | Refusal> {
  const due: DueRow[] = [];
  const erased: DueRow[] = [];
  const goesOn = () => mayContinue() && due.length < DUE_ROWS_MAX && run.database.left() > ROW_QUERIES_MAX;
  let place = from;
  const all = dueRows(policies, run.nowMs);
  while (place.policy < all.length) {
    const rows = all[place.policy];
    if (rows === undefined || !goesOn()) break;
    const found = await runAllowed(run.database, run.access, [rows.after(place)]);
    if (isRefusal(found)) return found;
    const [page] = found.rows;
    for (const row of page) {
      if (row.due === 1) {
        if (!goesOn()) return { due, erased, next: place, bytesLeft: true };
        const dueRow: DueRow = { collection: rows.collection, id: row.id, held: row.held === 1 };
        const gone = dryRun || dueRow.held ? false : await eraseDue(run, rows, row.id);
        if (isRefusal(gone)) return gone;
        due.push(dueRow);
        if (gone) erased.push(dueRow);
      }
      place = { policy: place.policy, value: row.value, id: row.id };
    }
    if (page.length < EXAMINED_ROWS_MAX) place = { policy: place.policy + 1, value: '', id: '' };
  }
  const isEnd = place.policy >= all.length;
  const bytes = dryRun ? true : await removeErasedBytes(run, mayContinue);
  if (isRefusal(bytes)) return bytes;
  return { due, erased, next: isEnd ? undefined : place, bytesLeft: !bytes };
}

/** @returns Whether the row was erased; it stays when something has begun to keep it. */
async function eraseDue(
  run: EraseRun,
  { collection, isDue }: DueRows,
  id: string,
): Promise<boolean | Refusal> {
  const table = { documents, cases, clients }[collection];
  const condition = isDue(id);
  const found = await runAllowed(run.database, run.access, [
    sql<StoredRow>`select id, body from ${sql.table(table.name)} where id = ${id} and ${condition}`.compile(
      rowsBuilder,
    ),
  ]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  if (row === undefined) return false; // It was erased with its case or client, or has been reopened.
  switch (collection) {
    case 'documents':
      return toBoolean(await eraseRows(run, documents, [row], condition));
    case 'cases':
      return await eraseCase(run, row, condition);
    case 'clients':
      return await eraseDueClient(run, row, condition);
  }
}

/** @param condition SQL that is true while the case is due: it may be reopened before everything in it is erased. */
async function eraseCase(
  run: EraseRun,
  row: StoredRow,
  condition: Expression<SqlBool>,
): Promise<boolean | Refusal> {
  for (const table of [documents, caseTasks]) {
    for (;;) {
      const found = await runAllowed(run.database, run.access, [
        sql<StoredRow>`select id, body from ${sql.table(table.name)} where case_id = ${row.id}
          limit ${ERASE_ROWS_MAX}`.compile(rowsBuilder),
      ]);
      if (isRefusal(found)) return found;
      const [rows] = found.rows;
      if (rows.length === 0) break;
      const erased = await eraseRows(run, table, rows, condition);
      if (isRefusal(erased)) return erased;
      if (erased === 0) return false;
    }
  }
  return toBoolean(await eraseRows(run, cases, [row], condition));
}

async function eraseDueClient(
  run: EraseRun,
  row: StoredRow,
  condition: Expression<SqlBool>,
): Promise<boolean | Refusal> {
  const reason = 'The retention period has ended.';
  const begun = await beginErasure(run, readRow(row), reason, [], condition);
  if (isRefusal(begun)) return begun;
  if (begun === undefined) return false;
  return await eraseClient({ ...run, erasureId: begun }, row.id);
}

/**
 * Continues interrupted erasures.
 *
 * @returns The number that were completed, and whether some are left.
 */
export async function resumeErasures(
  run: EraseRun,
  mayContinue: () => boolean,
): Promise<{ readonly done: number; readonly left: boolean } | Refusal> {
  const found = await runAllowed(run.database, run.access, [
    sql<{ id: string; client_id: string }>`select id, client_id from erasures
      where status = 'running' order by id limit 20`.compile(rowsBuilder),
  ]);
  if (isRefusal(found)) return found;
  let done = 0;
  for (const { id, client_id } of found.rows[0]) {
    if (!mayContinue() || run.database.left() < ROW_QUERIES_MAX) return { done, left: true };
    const finished = await eraseClient({ ...run, erasureId: id }, client_id, mayContinue);
    if (isRefusal(finished)) return finished;
    if (finished) done += 1;
  }
  return { done, left: false };
}

function toBoolean(erased: number | Refusal): boolean | Refusal {
  return isRefusal(erased) ? erased : erased > 0;
}
