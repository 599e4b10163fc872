import { toAsciiLowerCase } from '../../../schema/model/ascii-case.ts';
import { newId } from '../../../schema/model/ids.ts';
import { stripInvisible } from '../../../schema/model/invisible.ts';
import { limits } from '../../../schema/model/limits.ts';
import { isTracking } from '../../../schema/model/tracking.ts';
import { changedFields } from '../../http/collection/changed-fields.ts';
import type { Change, CollectionOptions } from '../../http/collection/collection-options.ts';
import { contentDigest, digestSaltOf } from '../../http/collection/digest.ts';
import { foldedOf } from '../../http/collection/folded-fields.ts';
import { type Fields, type ReadRow, withoutTracking } from '../../http/collection/rows.ts';
import { onlyFields } from '../../http/collection/sensitive.ts';
import { checkState } from '../../http/collection/states.ts';
import { toProblem } from '../../http/problems/problem.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { canonicalJson } from '../../http/request/canonical-json.ts';
import { mergePatch } from '../../http/request/merge-patch.ts';
import { parseInput, refuseUnknownFields } from '../../http/request/parse-input.ts';
import type { AccountBindings } from '../bindings.ts';
import { type LineOutcome, toLineErrors } from './import-outcome.ts';
import type { ImportRecord } from './import-record.ts';
import type { ImportRequest } from './import-request.ts';

/**
 * A line that is ready to be written, with one-letter names because a thousand of them are sent in one parameter.
 * `b` is the new body, or for an update the fields that change.
 */
export interface Candidate {
  /** Line. */
  readonly n: number;
  /** Row. */
  readonly i: string;
  /** Audit event. */
  readonly a: string;
  readonly b: Fields;
  /** Digest after. */
  readonly d: string;
  /** Index in the chunk's `fieldSets` of the names of the changed fields. */
  readonly c: number;
  /** Digest and version before the change; only in an update. */
  readonly p?: string;
  readonly v?: number;
  /** 1 when the line sets a sensitive field. */
  readonly s?: 1;
}

/** The plan of a chunk before the database checks it. */
export interface ChunkPlan {
  readonly candidates: readonly Candidate[];
  /** Sets of changed field names; the lines of a chunk share a few of them. */
  readonly fieldSets: readonly (readonly string[])[];
  /** Lines that will not be written, independent of the database. */
  readonly settled: readonly LineOutcome[];
}

/** What planning needs in addition to the lines. */
export interface PlanOptions {
  readonly request: ImportRequest;
  readonly collection: CollectionOptions<AccountBindings>;
  readonly accountId: string;
  /** Current rows, by the value of the key field as `keyOf()` returns it. */
  readonly existing: ReadonlyMap<string, ReadRow>;
  /** Unique values of earlier lines, with the line numbers. */
  readonly taken: Map<string, number>;
  readonly idOf: (line: number) => string;
  readonly nowMs: number;
}

/** A key value for lookups: unique texts are compared without regard to ASCII case. */
export function keyOf(value: unknown): string {
  return toAsciiLowerCase(String(value));
}

/** The value of the key field in a line. */
export function sentKey({ sent }: ImportRecord, keyField: string | undefined): unknown {
  if (keyField === undefined || typeof sent !== 'object' || sent === null) return undefined;
  const key = (sent as Fields)[keyField];
  return typeof key === 'string' ? stripInvisible(key).trim() : key; // As the field keeps it.
}

/** Validates the lines of a chunk against their table and against each other. */
export async function planChunk(records: readonly ImportRecord[], options: PlanOptions): Promise<ChunkPlan> {
  const candidates: Candidate[] = [];
  const settled: LineOutcome[] = [];
  const fieldSets = new Map<string, number>();
  for (const record of records) {
    const planned = await planLine(record, options);
    if ('status' in planned) {
      const { errors, ...outcome } = planned;
      settled.push(errors === undefined ? outcome : { ...outcome, errors: toLineErrors(errors) });
    } else {
      const { changed, ...candidate } = planned;
      const names = JSON.stringify(changed);
      if (!fieldSets.has(names)) fieldSets.set(names, fieldSets.size);
      candidates.push({ ...candidate, c: fieldSets.get(names) ?? 0 });
    }
  }
  return { candidates, settled, fieldSets: [...fieldSets.keys()].map((names) => JSON.parse(names)) };
}

/** A candidate with the names of its changed fields. */
type PlannedLine = Omit<Candidate, 'c'> & { readonly changed: readonly string[] };

async function planLine(record: ImportRecord, options: PlanOptions): Promise<PlannedLine | LineOutcome> {
  const { request, collection, existing, nowMs } = options;
  const { table, keyField } = request;
  const { line, errors } = record;
  if (errors.length > 0) return { line, status: 'invalid', errors };
  const sent = withoutServerFields(record.sent, options);
  const key = sentKey(record, keyField);
  const before = key === undefined || key === null ? undefined : existing.get(keyOf(key));
  if (before === undefined && keyField === 'id') return unknownId(line);
  const unknown = refuseUnknownFields(table.body, sent);
  if (unknown !== undefined) return refused(line, unknown);
  const callerFields = onlyFields(before?.fields ?? {}, Object.keys(table.body.entries));
  const combined = request.mode === 'upsert' ? mergePatch(callerFields, sent) : sent;
  const fields = parseInput(table.body, combined);
  if (isRefusal(fields)) return refused(line, fields);
  const id = before?.id ?? options.idOf(line);
  const after = { ...fields, ...onlyFields(before?.fields ?? {}, Object.keys(table.serverFields)) };
  const change: Change =
    before === undefined ? { action: 'create', id, before, after } : { action: 'update', id, before, after };
  const no = checkState(table, change) ?? collection.hooks?.check?.(change, nowMs);
  if (no !== undefined) return refused(line, no);
  const taken = takeUnique(line, id, before === undefined, fields, options);
  if (taken !== undefined) return taken;
  const now = new Date(nowMs).toISOString();
  if (before !== undefined && canonicalJson(withoutTracking(before.fields)) === canonicalJson(after))
    return { line, status: 'skipped', id, detail: 'The row already has these values.' };
  const digestSalt = digestSaltOf(before?.fields ?? {});
  const d = await contentDigest({ ...after, digestSalt });
  const p = before && (await contentDigest(before.fields));
  const b =
    before === undefined
      ? {
          accountId: options.accountId,
          createdAt: now,
          updatedAt: now,
          version: 1,
          digestSalt,
          ...after,
          ...foldedOf(table, after),
        }
      : {
          ...fieldsToWrite(before.fields, after, options),
          ...{ updatedAt: now, version: before.version + 1, digestSalt },
          folded: foldedOf(table, after).folded ?? null,
        };
  if (new TextEncoder().encode(JSON.stringify(b)).byteLength > limits.rowBytesMax - EVENT_BYTES) {
    return { line, status: 'invalid', errors: [{ pointer: '#', detail: 'is too large for a row' }] };
  }
  const isSensitive = table.sensitive.some((field) => Object.hasOwn(sent as Fields, field));
  return {
    ...{ n: line, i: id, a: newId('aud', nowMs), b, d },
    changed: changedFields(table, before?.fields ?? {}, after),
    ...(before === undefined || p === undefined ? {} : { p, v: before.version }),
    ...(isSensitive ? { s: 1 as const } : {}),
  };
}

/** Bytes of a candidate in addition to its body. */
const EVENT_BYTES = 1_000;

function unknownId(line: number): LineOutcome {
  return { line, status: 'invalid', errors: [{ pointer: '#/id', detail: 'is not the id of a row' }] };
}

function refused(line: number, refusal: Refusal): LineOutcome {
  const { detail, errors = [{ pointer: '#', detail }] } = toProblem(refusal.error);
  return { line, status: 'invalid', errors };
}

/** Drops server fields, so that an export can be imported unchanged. */
function withoutServerFields(sent: unknown, { request: { table } }: PlanOptions): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => !isTracking(name) && !Object.hasOwn(table.serverFields, name)),
  );
}

/** Two lines of an import cannot have the same value in a unique field. */
function takeUnique(
  line: number,
  id: string,
  isNew: boolean,
  fields: Fields,
  options: PlanOptions,
): LineOutcome | undefined {
  const { table } = options.request;
  const groups = [
    // The id of a new row cannot conflict.
    ...(isNew ? [] : [['id']]),
    ...table.indexes.map(({ unique }) =>
      unique.map((name) => table.columns.find((column) => column.name === name)?.path ?? name),
    ),
  ];
  for (const [index, paths] of groups.entries()) {
    const values = paths.map((path) => (path === 'id' ? id : fields[path]));
    if (values.some((value) => value === undefined || value === null)) continue;
    const key = `${isNew ? index + 1 : index}:${keyOf(JSON.stringify(values))}`;
    const earlier = options.taken.get(key);
    if (earlier !== undefined) {
      const errors = paths.map((path) => ({ pointer: `#/${path}`, detail: `is also on line ${earlier}` }));
      return { line, status: 'duplicate', errors };
    }
    options.taken.set(key, line);
  }
  return undefined;
}

/** Fields to write in an update: changed fields (null removes one), and unique fields, which the SQL checks use. */
function fieldsToWrite(before: Fields, after: Fields, { request: { table } }: PlanOptions): Fields {
  const changed: Record<string, unknown> = {};
  const old = withoutTracking(before);
  for (const name of new Set([...Object.keys(old), ...Object.keys(after)])) {
    if (canonicalJson(old[name]) !== canonicalJson(after[name])) changed[name] = after[name] ?? null;
  }
  const unique = new Set(table.indexes.flatMap((index) => index.unique));
  for (const { name, path } of table.columns) {
    if (unique.has(name) && after[path] !== undefined) changed[path] = after[path];
  }
  return changed;
}
