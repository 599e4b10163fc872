import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import { newId } from '../../../schema/model/ids.ts';
import type { Access } from '../../http/collection/access.ts';
import { changedFields } from '../../http/collection/changed-fields.ts';
import { contentDigest, digestSaltOf } from '../../http/collection/digest.ts';
import { type Fields, readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { BoundedDatabase } from '../bulk/bounded-database.ts';
import { forgetDeadUploads } from '../documents/uploads/forget-dead-uploads.ts';

/** What an erasure works with, whoever asked for it: a person, or a policy of retention. */
export interface EraseRun {
  readonly database: BoundedDatabase;
  readonly bucket: R2Bucket;
  readonly access: Access;
  readonly accountId: string;
  readonly nowMs: number;
  readonly requestId?: string;
  /** The erasure that counts what goes. Absent where a policy erases a single row. */
  readonly erasureId?: string;
}

/** Rows of one table that one batch erases. */
export const ERASE_ROWS_MAX = 200;

/** Objects that R2 takes away in one call. */
const OBJECTS_MAX = 1_000;

/** A row that a batch erases or changes: `b` is its new body, absent when the row goes. */
interface Step {
  readonly i: string;
  readonly a: string;
  readonly v: number;
  readonly p: string;
  readonly d?: string;
  readonly b?: Fields;
  /** Names of the fields that change. */
  readonly c?: readonly string[];
  /** When the row was made, in milliseconds. */
  readonly t: number;
}

/** Holds in SQL for a document that nothing keeps: no legal hold, and no time of retention that lasts. */
export function isFree(nowMs: number): Expression<SqlBool> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  return sql<SqlBool>`(coalesce(documents.body ->> '$.legalHold', 0) = 0
    and (documents.retain_until < ${today} or documents.retain_until = '~'))`;
}

/**
 * Erases rows of one table, each with its audit event, if they are still as they were read. What repeats their fields
 * goes with them: the kept answers of idempotent requests and the digests of imported lines here, the search index by
 * its triggers.
 *
 * @param condition What must hold besides. Default nothing.
 * @returns How many went.
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
 * The queries of `eraseRows()`, for a batch that does more; the last one gives the ids that went.
 *
 * @param condition What must hold besides. Default nothing.
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
    ...(isDocuments ? letBytesGo(run, text) : []),
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

/** Changes rows so that they name the erased person no more. */
export async function depersonalizeRows(
  run: EraseRun,
  table: Table,
  rows: readonly StoredRow[],
  without: (fields: Fields) => Fields,
): Promise<Refusal | undefined> {
  const steps = await Promise.all(rows.map((row) => toStep(row, run.nowMs, { table, without })));
  const text = JSON.stringify(steps);
  const done = await runAllowed(run.database, run.access, [
    insertEvents(run, table, text, 'update', sql<SqlBool>`true`),
    forgetAnswers(text),
    forgetDigests(text),
    sql`update ${sql.table(table.name)} set body = json_set(step.value -> '$.b', '$.updatedBy', ${run.access.actor})
      from json_each(${text}) as step
      where ${sql.table(table.name)}.id = step.value ->> '$.i' and ${HAS_EVENT}`.compile(rowsBuilder),
  ]);
  return isRefusal(done) ? done : undefined;
}

const HAS_EVENT = sql`exists (select 1 from audit_events where audit_events.id = step.value ->> '$.a')`;

/** How a row is changed that stays. */
interface Depersonalization {
  readonly table: Table;
  readonly without: (fields: Fields) => Fields;
}

async function toStep(row: StoredRow, nowMs: number, change?: Depersonalization): Promise<Step> {
  const { id, version, fields } = readRow(row);
  const t = Date.parse(String(fields.createdAt));
  const step = { i: id, a: newId('aud', nowMs), v: version, p: await contentDigest(fields), t };
  if (change === undefined) return step;
  const b = {
    ...change.without(fields),
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

/** Documents' bytes go after their rows; what is to go is written down with them, so that nothing cuts the two apart. */
function letBytesGo({ nowMs }: EraseRun, text: string): readonly CompiledQuery[] {
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
 * An import remembers the digest of each chunk of its lines, for a day. Whoever knew the other lines could hold guesses
 * against it, so it goes, also where a line said what its row said already; that the chunk was written stays known.
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
 * Deletes the bytes of documents whose rows are erased: of every version, and of uploads in parts that were under way.
 *
 * @param mayGoOn Whether there is time for more. Default: always.
 * @returns Whether all are gone.
 */
export async function removeErasedBytes(
  run: Pick<EraseRun, 'database' | 'bucket' | 'nowMs'>,
  mayGoOn: () => boolean = () => true,
): Promise<boolean | Refusal> {
  const { database, bucket } = run;
  for (;;) {
    if (!mayGoOn() || database.left() < 3) return false;
    const found = await database.batch([
      sql<{ object_key: string }>`select object_key from objects_to_delete limit ${OBJECTS_MAX}`.compile(
        rowsBuilder,
      ),
    ]);
    if (isRefusal(found)) return found;
    const keys = found[0].map(({ object_key }) => object_key);
    if (keys.length === 0) return await forgetUploads(run, mayGoOn);
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
  mayGoOn: () => boolean,
): Promise<boolean | Refusal> {
  for (;;) {
    if (!mayGoOn() || database.left() < 3) return false;
    const forgotten = await forgetDeadUploads(database, bucket, nowMs);
    if (isRefusal(forgotten)) return forgotten;
    if (!forgotten.more) return true;
  }
}
