import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import { clients } from '../../../schema/account/tables/clients.ts';
import { contactIndividuals } from '../../../schema/account/tables/contact-individuals.ts';
import { distinctList, id, line } from '../../../schema/model/fields.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { contentDigest } from '../../http/collection/digest.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { type ReadRow, readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import {
  findStoredAnswer,
  type IdempotencyKey,
  REPLAYED_HEADER,
  readIdempotencyKey,
  storeAnswer,
  toStoredAnswer,
} from '../../http/request/idempotency.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import type { AccountBindings } from '../bindings.ts';
import { boundDatabase } from '../bulk/bounded-database.ts';
import { authorizePermission } from '../identity/authorize.ts';
import { eraseClient, isDocumentOf } from './erase-client.ts';
import { type EraseRun, eraseQueries, isFree } from './erase-run.ts';
import { ERASURE_PREFIX, type ErasureRow, selectErasure, toErasure } from './erasure.ts';
import { wordsOf } from './person-words.ts';
import { similarContactIds } from './subject-rows.ts';

/** Body of a request for an erasure. */
export const erasureBody = v.strictObject({
  /** Kept after the erasure, so it must not contain the person's name. */
  reason: line(200),
  /**
   * Contacts who are the same person as the client and are erased too. A person must choose them, because two people may
   * share an e-mail address or a name.
   */
  contactIds: v.optional(distinctList(id(contactIndividuals.idPrefix), 50), []),
});

/** Maximum similar contacts that are considered. */
const SIMILAR_MAX = 200;

/** Maximum held documents in a refusal. */
const HELD_MAX = 100;

/** A document that prevents the erasure of a client. */
export interface HeldDocument {
  readonly id: string;
  readonly legalHold: boolean;
  readonly retainUntil: string | null;
}

/**
 * `POST /v1/clients/{id}/erasure`: erases a client and their data. 200 when it is done; 202 when there is so much data
 * that the account's maintenance continues it; 409 with the documents that are under legal hold or must be retained.
 */
export async function postErasure(
  context: ApiContext<AccountBindings>,
  clientId: string,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'privacy:erase');
  if (isRefusal(access)) return access;
  const body = await readJsonBody(context.request);
  if (isRefusal(body)) return body;
  const input = parseInput(erasureBody, body.value);
  if (isRefusal(input)) return input;
  const key = await readIdempotencyKey(context.request, body.value, access.subject, context.nowMs);
  if (isRefusal(key)) return key;
  if (key === undefined) return refuse({ kind: 'idempotency_key_missing' });
  context.timeLimit.lift();
  const run: EraseRun = {
    ...{ database: boundDatabase(context.database), access, bucket: context.bindings.DOCUMENTS },
    ...{ accountId: context.bindings.ACCOUNT_ID, nowMs: context.nowMs },
    requestId: toRequestId(context.traceparent),
  };
  const found = await runAllowed(run.database, access, [
    selectRow(clients.name, clientId),
    findStoredAnswer(key),
    selectErasure(clientId),
    selectHeld(clientId, run.nowMs),
    selectSimilarContacts(clientId),
  ]);
  if (isRefusal(found)) return found;
  const [[row], [stored], [begun], held, similar] = found.rows;
  const earlier = toStoredAnswer(key, stored);
  if (isRefusal(earlier)) return earlier;
  if (earlier !== undefined) return answer(JSON.parse(earlier.body), 200, { [REPLAYED_HEADER]: 'true' });
  if (row === undefined && begun?.status !== 'running')
    return refuse({ kind: 'row_not_found', collection: clients.collection, id: clientId });
  if (held.length > 0) return refuseHeld(held.map(toHeld));
  const client = row && readRow(row);
  if (client !== undefined && wordsOf(client.fields).isNamedIn(input.reason)) {
    const detail = 'contains the name of the person; it is kept after the erasure, so it must not';
    return refuse({ kind: 'invalid_body', errors: [{ pointer: '#/reason', detail }] });
  }
  const chosen = similar.filter(({ id }) => input.contactIds.includes(id));
  const unlike = begun === undefined ? findUnlike(input.contactIds, similar) : undefined;
  if (unlike !== undefined) return unlike;
  const erasureId = begun?.id ?? (client && (await beginErasure(run, client, input.reason, chosen)));
  if (isRefusal(erasureId)) return erasureId;
  if (erasureId === undefined) return CHANGED;
  const done = await eraseClient({ ...run, erasureId }, clientId);
  if (isRefusal(done)) return done;
  return await endErasure(run, clientId, key);
}

const CHANGED = refuse({
  kind: 'conflict',
  detail: 'The client or its documents were changed at the same time; repeat the request.',
});

/** Query for contacts who look like the client. */
function selectSimilarContacts(clientId: string): CompiledQuery<StoredRow> {
  return sql<StoredRow>`select id, body from contact_individuals
    where id in (${similarContactIds(clientId)}) order by id limit ${SIMILAR_MAX}`.compile(rowsBuilder);
}

/** Refuses contacts who do not look like the client, so that an erasure cannot delete other people. */
function findUnlike(contactIds: readonly string[], similar: readonly StoredRow[]): Refusal | undefined {
  const errors = contactIds.flatMap((contactId, index) =>
    similar.some(({ id }) => id === contactId)
      ? []
      : [
          {
            pointer: `#/contactIds/${index}`,
            detail: 'has neither the e-mail address nor the full name of the client',
          },
        ],
  );
  return errors.length === 0 ? undefined : refuse({ kind: 'invalid_body', errors });
}

/**
 * Records the start of an erasure and erases the contacts who are the client. From here on the erasure is completed,
 * whatever interrupts it.
 *
 * @param contacts Contacts who are the client. Other similar contacts stay and are listed in the erasure.
 * @param also Additional SQL condition. Default none.
 */
export async function beginErasure(
  run: EraseRun,
  { id: clientId, version, fields }: ReadRow,
  reason: string,
  contacts: readonly StoredRow[],
  also: Expression<SqlBool> = sql<SqlBool>`true`,
): Promise<string | undefined | Refusal> {
  const id = newId(ERASURE_PREFIX, run.nowMs);
  const event = {
    ...{ action: 'create', collection: 'erasures', rowId: id },
    ...(run.requestId === undefined ? {} : { requestId: run.requestId }),
  };
  const condition = sql<boolean>`${run.access.condition}
    and exists (select 1 from clients where id = ${clientId} and version = ${version})
    and not exists (select 1 from erasures where client_id = ${clientId})
    and not exists (select 1 from documents where ${isDocumentOf(clientId)} and not ${isFree(run.nowMs)})
    and ${areUnchanged(contacts)} and ${also}`;
  const audit = auditEntry(event, run.access.actor, condition, run.accountId, run.nowMs);
  const now = new Date(run.nowMs).toISOString();
  const digest = await contentDigest(fields);
  const chosen = JSON.stringify(contacts.map((contact) => contact.id));
  const stay = sql`(select json_group_array(id) from (select id from (${similarContactIds(clientId)})
    where id not in (select value from json_each(${chosen})) order by id limit ${SIMILAR_MAX}))`;
  const begun = { ...run, erasureId: id };
  const done = await runAllowed(run.database, run.access, [
    audit.insert,
    sql<{
      id: string;
    }>`insert into erasures (id, client_id, status, reason, digest, erased, similar_contacts, started_at, started_by)
      select ${id}, ${clientId}, 'running', ${reason}, ${digest}, '{}', ${stay}, ${now}, ${run.access.actor}
      where ${audit.written} returning id`.compile(rowsBuilder),
    ...(contacts.length === 0 ? [] : await eraseQueries(begun, contactIndividuals, contacts, audit.written)),
  ]);
  return isRefusal(done) ? done : done.rows[1][0]?.id;
}

/** SQL that is true while the contacts are unchanged since they were read. */
function areUnchanged(contacts: readonly StoredRow[]) {
  const read = JSON.stringify(
    contacts.map((contact) => readRow(contact)).map(({ id, version }) => ({ id, version })),
  );
  return sql`not exists (select 1 from json_each(${read}) as read where not exists (select 1 from contact_individuals
    where id = read.value ->> '$.id' and version = read.value ->> '$.version'))`;
}

async function endErasure(run: EraseRun, clientId: string, key: IdempotencyKey): Promise<Response | Refusal> {
  const found = await runAllowed(run.database, run.access, [selectErasure(clientId)]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  if (row === undefined) throw new Error('an erasure that was just completed has no record');
  const erasure = toErasure(row);
  if (row.status === 'running') return answer(erasure, 202, { location: `/v1/clients/${clientId}/erasure` });
  const kept = await run.database.batch(storeAnswer(key, 200, sql<string>`${JSON.stringify(erasure)}`));
  return isRefusal(kept) ? kept : answer(erasure, 200);
}

/** `GET /v1/clients/{id}/erasure`: the record of an erasure. */
export async function getErasure(
  context: ApiContext<AccountBindings>,
  clientId: string,
): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'privacy:erase');
  if (isRefusal(access)) return access;
  const found = await runAllowed(context.database, access, [selectErasure(clientId)]);
  if (isRefusal(found)) return found;
  const row: ErasureRow | undefined = found.rows[0][0];
  return row === undefined
    ? refuse({ kind: 'row_not_found', collection: 'erasures', id: clientId })
    : answer(toErasure(row), 200);
}

interface HeldRow {
  readonly id: string;
  readonly legal_hold: number | null;
  readonly retain_until: string | null;
}

/** Query for the documents of a client that must be kept. */
function selectHeld(clientId: string, nowMs: number): CompiledQuery<HeldRow> {
  return sql<HeldRow>`select id, body ->> '$.legalHold' as legal_hold, body ->> '$.retainUntil' as retain_until
    from documents where ${isDocumentOf(clientId)} and not ${isFree(nowMs)} order by id limit ${HELD_MAX}`.compile(
    rowsBuilder,
  );
}

function toHeld({ id, legal_hold, retain_until }: HeldRow): HeldDocument {
  return { id, legalHold: legal_hold === 1, retainUntil: retain_until };
}

function refuseHeld(held: readonly HeldDocument[]): Refusal {
  return refuse({
    kind: 'own',
    code: 'held',
    status: 409,
    title: 'Documents of the client must be kept',
    detail: 'They are under legal hold or their retention period has not ended. See `held`.',
    errors: held.map(({ id, legalHold, retainUntil }) => ({
      pointer: `#/documents/${id}`,
      detail: legalHold ? 'is under legal hold' : `must be retained until ${retainUntil}`,
    })),
    members: { held },
  });
}

function answer(body: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers });
}
