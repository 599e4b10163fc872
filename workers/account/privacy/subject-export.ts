import { makeZip } from 'client-zip';
import { type CompiledQuery, sql } from 'kysely';
import { auditEvents } from '../../../schema/account/tables/audit-events.ts';
import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { clientDependantClients } from '../../../schema/account/tables/client-dependant-clients.ts';
import { clientDependants } from '../../../schema/account/tables/client-dependants.ts';
import { clients } from '../../../schema/account/tables/clients.ts';
import { contactIndividuals } from '../../../schema/account/tables/contact-individuals.ts';
import { documents } from '../../../schema/account/tables/documents.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import type { Access, Caller } from '../../http/collection/access.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { present } from '../../http/collection/present.ts';
import type { Fields } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { hiddenFields } from '../../http/collection/sensitive.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { type BoundedDatabase, boundDatabase, withRetries } from '../bulk/bounded-database.ts';
import { collectionOf } from '../collections/collections.ts';
import { attachment } from '../documents/content/content-disposition.ts';
import { authorizePermission } from '../identity/authorize.ts';
import {
  type ArchivedFile,
  type ArchiveEntry,
  archiveFile,
  jsonArray,
  jsonValue,
  piecesOf,
  toFileName,
} from './archive.ts';
import {
  FIRST_PLACE,
  formatPlace,
  parsePlace,
  type SubjectVersion,
  selectNextPart,
  selectVersions,
  type VersionPlace,
} from './subject-contents.ts';
import {
  casesOf,
  contactsLike,
  dependantPages,
  documentsOf,
  eventsOf,
  linksOf,
  type PageQuery,
  tasksOf,
} from './subject-rows.ts';

/** A running part of a subject export. Its memory is bounded by the versions of one part. */
interface SubjectExport {
  readonly context: ApiContext<AccountBindings>;
  readonly access: Access;
  readonly database: BoundedDatabase;
  readonly caller: Caller;
  readonly clientId: string;
  readonly client: Fields;
  /** The first version of this part, and that of the next part if there is one. */
  readonly from: VersionPlace;
  readonly next: VersionPlace | undefined;
  readonly files: ArchivedFile[];
  readonly missing: string[];
}

/**
 * `GET /v1/clients/{id}/subject-export`: all data that the account holds about a client, as a ZIP that is produced while
 * it is read. It contains the rows as JSON, every version of the documents' bytes, the audit events, and at the end a
 * manifest with the sha-256 of each file. Sensitive fields are included if the caller may see them; the manifest lists
 * the omitted ones.
 *
 * Documents that do not fit in one request are in further archives, each linked from the previous one.
 */
export async function exportSubject(
  context: ApiContext<AccountBindings>,
  clientId: string,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'privacy:export');
  if (isRefusal(access)) return access;
  const from = parsePlace(context.url.searchParams);
  if (isRefusal(from)) return from;
  const database = boundDatabase(context.database);
  const isTaken = context.request.method === 'HEAD' ? sql<boolean>`false` : access.condition;
  const exists = sql<boolean>`${isTaken} and exists (select 1 from clients where id = ${clientId})`;
  const event = {
    ...{ action: 'export', collection: clients.collection, rowId: clientId },
    requestId: toRequestId(context.traceparent),
  };
  const audit = auditEntry(event, access.actor, exists, context.bindings.ACCOUNT_ID, context.nowMs);
  const found = await runAllowed(database, access, [
    audit.insert,
    selectRow(clients.name, clientId),
    selectNextPart(clientId, from),
  ]);
  if (isRefusal(found)) return found;
  const [, [row], [end]] = found.rows;
  if (row === undefined)
    return refuse({ kind: 'row_not_found', collection: clients.collection, id: clientId });
  const run: SubjectExport = {
    ...{ context, access, database, caller: found.caller, clientId, from, files: [], missing: [] },
    client: present(row, collectionOf(clients), context.bindings, found.caller),
    next: end && { documentId: end.document_id, contentVersion: end.content_version },
  };
  const link = linkToNext(run);
  return new Response(makeZip(entriesOf(run), { buffersAreUTF8: true }), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': attachment(`${clientId}.zip`),
      'cache-control': 'no-store',
      ...(link === null ? {} : { link: `<${link}>; rel="next"` }),
    },
  });
}

/** Relative link to the next part: an account does not know its public address. */
function linkToNext({ next }: SubjectExport): string | null {
  return next === undefined ? null : `?from=${encodeURIComponent(formatPlace(next))}`;
}

async function* entriesOf(run: SubjectExport): AsyncGenerator<ArchiveEntry> {
  const { context, clientId, client, from } = run;
  try {
    if (from === FIRST_PLACE) {
      yield entry(run, 'client.json', jsonValue(client));
      yield list(run, 'dependants.json', clientDependants, dependantPages(clientId));
      yield list(run, 'dependant-links.json', clientDependantClients, linksOf(clientId));
      yield list(run, 'cases.json', cases, casesOf(clientId));
      yield list(run, 'case-tasks.json', caseTasks, tasksOf(clientId));
      yield list(run, 'documents.json', documents, documentsOf(clientId));
      yield list(run, 'contacts.json', contactIndividuals, contactsLike(clientId));
      yield list(run, 'audit-events.json', auditEvents, eventsOf(clientId));
    }
    yield* contentsOf(run);
    yield entry(run, 'manifest.json', jsonValue(manifestOf(run)));
  } catch (error) {
    const { traceparent } = context;
    logFailure(error, { method: 'GET', route: '/v1/clients/:id/subject-export', traceparent });
    throw error;
  }
}

function entry(run: SubjectExport, name: string, pieces: AsyncIterable<Uint8Array>): ArchiveEntry {
  return archiveFile(name, new Date(run.context.nowMs), pieces, (file) => run.files.push(file));
}

function list(run: SubjectExport, name: string, table: Table, query: PageQuery): ArchiveEntry {
  return entry(run, name, jsonArray(pagesOf(run, table, query)));
}

async function* pagesOf(
  run: SubjectExport,
  table: Table,
  query: PageQuery,
): AsyncGenerator<readonly Fields[]> {
  for (let after = ''; ; ) {
    const rows = await read(run, query(after));
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows.map((row) => present(row, collectionOf(table), run.context.bindings, run.caller));
  }
}

/** The versions of this part, page by page. */
async function* contentsOf(run: SubjectExport): AsyncGenerator<ArchiveEntry> {
  for (let from = run.from; ; ) {
    const versions: readonly SubjectVersion[] = await read(run, selectVersions(run.clientId, from, run.next));
    for (const { document_id, content_version, object_key, created_at, name } of versions) {
      const path = `documents/${document_id}/${toFileName(name, `${content_version}-`)}`;
      const object = await run.context.bindings.DOCUMENTS.get(object_key);
      if (object === null) run.missing.push(path);
      else
        yield archiveFile(path, new Date(created_at), piecesOf(object.body), (file) => run.files.push(file));
    }
    const last = versions.at(-1);
    if (last === undefined) return;
    from = { documentId: last.document_id, contentVersion: last.content_version + 1 };
  }
}

function manifestOf(run: SubjectExport) {
  const { context, clientId, caller, files, missing } = run;
  return {
    accountId: context.bindings.ACCOUNT_ID,
    clientId,
    exportedAt: new Date(context.nowMs).toISOString(),
    exportedBy: caller.actorId,
    /** Fields of the client that the caller may not see. */
    withheld: hiddenFields(clients, caller),
    /** Files whose bytes were not found in the bucket. */
    missing,
    files,
    /** Query string of the next archive, if one request could not hold all documents. */
    next: linkToNext(run),
  };
}

async function read<Row>(
  { database, access }: SubjectExport,
  query: CompiledQuery<Row>,
): Promise<readonly Row[]> {
  if (database.left() < 2) throw new Error('the export needs more queries than D1 allows per request');
  const found = await withRetries(() => runAllowed(database, access, [query]));
  if (isRefusal(found)) throw new Error(`the export cannot continue: ${found.error.kind}`);
  return found.rows[0] as readonly Row[];
}
