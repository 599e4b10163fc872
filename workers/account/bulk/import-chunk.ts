import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { TableColumn } from '../../../schema/model/define-table.ts';
import { newId } from '../../../schema/model/ids.ts';
import { toRequestId } from '../../http/collection/audit.ts';
import { type ReadRow, readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { withRetries } from './bounded-database.ts';
import type { Chunk } from './import-body.ts';
import { checksOf, flagsOf, type LineCheck, toOutcome } from './import-checks.ts';
import type { LineOutcome } from './import-outcome.ts';
import { type Candidate, type ChunkPlan, keyOf, planChunk, sentKey } from './import-plan.ts';
import type { StoredChunk } from './import-progress.ts';
import type { ImportRecord } from './import-record.ts';
import type { ImportRun } from './import-run.ts';
import { readWarnings, rememberWarnings, toLineWarnings, type WarnedLine } from './import-warnings.ts';

/** Attempts of a chunk when another request changes one of its rows. */
const ATTEMPTS_MAX = 3;

/** The stored results of a committed chunk: outcomes that cannot be derived from its lines. */
interface StoredResults {
  readonly settled: readonly LineOutcome[];
  readonly failed: readonly (readonly [line: number, flags: number])[];
  readonly updated: readonly (readonly [line: number, id: string])[];
  /** Absent when no line has warnings. */
  readonly warned?: readonly WarnedLine[];
}

/**
 * Writes a chunk in one transaction, or returns its stored outcomes if it was committed before. An upsert first reads
 * the rows that will change, in one round trip.
 *
 * The row of `import_chunks` is inserted first, under the conditions of the write. Each audit event depends on that row,
 * and each data row on its audit event. A chunk is thus written once, however often it is sent.
 *
 * @returns The outcome of each line, in order; a refusal when the import cannot continue.
 */
export async function writeChunk(run: ImportRun, chunk: Chunk): Promise<readonly LineOutcome[] | Refusal> {
  const sha256 = await sha256Hex(chunk.records.map(({ source }) => source).join('\n'));
  const stored = await run.progress.find(chunk.ordinal);
  if (isRefusal(stored)) return stored;
  if (stored !== undefined) return replay(run, chunk, sha256, stored);
  for (let attempt = 1; ; attempt++) {
    // Each attempt has new ids. An interrupted attempt that was committed is found and not written twice.
    const outcomes = await withRetries(() => attemptChunk(run, chunk, sha256));
    const isRaced =
      !isRefusal(outcomes) && outcomes.some(({ status, errors }) => status === 'skipped' && errors);
    if (!isRaced || attempt === ATTEMPTS_MAX) return outcomes;
  }
}

async function attemptChunk(
  run: ImportRun,
  { ordinal, records }: Chunk,
  sha256: string,
): Promise<readonly LineOutcome[] | Refusal> {
  const { request, access, collection } = run;
  const nowMs = run.now();
  const seed = run.newSeed();
  const existing = await readExisting(run, records);
  if (isRefusal(existing)) return existing;
  const idOf = (line: number) => rowId(request.table.idPrefix, nowMs, seed, line);
  const taken = request.dryRun ? run.taken : new Map<string, number>();
  const accountId = run.context.bindings.ACCOUNT_ID;
  const plan = await planChunk(records, { request, collection, accountId, existing, taken, idOf, nowMs });
  const checks = checksOf(request.table, collection.tables, access);
  const text = JSON.stringify(plan.candidates);
  const isBad = ({ status }: LineOutcome) => status !== 'skipped';
  const isHopeless = request.onInvalid === 'skip-chunk' && plan.settled.some(isBad);
  const rules = collection.hooks?.warnings ?? [];
  const state = findState(run, ordinal, text, checks);
  if (request.dryRun || isHopeless) {
    const checked = await runAllowed(run.database, access, [state, readWarnings(rules, text)]);
    if (isRefusal(checked)) return checked;
    const [[found], warned] = checked.rows;
    const lines = warned.map(({ line, ids }): WarnedLine => [line, JSON.parse(ids)]);
    return toOutcomes(run, records, plan, readFlags(found), lines, checks);
  }
  const identity = { ordinal, sha256, seed, nowMs };
  const written = isWritten(run, identity);
  const done = await runAllowed(run.database, access, [
    state,
    insertChunk(run, identity, plan, text, checks),
    insertEvents(run, plan, text, checks, written, nowMs),
    insertRows(run, text),
    ...(request.mode === 'upsert' ? [updateRows(run, text)] : []),
    ...(rules.length === 0 ? [] : [rememberWarnings(rules, text, isChunk(run, identity))]),
  ]);
  if (isRefusal(done)) return done.error.kind === 'duplicate' ? allSkipped(records, done) : done;
  const [[found]] = done.rows;
  const { earlier } = found ?? {};
  if (typeof earlier === 'string')
    return replay(run, { ordinal, records }, sha256, JSON.parse(earlier) as StoredChunk);
  const [remembered] = rules.length === 0 ? [] : (done.rows.at(-1) as readonly { warned: string }[]);
  const warned: readonly WarnedLine[] = JSON.parse(remembered?.warned ?? '[]');
  return toOutcomes(run, records, plan, readFlags(found), warned, checks);
}

/** The ids that a chunk gives its rows: reproducible when its outcome is repeated, and in the order of the lines. */
function rowId(prefix: string, nowMs: number, seed: string, line: number): string {
  const random = new Uint8Array(16);
  for (let index = 0; index < 9; index++)
    random[index] = Number.parseInt(seed.slice(index * 2, index * 2 + 2), 16);
  for (let index = 15, rest = line; index > 8; index--, rest = Math.floor(rest / 32))
    random[index] = rest % 32;
  return newId(prefix, nowMs, random);
}

async function readExisting(
  run: ImportRun,
  records: readonly ImportRecord[],
): Promise<ReadonlyMap<string, ReadRow> | Refusal> {
  const { table, keyField } = run.request;
  if (keyField === undefined) return new Map();
  const column: Pick<TableColumn, 'name'> | undefined =
    keyField === 'id' ? { name: 'id' } : table.columns.find(({ path }) => path === keyField);
  if (column === undefined) throw new Error(`${table.name} has no column for the key ${keyField}`);
  const keys = records.flatMap((record) => {
    const key = sentKey(record, keyField);
    return typeof key === 'string' ? [key] : [];
  });
  const found = await runAllowed(run.database, run.access, [
    sql<
      StoredRow & { key: string }
    >`select id, body, ${sql.ref(column.name)} as key from ${sql.table(table.name)}
      where ${sql.ref(column.name)} in (select value from json_each(${JSON.stringify(keys)}))`.compile(
      rowsBuilder,
    ),
  ]);
  if (isRefusal(found)) return found;
  return new Map(found.rows[0].map((row) => [keyOf(row.key), readRow(row)]));
}

/** The state of the database for a chunk before it is written. */
interface ChunkState {
  /** JSON text of the chunk if it was committed before, else null. */
  readonly earlier: string | null;
  /** JSON text: the lines with failed checks, with their flags. */
  readonly failed: string;
}

type LineFlags = readonly [line: number, flags: number];

/** One query for both, because a request has few queries. */
function findState(
  { key }: ImportRun,
  ordinal: number,
  text: string,
  checks: readonly LineCheck[],
): CompiledQuery<ChunkState> {
  return sql<ChunkState>`select
    (select json_object('ordinal', ordinal, 'request_hash', request_hash, 'sha256', sha256, 'id_seed', id_seed,
        'created_ms', created_ms, 'results', results) from import_chunks
      where subject = ${key?.subject ?? ''} and key = ${key?.key ?? ''} and ordinal = ${ordinal}) as earlier,
    (select json_group_array(json_array(line, flags)) from (${failing(text, checks)})) as failed`.compile(
    rowsBuilder,
  );
}

function readFlags(state: ChunkState | undefined): readonly LineFlags[] {
  return JSON.parse(state?.failed ?? '[]');
}

/** SELECT of the lines with failed checks. */
function failing(text: string, checks: readonly LineCheck[]) {
  return sql`select candidate.value ->> '$.n' as line, ${flagsOf(checks)} as flags
    from json_each(${text}) as candidate where ${flagsOf(checks)} <> 0`;
}

interface ChunkIdentity {
  readonly ordinal: number;
  readonly sha256: string;
  readonly seed: string;
  readonly nowMs: number;
}

/** SQL that is true for the row of `import_chunks` that this attempt wrote. */
function isChunk({ key }: ImportRun, { ordinal, seed }: ChunkIdentity): Expression<SqlBool> {
  return sql<SqlBool>`subject = ${key?.subject ?? ''} and key = ${key?.key ?? ''}
    and ordinal = ${ordinal} and id_seed = ${seed}`;
}

function isWritten(run: ImportRun, identity: ChunkIdentity): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from import_chunks where ${isChunk(run, identity)})`;
}

function insertChunk(
  run: ImportRun,
  { ordinal, sha256, seed, nowMs }: ChunkIdentity,
  plan: ChunkPlan,
  text: string,
  checks: readonly LineCheck[],
): CompiledQuery {
  const { key, access, request } = run;
  const updated = plan.candidates.flatMap(({ n, i, v }) => (v === undefined ? [] : [[n, i]]));
  const known = JSON.stringify({ settled: plan.settled, updated });
  const goesOn = request.onInvalid === 'skip-line' ? sql`true` : sql`not exists (select 1 from failed)`;
  return sql`insert into import_chunks (subject, key, ordinal, request_hash, sha256, id_seed, created_ms, results)
    with failed as materialized (${failing(text, checks)})
    select ${key?.subject ?? ''}, ${key?.key ?? ''}, ${ordinal}, ${key?.requestHash ?? ''}, ${sha256}, ${seed}, ${nowMs},
      json_set(${known}, '$.failed', (select json_group_array(json_array(line, flags)) from failed))
    where ${access.condition} and ${goesOn} and not exists (select 1 from import_chunks
      where subject = ${key?.subject ?? ''} and key = ${key?.key ?? ''} and ordinal = ${ordinal})`.compile(
    rowsBuilder,
  );
}

/** One audit event per row, as if each row had been written by its own request. */
function insertEvents(
  run: ImportRun,
  { fieldSets }: ChunkPlan,
  text: string,
  checks: readonly LineCheck[],
  written: Expression<SqlBool>,
  nowMs: number,
): CompiledQuery {
  const { request, access, context } = run;
  const now = new Date(nowMs).toISOString();
  const event = JSON.stringify({
    ...{ accountId: context.bindings.ACCOUNT_ID, createdAt: now, updatedAt: now, version: 1 },
    collection: request.table.collection,
    requestId: toRequestId(context.traceparent),
  });
  return sql`insert into audit_events (id, body)
    select candidate.value ->> '$.a', json_patch(${event}, json_object(
      'action', case when candidate.value ->> '$.v' is null then 'create' else 'update' end,
      'rowId', candidate.value ->> '$.i', 'before', candidate.value ->> '$.p', 'after', candidate.value ->> '$.d',
      'rowVersion', coalesce(candidate.value ->> '$.v', 0) + 1,
      'changedFields', json((select field_set.value from json_each(${JSON.stringify(fieldSets)}) as field_set
        where field_set.key = candidate.value ->> '$.c')),
      'actorId', who.id, 'createdBy', who.id, 'updatedBy', who.id))
    from json_each(${text}) as candidate, (select ${access.actor} as id) as who
    where ${written} and ${flagsOf(checks)} = 0`.compile(rowsBuilder);
}

const HAS_EVENT = sql`exists (select 1 from audit_events where audit_events.id = candidate.value ->> '$.a')`;

function insertRows({ request, access }: ImportRun, text: string): CompiledQuery {
  return sql`insert into ${sql.table(request.table.name)} (id, body)
    select candidate.value ->> '$.i', json_set(candidate.value -> '$.b', '$.createdBy', who.id, '$.updatedBy', who.id)
    from json_each(${text}) as candidate, (select ${access.actor} as id) as who
    where candidate.value ->> '$.v' is null and ${HAS_EVENT}`.compile(rowsBuilder);
}

// json_patch() would merge nested objects. No table has an object as a field of its body, only lists and plain values;
// `folded` is an object, and replaced by removing it first.
function updateRows({ request, access }: ImportRun, text: string): CompiledQuery {
  const target = sql.table(request.table.name);
  return sql`update ${target} set body = json_set(json_patch(json_remove(body, '$.folded'), candidate.value -> '$.b'), '$.updatedBy', ${access.actor})
    from json_each(${text}) as candidate
    where ${target}.id = candidate.value ->> '$.i' and candidate.value ->> '$.v' is not null and ${HAS_EVENT}`.compile(
    rowsBuilder,
  );
}

function toOutcomes(
  run: ImportRun,
  records: readonly ImportRecord[],
  { candidates, settled }: ChunkPlan,
  failed: readonly LineFlags[],
  warned: readonly WarnedLine[],
  checks: readonly LineCheck[],
): readonly LineOutcome[] {
  const { request } = run;
  const outcomes = new Map(settled.map((outcome) => [outcome.line, outcome]));
  for (const [line, flags] of failed) {
    const outcome = toOutcome(line, flags, checks);
    if (outcome !== undefined) outcomes.set(line, outcome);
  }
  const isHeldBack =
    request.onInvalid === 'skip-chunk' &&
    [...outcomes.values()].some(({ status, errors }) => status !== 'skipped' || errors !== undefined);
  const warnings = toLineWarnings(run, warned);
  for (const candidate of candidates) {
    if (outcomes.has(candidate.n)) continue;
    const outcome = isHeldBack
      ? heldBack(candidate.n)
      : { ...wrote(candidate, request.dryRun), ...warnings.get(candidate.n) };
    outcomes.set(candidate.n, outcome);
  }
  return inOrder(records, outcomes);
}

function wrote({ n, i, v }: Candidate, dryRun: boolean): LineOutcome {
  const isNew = v === undefined;
  return { line: n, status: isNew ? 'created' : 'updated', ...(dryRun && isNew ? {} : { id: i }) };
}

function heldBack(line: number): LineOutcome {
  return { line, status: 'skipped', detail: 'Other lines of its chunk cannot be written.' };
}

/** The outcome when two rows of a chunk swap a unique value, or a concurrent request took one. */
function allSkipped(records: readonly ImportRecord[], { error }: Refusal): readonly LineOutcome[] {
  const errors = error.kind === 'duplicate' ? error.errors : [];
  return records.map(({ line }) => ({ line, status: 'duplicate', errors }));
}

function inOrder(
  records: readonly ImportRecord[],
  outcomes: ReadonlyMap<number, LineOutcome>,
): readonly LineOutcome[] {
  return records.flatMap(({ line }) => outcomes.get(line) ?? []);
}

/** The outcomes of a chunk that was committed before; 422 if its content differs. */
function replay(
  run: ImportRun,
  { records }: Chunk,
  sha256: string,
  stored: StoredChunk,
): readonly LineOutcome[] | Refusal {
  // Erasing one of its rows clears the digest of a chunk; the record that it was written stays.
  const isSame = stored.sha256 === sha256 || stored.sha256 === '';
  if (!isSame || stored.request_hash !== run.key?.requestHash) {
    return refuse({ kind: 'idempotency_key_reused' });
  }
  const { settled, failed, updated, warned = [] } = JSON.parse(stored.results) as StoredResults;
  const checks = checksOf(run.request.table, run.collection.tables, run.access);
  const outcomes = new Map<number, LineOutcome>();
  const warnings = toLineWarnings(run, warned);
  for (const { line } of records) {
    const id = rowId(run.request.table.idPrefix, stored.created_ms, stored.id_seed, line);
    outcomes.set(line, { line, status: 'created', id, ...warnings.get(line) });
  }
  for (const [line, id] of updated) outcomes.set(line, { line, status: 'updated', id });
  for (const outcome of settled) outcomes.set(outcome.line, outcome);
  for (const [line, flags] of failed) {
    const outcome = toOutcome(line, flags, checks);
    if (outcome !== undefined) outcomes.set(line, outcome);
  }
  return inOrder(records, outcomes);
}
