import { type Expression, type SqlBool, sql } from 'kysely';
import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { clientDependantClients } from '../../../schema/account/tables/client-dependant-clients.ts';
import { clientDependants } from '../../../schema/account/tables/client-dependants.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { documents } from '../../../schema/account/tables/documents.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import {
  type Fields,
  readRow,
  rowsBuilder,
  type StoredRow,
  withoutTracking,
} from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { onlyFields } from '../../http/collection/sensitive.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import {
  depersonalizeRows,
  ERASE_ROWS_MAX,
  type EraseRun,
  eraseRows,
  isFree,
  removeErasedBytes,
} from './erase-run.ts';
import { wordsOf } from './person-words.ts';

/** Rounds in which an erasure looks for rows that were added meanwhile. */
const ROUNDS_MAX = 5;

/** Maximum queries of one more step. */
const STEP_QUERIES_MAX = 40;

/** Rows of a table by a condition. */
type Where = Expression<SqlBool>;

/**
 * Erases a client whose erasure is recorded: their documents with the bytes of every version, their own cases with the
 * tasks, links, dependants who depend on no other client, and the client. A case shared with other clients stays
 * without this one: the client is removed from its list and from the texts of the case and its tasks.
 *
 * Every step is a separate batch that finds the remaining rows, so an interrupted erasure can be continued.
 *
 * @param mayContinue Whether there is time for another step.
 * @returns Whether the erasure is done; a refusal when it cannot continue now.
 */
export async function eraseClient(
  run: EraseRun & { readonly erasureId: string },
  clientId: string,
  mayContinue: () => boolean = () => true,
): Promise<boolean | Refusal> {
  const goesOn = () => mayContinue() && run.database.left() > STEP_QUERIES_MAX;
  const found = await runAllowed(run.database, run.access, [selectRow(clients.name, clientId)]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  if (row === undefined) return await finish(run, clientId);
  const { fields } = readRow(row);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const left = await eraseAround(run, clientId, fields, goesOn);
    if (left !== false) return left === true ? false : left;
    const bytes = await removeErasedBytes(run, goesOn);
    if (bytes !== true) return bytes;
    const last = await runAllowed(run.database, run.access, [
      selectRow(clients.name, clientId),
      sql<{ id: string }>`select id from client_dependant_clients where client_id = ${clientId}
        union all select id from cases where client_id = ${clientId}
        union all select row_id from cases_client_ids where named_id = ${clientId}
        union all select id from documents where client_id = ${clientId} limit 1`.compile(rowsBuilder),
    ]);
    if (isRefusal(last)) return last;
    const [present, others] = last.rows;
    if (others.length > 0) continue;
    const erased = await eraseRows(run, clients, present);
    if (isRefusal(erased)) return erased;
    if (erased === present.length) return await finish(run, clientId);
  }
  return false;
}

/** SQL that is true for a case with other clients than this one. */
function sharesCase(clientId: string): Where {
  return sql<SqlBool>`exists (select 1 from json_each(cases.body, '$.clientIds') as other where other.value <> ${clientId})`;
}

/** SQL that is true for a document that an erasure deletes: about this client, or about no client but in one of their own cases. */
export function isDocumentOf(clientId: string): Where {
  return sql<SqlBool>`documents.id in (select id from documents where client_id = ${clientId}
    union select id from documents where client_id is null and case_id in
      (select id from cases where client_id = ${clientId} and not ${sharesCase(clientId)}))`;
}

/** @returns Whether anything is left because time ran out. */
async function eraseAround(
  run: EraseRun,
  clientId: string,
  client: Fields,
  goesOn: () => boolean,
): Promise<boolean | Refusal> {
  const isShared = sharesCase(clientId);
  const own = sql<SqlBool>`cases.client_id = ${clientId} and not ${isShared}`;
  const ownIds = sql`(select id from cases where ${own})`;
  // A case stays while it has a document that was added meanwhile and is under legal hold.
  const empty = sql<SqlBool>`${own} and not exists (select 1 from documents where case_id = cases.id)`;
  const words = wordsOf(client);
  const ofOthers = sql<SqlBool>`cases.client_id = ${clientId} and ${isShared}
    or cases.id in (select row_id from cases_client_ids where named_id = ${clientId}) and cases.client_id <> ${clientId}`;
  const without = (fields: Fields) => withoutClient(fields, clientId, words.redact);
  const inCases = (where: Where) => sql<SqlBool>`case_id in (select id from cases where ${where})`;
  // Only texts that people write: an id or a date may look like a number of the client.
  const redactFields = (names: readonly string[]) => (fields: Fields) => ({
    ...fields,
    ...(words.redact(onlyFields(fields, names)) as Fields),
  });
  const redactFile = redactFields(['title', 'fileName']);
  const steps: readonly (() => Promise<number | Refusal>)[] = [
    () => eraseFree(run, clientId),
    // A document about another client in one of this client's cases stays, without the case.
    () =>
      change(run, documents, sql<SqlBool>`case_id in ${ownIds} and client_id <> ${clientId}`, (fields) =>
        redactFile(withoutCase(fields)),
      ),
    () => redactRows(run, documents, inCases(ofOthers), redactFile),
    () => erase(run, caseTasks, sql<SqlBool>`case_id in ${ownIds}`),
    () => erase(run, cases, empty),
    // Tasks are redacted before their case, because the case shows that its tasks are still to be done.
    () => redactRows(run, caseTasks, inCases(ofOthers), redactFields(['title', 'checklist'])),
    () => change(run, cases, ofOthers, without),
    () => eraseLinks(run, clientId),
  ];
  for (const step of steps) {
    for (;;) {
      if (!goesOn()) return true;
      const done = await step();
      if (isRefusal(done)) return done;
      if (done === 0) break;
    }
  }
  return false;
}

async function select(run: EraseRun, table: Table, where: Where): Promise<readonly StoredRow[] | Refusal> {
  const found = await runAllowed(run.database, run.access, [
    sql<StoredRow>`select id, body from ${sql.table(table.name)} where ${where} order by id limit ${ERASE_ROWS_MAX}`.compile(
      rowsBuilder,
    ),
  ]);
  return isRefusal(found) ? found : found.rows[0];
}

async function erase(run: EraseRun, table: Table, where: Where): Promise<number | Refusal> {
  const rows = await select(run, table, where);
  if (isRefusal(rows) || rows.length === 0) return isRefusal(rows) ? rows : 0;
  const erased = await eraseRows(run, table, rows);
  return isRefusal(erased) ? erased : rows.length;
}

async function change(
  run: EraseRun,
  table: Table,
  where: Where,
  without: (fields: Fields) => Fields,
): Promise<number | Refusal> {
  const rows = await select(run, table, where);
  if (isRefusal(rows) || rows.length === 0) return isRefusal(rows) ? rows : 0;
  const changed = await depersonalizeRows(run, table, rows, without);
  return isRefusal(changed) ? changed : rows.length;
}

/** Erases documents that may be erased. A document that must be kept ends the step; the erasure waits for it. */
async function eraseFree(run: EraseRun, clientId: string): Promise<number | Refusal> {
  const rows = await select(run, documents, sql<SqlBool>`${isDocumentOf(clientId)} and ${isFree(run.nowMs)}`);
  if (isRefusal(rows)) return rows;
  return rows.length === 0 ? 0 : await eraseRows(run, documents, rows);
}

/** Redacts rows of shared cases page by page, because such a row does not show whether it has been read. */
async function redactRows(
  run: EraseRun,
  table: Table,
  where: Where,
  redact: (fields: Fields) => Fields,
): Promise<number | Refusal> {
  for (let after = ''; ; ) {
    const rows = await select(run, table, sql<SqlBool>`${where} and id > ${after}`);
    if (isRefusal(rows)) return rows;
    const last = rows.at(-1);
    if (last === undefined) return 0;
    after = last.id;
    const named = rows.filter(({ body }) => {
      const fields = withoutTracking(JSON.parse(body) as Fields);
      return JSON.stringify(fields) !== JSON.stringify(redact(fields));
    });
    if (named.length === 0) continue;
    const changed = await depersonalizeRows(run, table, named, redact);
    if (isRefusal(changed)) return changed;
    // A row was changed since it was read, and still names the person: the step is repeated.
    if (changed < named.length) return named.length;
  }
}

/** Erases links, and dependants who depend on no other client. */
async function eraseLinks(run: EraseRun, clientId: string): Promise<number | Refusal> {
  const alone = await erase(
    run,
    clientDependants,
    sql<SqlBool>`id in (select dependant_id from client_dependant_clients where client_id = ${clientId})
      and not exists (select 1 from client_dependant_clients as other
        where other.dependant_id = client_dependants.id and other.client_id <> ${clientId})`,
  );
  if (isRefusal(alone) || alone > 0) return alone;
  return await erase(run, clientDependantClients, sql<SqlBool>`client_id = ${clientId}`);
}

function withoutClient(fields: Fields, clientId: string, redact: (value: unknown) => unknown): Fields {
  const listed = Array.isArray(fields.clientIds) ? (fields.clientIds as readonly unknown[]) : [];
  const others = listed.filter((id) => id !== clientId);
  const isMain = fields.clientId === clientId;
  const [first, ...rest] = others;
  const people = isMain ? { clientId: first, clientIds: rest } : { clientIds: others };
  return { ...fields, ...(redact({ title: fields.title }) as Fields), ...people };
}

function withoutCase({ caseId: _, ...fields }: Fields): Fields {
  return fields;
}

/** The last step: deletes stored responses that contain the client's id, and completes the erasure. */
async function finish(
  run: EraseRun & { readonly erasureId: string },
  clientId: string,
): Promise<boolean | Refusal> {
  const now = new Date(run.nowMs).toISOString();
  const done = await runAllowed(run.database, run.access, [
    sql`delete from idempotency_keys where instr(response_body, ${clientId}) > 0
      and not (json_valid(response_body) and response_body ->> '$.id' = ${run.erasureId})`.compile(
      rowsBuilder,
    ),
    sql`update erasures set status = 'done', finished_at = ${now}
      where id = ${run.erasureId} and not exists (select 1 from clients where id = ${clientId})`.compile(
      rowsBuilder,
    ),
  ]);
  return isRefusal(done) ? done : true;
}
