import { type CompiledQuery, sql } from 'kysely';
import type { Access } from '../../http/collection/access.ts';
import { rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import type { Database } from '../../http/database.ts';
import { isRefusal, type Refusal } from '../../http/refusal.ts';

/** Rows of one page of what concerns a client. */
const SUBJECT_PAGE_ROWS = 200;

/** Query for the rows after an id, in the order of their ids, a page at most. */
export type PageQuery = (after: string) => CompiledQuery<StoredRow>;

/** Links between a client and those who depend on them. */
export function linksOf(clientId: string): PageQuery {
  return page('client_dependant_clients', (after) => sql`where client_id = ${clientId} and id > ${after}`);
}

/** Those who depend on a client. */
export function dependantsOf(clientId: string): PageQuery {
  return page(
    'client_dependants',
    (
      after,
    ) => sql`where id in (select dependant_id from client_dependant_clients where client_id = ${clientId})
      and id > ${after}`,
  );
}

/** Cases whose main client this is, and cases of others that name them. */
export function casesOf(clientId: string, furtherCaseIds: readonly string[]): PageQuery {
  return page(
    'cases',
    (after) => sql`where id in (select id from cases where client_id = ${clientId}
      union select value from json_each(${JSON.stringify(furtherCaseIds)})) and id > ${after}`,
  );
}

/** Tasks of the same cases. */
export function tasksOf(clientId: string, furtherCaseIds: readonly string[]): PageQuery {
  return page(
    'case_tasks',
    (after) => sql`where case_id in (select id from cases where client_id = ${clientId}
      union select value from json_each(${JSON.stringify(furtherCaseIds)})) and id > ${after}`,
  );
}

/** Documents about the client, and those of their own cases that are about nobody else. */
export function documentsOf(clientId: string): PageQuery {
  return page(
    'documents',
    (after) => sql`where id in (select id from documents where client_id = ${clientId}
      union select id from documents where client_id is null
        and case_id in (select id from cases where client_id = ${clientId})) and id > ${after}`,
  );
}

/** Contacts who are, by their e-mail address or their full name, the client. */
export function contactsLike({ email, firstName, lastName }: Readonly<Record<string, unknown>>): PageQuery {
  return page(
    'contact_individuals',
    (after) => sql`where id in (select id from contact_individuals where email = ${text(email)}
      union select id from contact_individuals where last_name = ${text(lastName)}
        and body ->> '$.firstName' = ${text(firstName)} collate nocase) and id > ${after}`,
  );
}

/** Audit events of rows. */
export function eventsOf(rowIds: readonly string[]): PageQuery {
  return page(
    'audit_events',
    (after) =>
      sql`where row_id in (select value from json_each(${JSON.stringify(rowIds)})) and id > ${after}`,
  );
}

function page(table: string, where: (after: string) => ReturnType<typeof sql>): PageQuery {
  return (after) =>
    sql<StoredRow>`select id, body from ${sql.table(table)} ${where(after)} order by id limit ${SUBJECT_PAGE_ROWS}`.compile(
      rowsBuilder,
    );
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Finds the cases that name a client besides their main one. */
export async function findFurtherCases(
  database: Database,
  access: Access,
  clientId: string,
): Promise<readonly string[] | Refusal> {
  const found = await runAllowed(database, access, [
    sql<{ id: string }>`select row_id as id from cases_client_ids where named_id = ${clientId}`.compile(
      rowsBuilder,
    ),
  ]);
  return isRefusal(found) ? found : found.rows[0].map(({ id }) => id);
}
