import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { documents } from '../../../schema/account/tables/documents.ts';
import { idsFrom } from '../../../schema/model/ids.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import { isFree } from './erase-run.ts';
import type { RetentionPolicies } from './retention-policies.ts';

/** Rows that one query looks at, due or not. */
export const LOOKED_AT_MAX = 500;

/** Where a run goes on: behind a row, in the order of its policy. */
export interface RetentionPlace {
  /** Index among the policies: those of documents first, then of cases, then of clients. */
  readonly policy: number;
  /** What the rows of the policy are looked at in the order of, and the id of the last one. */
  readonly value: string;
  readonly id: string;
}

/** Where a run begins. */
export const BEGINNING: RetentionPlace = { policy: 0, value: '', id: '' };

/** A row that was looked at. */
export interface LookedAtRow {
  readonly id: string;
  readonly value: string;
  /** Whether its time is over. */
  readonly due: number;
  /** Whether a document that must be kept holds it back; null where it is not due. */
  readonly held: number | null;
}

/** A policy as the rows it looks at. */
export interface DueRows {
  readonly collection: 'documents' | 'cases' | 'clients';
  readonly after: (place: RetentionPlace) => CompiledQuery<LookedAtRow>;
  /**
   * Holds in SQL while the time of a row is over and nothing keeps it. Some seconds may go by between a look at a page
   * and the last of its rows.
   */
  readonly isDue: (id: string) => Expression<SqlBool>;
}

/** For each policy the rows whose time is over, a page at a time, each read by an index in the order of its time. */
export function dueRows(policies: RetentionPolicies, nowMs: number): readonly DueRows[] {
  const isKept = keepsItsCase(policies, nowMs);
  const limit = sql`limit ${LOOKED_AT_MAX}`;
  const instantBefore = (keepMonths: number) => new Date(monthsBefore(nowMs, keepMonths)).toISOString();
  const ofDocuments = policies.documents.map(({ category, keepMonths }): DueRows => {
    // Ids begin with their time of birth, so those before a time are a range of the index.
    const before = idsFrom(documents.idPrefix, monthsBefore(nowMs, keepMonths));
    const isOver = sql`category = ${category} and id < ${before}`;
    return {
      collection: 'documents',
      after: ({ id }) =>
        sql<LookedAtRow>`select id, id as value, true as due, not ${isFree(nowMs)} as held from documents
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
        sql<LookedAtRow>`select id, closed_at as value, ${isOver} as due, case when ${isOver} then ${isHeld} end as held
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
        sql<LookedAtRow>`select id, updated_at as value, ${isOver} as due, case when ${isOver} then ${isHeld} end as held
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

/** Holds in SQL for a document that keeps its case and its client: it may not go, or a policy of its own keeps it longer. */
function keepsItsCase(policies: RetentionPolicies, nowMs: number): Expression<SqlBool> {
  const bounds = policies.documents.map(({ category, keepMonths }) => ({
    category,
    from: idsFrom(documents.idPrefix, monthsBefore(nowMs, keepMonths)),
  }));
  return sql<SqlBool>`(not ${isFree(nowMs)} or exists (select 1 from json_each(${JSON.stringify(bounds)}) as policy
    where documents.category = policy.value ->> '$.category' and documents.id >= policy.value ->> '$.from'))`;
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
