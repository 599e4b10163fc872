import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { documents } from '../../../schema/account/tables/documents.ts';
import { idsFrom } from '../../../schema/model/ids.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import { isFree } from './erase-run.ts';
import type { RetentionPolicies } from './retention-policies.ts';

/** Rows that one query examines, due or not. */
export const EXAMINED_ROWS_MAX = 500;

/** Where a run continues: after a row, in the order of its policy. */
export interface RetentionPlace {
  /** Index among the policies: those of documents first, then of cases, then of clients. */
  readonly policy: number;
  /** The value by which the policy's rows are ordered, and the id of the last one. */
  readonly value: string;
  readonly id: string;
}

/** The start of a run. */
export const BEGINNING: RetentionPlace = { policy: 0, value: '', id: '' };

/** An examined row. */
export interface ExaminedRow {
  readonly id: string;
  readonly value: string;
  /** Whether its retention period has ended. */
  readonly due: number;
  /** Whether a document that must be kept prevents its erasure; null when it is not due. */
  readonly held: number | null;
}

/** The rows that a policy examines. */
export interface DueRows {
  readonly collection: 'documents' | 'cases' | 'clients';
  readonly after: (place: RetentionPlace) => CompiledQuery<ExaminedRow>;
  /**
   * SQL that is true while a row is due and nothing keeps it. Checked again for each row, because seconds may pass
   * between reading a page and erasing its last row.
   */
  readonly isDue: (id: string) => Expression<SqlBool>;
}

/** For each policy its due rows, page by page, read from an index in the order of their age. */
export function dueRows(policies: RetentionPolicies, nowMs: number): readonly DueRows[] {
  const isKept = keepsItsCase(policies, nowMs);
  const limit = sql`limit ${EXAMINED_ROWS_MAX}`;
  const instantBefore = (keepMonths: number) => new Date(monthsBefore(nowMs, keepMonths)).toISOString();
  const ofDocuments = policies.documents.map(({ category, keepMonths }): DueRows => {
    // Ids start with their creation time, so rows older than a time are a range of the index.
    const before = idsFrom(documents.idPrefix, monthsBefore(nowMs, keepMonths));
    const isOver = sql`category = ${category} and id < ${before}`;
    return {
      collection: 'documents',
      after: ({ id }) =>
        sql<ExaminedRow>`select id, id as value, true as due, not ${isFree(nowMs)} as held from documents
          where ${isOver} and id > ${id} order by id ${limit}`.compile(rowsBuilder),
      isDue: (id) =>
        sql<SqlBool>`exists (select 1 from documents where id = ${id} and ${isOver} and ${isFree(nowMs)})`,
    };
  });
  const ofCases = policies.cases.map(({ type, keepMonths }): DueRows => {
    const before = instantBefore(keepMonths);
    const isOver = sql`status = 'closed' and type = ${type}`;
    const isHeld = sql`exists (select 1 from documents where case_id = cases.id and ${isKept})`;
    return {
      collection: 'cases',
      after: ({ value, id }) =>
        sql<ExaminedRow>`select id, closed_at as value, ${isOver} as due, case when ${isOver} then ${isHeld} end as held
          from (select id, closed_at, status, type from cases
            where closed_at < ${before} and (closed_at, id) > (${value}, ${id})
            order by closed_at, id ${limit}) as cases`.compile(rowsBuilder),
      isDue: (id) =>
        sql<SqlBool>`exists (select 1 from cases
          where id = ${id} and closed_at < ${before} and ${isOver} and not ${isHeld})`,
    };
  });
  const ofClients = policies.clients.map(({ status, keepMonths }): DueRows => {
    const before = instantBefore(keepMonths);
    const isOver = sql`(not exists (select 1 from cases where client_id = clients.id and cases.status <> 'closed')
      and not exists (select 1 from cases_client_ids as joint join cases on cases.id = joint.row_id
        where joint.named_id = clients.id and cases.status <> 'closed'))`;
    const isHeld = sql`exists (select 1 from documents
      where (client_id = clients.id or case_id in (select id from cases where client_id = clients.id)) and ${isKept})`;
    return {
      collection: 'clients',
      after: ({ value, id }) =>
        sql<ExaminedRow>`select id, updated_at as value, ${isOver} as due, case when ${isOver} then ${isHeld} end as held
          from (select id, updated_at from clients where status = ${status}
            and updated_at < ${before} and (updated_at, id) > (${value}, ${id})
            order by updated_at, id ${limit}) as clients`.compile(rowsBuilder),
      isDue: (id) =>
        sql<SqlBool>`exists (select 1 from clients
          where id = ${id} and status = ${status} and updated_at < ${before} and ${isOver} and not ${isHeld})`,
    };
  });
  return [...ofDocuments, ...ofCases, ...ofClients];
}

/** SQL that is true for a document that keeps its case and client: it must be kept, or its own policy keeps it longer. */
function keepsItsCase(policies: RetentionPolicies, nowMs: number): Expression<SqlBool> {
  const bounds = policies.documents.map(({ category, keepMonths }) => ({
    category,
    from: idsFrom(documents.idPrefix, monthsBefore(nowMs, keepMonths)),
  }));
  return sql<SqlBool>`(not ${isFree(nowMs)} or exists (select 1 from json_each(${JSON.stringify(bounds)}) as policy
    where documents.category = policy.value ->> '$.category' and documents.id >= policy.value ->> '$.from'))`;
}

/** The instant some calendar months earlier, on the last day of a shorter month. */
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
