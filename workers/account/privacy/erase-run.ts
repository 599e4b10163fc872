import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { Access } from '../../http/collection/access.ts';
import { changedFields } from '../../http/collection/changed-fields.ts';
import { contentDigest, digestSaltOf } from '../../http/collection/digest.ts';
import { foldedOf } from '../../http/collection/folded-fields.ts';
import { type Fields, readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { BoundedDatabase } from '../bulk/bounded-database.ts';
import { forgetDeadUploads } from '../documents/uploads/forget-dead-uploads.ts';

/** The context of an erasure, requested by a person or by a retention policy. */
export interface EraseRun {
  readonly database: BoundedDatabase;
  readonly bucket: R2Bucket;
  readonly access: Access;
  readonly accountId: string;
  readonly nowMs: number;
  readonly requestId?: string;
  /** The erasure that counts the erased rows. Absent when a policy erases a single row. */
  readonly erasureId?: string;
}

/** Maximum rows of one table per batch. */
export const ERASE_ROWS_MAX = 200;

/** Maximum objects per R2 delete call. */
const OBJECTS_MAX = 1_000;

/** A row that a batch erases or changes: `b` is its new body, absent when the row is erased. */
interface Step {
  readonly i: string;
  readonly a: string;
  readonly v: number;
  readonly p: string;
  readonly d?: string;
  readonly b?: Fields;
  /** Names of the changed fields. */
  readonly c?: readonly string[];
  /** Creation time of the row, in milliseconds. */
  readonly t: number;
}

/** SQL that is true for a document that may be erased: no legal hold, and no retention period in force. */
export function isFree(nowMs: number): Expression<SqlBool> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  return sql<SqlBool>`(coalesce(documents.body ->> '$.legalHold', 0) = 0
    and (documents.retain_until < ${today} or documents.retain_until = '~'))`;
}

/**
 * Erases rows of one table with an audit event each, if they are unchanged since they were read. Copies of their fields
 * go with them: stored responses of idempotent requests and digests of imported lines here, the search index by its
 * triggers.
 *
 * @param condition Additional SQL condition. Default none.
 * @returns The number of erased rows.
 */
export async function eraseRows(
  run: EraseRun,
  table: Table,
  rows: readonly StoredRow[],
  condition?: Expression<SqlBool>,
): Promise<number | Refusal> {
  const done = await runAllowed(run.database, run.access, await eraseQueries(run, table, rows, condition));
  return isRefusal(done) ? done : (done.rows.at(-1)?.length ?? 0);
}

/**
 * The queries of `eraseRows()`, for use in a larger batch. The last one returns the ids of the erased rows.
 *
 * @param condition Additional SQL condition. Default none.
 */
export async function eraseQueries(
  run: EraseRun,
  table: Table,
  rows: readonly StoredRow[],
  condition: Expression<SqlBool> = sql<SqlBool>`true`,
): Promise<readonly CompiledQuery<{ id: string }>[]> {
  const steps = await Promise.all(rows.map((row) => toStep(row, run.nowMs)));
  const text = JSON.stringify(steps);
  const isDocuments = table.name === 'documents';
  const isErasable = isDocuments ? sql<SqlBool>`${condition} and ${isFree(run.nowMs)}` : condition;
  const queries = [
    insertEvents(run, table, text, 'erase', isErasable),
    ...(isDocuments ? queueBytes(run, text) : []),
    forgetAnswers(text),
    forgetDigests(text),
    countErased(run, table, text),
    sql<{ id: string }>`delete from ${sql.table(table.name)} where id in
      (select step.value ->> '$.i' from json_each(${text}) as step where ${HAS_EVENT}) returning id`.compile(
      rowsBuilder,
    ),
  ];
  return queries as readonly CompiledQuery<{ id: string }>[];
}

/**
 * Removes the erased person from rows that stay.
 *
 * @returns How many rows were written: fewer than given when some were changed since they were read.
 */
export async function depersonalizeRows(
  run: EraseRun,
  table: Table,
  rows: readonly StoredRow[],
  without: (fields: Fields) => Fields,
): Promise<number | Refusal> {
  const steps = await Promise.all(rows.map((row) => toStep(row, run.nowMs, { table, without })));
  const text = JSON.stringify(steps);
  const done = await runAllowed(run.database, run.access, [
    insertEvents(run, table, text, 'update', sql<SqlBool>`true`),
    forgetAnswers(text),
    forgetDigests(text),
    sql`update ${sql.table(table.name)} set body = json_set(step.value -> '$.b', '$.updatedBy', ${run.access.actor})
      from json_each(${text}) as step
      where ${sql.table(table.name)}.id = step.value ->> '$.i' and ${HAS_EVENT} returning id`.compile(
      rowsBuilder,
    ),
  ]);
  return isRefusal(done) ? done : (done.rows.at(-1)?.length ?? 0);
}

const HAS_EVENT = sql`exists (select 1 from audit_events where audit_events.id = step.value ->> '$.a')`;

/** How a row that stays is changed. */
interface Depersonalization {
  readonly table: Table;
  readonly without: (fields: Fields) => Fields;
}

async function toStep(row: StoredRow, nowMs: number, change?: Depersonalization): Promise<Step> {
  const { id, version, fields } = readRow(row);
  const t = Date.parse(String(fields.createdAt));
  const step = { i: id, a: newId('aud', nowMs), v: version, p: await contentDigest(fields), t };
  if (change === undefined) return step;
  const { folded: _, ...after } = change.without(fields);
  const b = {
    ...after,
    ...foldedOf(change.table, after),
    ...{ updatedAt: new Date(nowMs).toISOString(), version: version + 1 },
    digestSalt: digestSaltOf(fields),
  };
  return { ...step, b, d: await contentDigest(b), c: changedFields(change.table, fields, b) };
}

function insertEvents(
  run: EraseRun,
  table: Table,
  text: string,
  action: string,
  condition: Expression<SqlBool>,
): CompiledQuery {
  const now = new Date(run.nowMs).toISOString();
  const { accountId, requestId } = run;
  const event = {
    accountId,
    createdAt: now,
    updatedAt: now,
    version: 1,
    action,
    collection: table.collection,
    requestId,
  };
  const target = sql.table(table.name);
  return sql`insert into audit_events (id, body)
    select step.value ->> '$.a', json_patch(${JSON.stringify(event)}, json_object('rowId', step.value ->> '$.i',
      'before', step.value ->> '$.p', 'after', step.value ->> '$.d',
      'rowVersion', case when step.value ->> '$.d' is not null then step.value ->> '$.v' + 1 end,
      'changedFields', json(step.value -> '$.c'),
      'actorId', who.id, 'createdBy', who.id, 'updatedBy', who.id))
    from json_each(${text}) as step, (select ${run.access.actor} as id) as who
    where ${run.access.condition} and exists (select 1 from ${target}
      where ${target}.id = step.value ->> '$.i' and ${target}.version = step.value ->> '$.v' and ${condition})`.compile(
    rowsBuilder,
  );
}

/** Queues the bytes of erased documents for deletion, in the same transaction as the rows. */
function queueBytes({ nowMs }: EraseRun, text: string): readonly CompiledQuery[] {
  const now = new Date(nowMs).toISOString();
  return [
    sql`insert or ignore into objects_to_delete (object_key, created_at)
      select object_key, ${now} from document_contents where document_id in
        (select step.value ->> '$.i' from json_each(${text}) as step where ${HAS_EVENT})`.compile(
      rowsBuilder,
    ),
    sql`update document_uploads set expires_at = ${now} where document_id in
      (select step.value ->> '$.i' from json_each(${text}) as step where ${HAS_EVENT})`.compile(rowsBuilder),
  ];
}

function forgetAnswers(text: string): CompiledQuery {
  return sql`delete from idempotency_keys where json_valid(response_body) and response_body ->> '$.id' in
    (select step.value ->> '$.i' from json_each(${text}) as step where ${HAS_EVENT})`.compile(rowsBuilder);
}

/**
 * An import stores a digest of each chunk of its lines for a day. Someone who knows the other lines could test guesses
 * against it, so it is cleared, also for lines that changed nothing. The record that the chunk was written stays.
 */
function forgetDigests(text: string): CompiledQuery {
  const gone = sql`(select step.value ->> '$.i' from json_each(${text}) as step where ${HAS_EVENT})`;
  return sql`update import_chunks set sha256 = '' where sha256 <> '' and (
      created_ms in (select step.value ->> '$.t' from json_each(${text}) as step where ${HAS_EVENT})
      or exists (select 1 from json_each(results, '$.updated') as updated where updated.value ->> '$[1]' in ${gone})
      or exists (select 1 from json_each(results, '$.settled') as settled where settled.value ->> '$.id' in ${gone}))`.compile(
    rowsBuilder,
  );
}

function countErased({ erasureId }: EraseRun, table: Table, text: string): CompiledQuery {
  const path = `$."${table.collection}"`;
  return sql`update erasures set erased = json_set(erased, ${path}, coalesce(erased ->> ${path}, 0) +
      (select count(*) from json_each(${text}) as step where ${HAS_EVENT}))
    where id = ${erasureId ?? ''}`.compile(rowsBuilder);
}

/**
 * Deletes the bytes of erased documents: of every version, and of unfinished multipart uploads.
 *
 * @param mayContinue Whether there is time for more. Default: always.
 * @returns Whether all are deleted.
 */
export async function removeErasedBytes(
  run: Pick<EraseRun, 'database' | 'bucket' | 'nowMs'>,
  mayContinue: () => boolean = () => true,
): Promise<boolean | Refusal> {
  const { database, bucket } = run;
  for (;;) {
    if (!mayContinue() || database.left() < 3) return false;
    const found = await database.batch([
      sql<{ object_key: string }>`select object_key from objects_to_delete limit ${OBJECTS_MAX}`.compile(
        rowsBuilder,
      ),
    ]);
    if (isRefusal(found)) return found;
    const keys = found[0].map(({ object_key }) => object_key);
    if (keys.length === 0) return await forgetUploads(run, mayContinue);
    await bucket.delete(keys);
    const gone = await database.batch([
      sql`delete from objects_to_delete where object_key in (select value from json_each(${JSON.stringify(keys)}))`.compile(
        rowsBuilder,
      ),
    ]);
    if (isRefusal(gone)) return gone;
  }
}

async function forgetUploads(
  { database, bucket, nowMs }: Pick<EraseRun, 'database' | 'bucket' | 'nowMs'>,
  mayContinue: () => boolean,
): Promise<boolean | Refusal> {
  for (;;) {
    if (!mayContinue() || database.left() < 3) return false;
    const forgotten = await forgetDeadUploads(database, bucket, nowMs);
    if (isRefusal(forgotten)) return forgotten;
    if (!forgotten.more) return true;
  }
}
