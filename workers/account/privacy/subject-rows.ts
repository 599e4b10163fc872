import { type CompiledQuery, sql } from 'kysely';
import { rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';

/** Maximum rows of one page about a client. */
const SUBJECT_PAGE_ROWS = 200;

/** Query for the rows after an id, in the order of their ids, at most a page. */
export type PageQuery = (after: string) => CompiledQuery<StoredRow>;

/** Links between a client and their dependants. */
export function linksOf(clientId: string): PageQuery {
  return page('client_dependant_clients', linkIds(clientId));
}

/** Dependants of a client. */
export function dependantPages(clientId: string): PageQuery {
  return page('client_dependants', dependantIds(clientId));
}

/** Cases with this main client, and cases of others that include them. */
export function casesOf(clientId: string): PageQuery {
  return page('cases', caseIds(clientId));
}

/** Tasks of these cases. */
export function tasksOf(clientId: string): PageQuery {
  return page('case_tasks', taskIds(clientId));
}

/** Documents about the client, and documents without a client in the client's own cases. */
export function documentsOf(clientId: string): PageQuery {
  return page('documents', documentIds(clientId));
}

/** Contacts with the client's e-mail address or full name. */
export function contactsLike(clientId: string): PageQuery {
  return page('contact_individuals', similarContactIds(clientId));
}

/** Audit events of all these rows. */
export function eventsOf(clientId: string): PageQuery {
  // D1 allows five terms in a compound SELECT.
  const people = sql`select ${clientId} as id union ${linkIds(clientId)} union ${dependantIds(clientId)}`;
  const work = sql`select id from (${caseIds(clientId)}) union select id from (${taskIds(clientId)})
    union select id from (${documentIds(clientId)})`;
  const all = sql`select id from (${people}) union select id from (${work})
    union select id from (${similarContactIds(clientId)})`;
  return page('audit_events', sql`select id from audit_events where row_id in (${all})`);
}

/** SELECT of the ids of a client's documents. */
export function documentIds(clientId: string) {
  return sql`select id from documents where client_id = ${clientId}
    union select id from documents where client_id is null
      and case_id in (select id from cases where client_id = ${clientId})`;
}

/** SELECT of the ids of contacts with the client's e-mail address or full name, however it is typed. */
export function similarContactIds(clientId: string) {
  return sql`select contact.id from clients join contact_individuals as contact on contact.email = clients.email
      where clients.id = ${clientId}
    union select contact.id from clients join contact_individuals as contact on contact.last_name = clients.last_name
      where clients.id = ${clientId} and clients.first_name <> '' and contact.first_name = clients.first_name`;
}

function linkIds(clientId: string) {
  return sql`select id from client_dependant_clients where client_id = ${clientId}`;
}

function dependantIds(clientId: string) {
  return sql`select dependant_id as id from client_dependant_clients where client_id = ${clientId}`;
}

function caseIds(clientId: string) {
  return sql`select id from cases where client_id = ${clientId}
    union select row_id as id from cases_client_ids where named_id = ${clientId}`;
}

function taskIds(clientId: string) {
  return sql`select id from case_tasks where case_id in (${caseIds(clientId)})`;
}

function page(table: string, ids: ReturnType<typeof sql>): PageQuery {
  return (after) =>
    sql<StoredRow>`select id, body from ${sql.table(table)} where id in (select id from (${ids})) and id > ${after}
      order by id limit ${SUBJECT_PAGE_ROWS}`.compile(rowsBuilder);
}
