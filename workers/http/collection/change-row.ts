import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import type { ApiContext } from '../api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import { checkIfMatch, type IfMatch, parseIfMatch } from '../request/etag.ts';
import { refuseExisting } from '../request/write-conditions.ts';
import type { Access, Caller } from './access.ts';
import { auditEntry, toRequestId } from './audit.ts';
import { changedFields } from './changed-fields.ts';
import type { Change, CollectionOptions } from './collection-options.ts';
import { contentDigest, digestSaltOf } from './digest.ts';
import { foldedOf } from './folded-fields.ts';
import { selectRow } from './get-row.ts';
import { allHold, checkPreconditions, findFailure, type Precondition } from './precondition.ts';
import { nothingRefersTo, referencesExist } from './references.ts';
import { type Fields, type ReadRow, readRow, rowsBuilder, type StoredRow, withoutTracking } from './rows.ts';
import { runAllowed } from './run-allowed.ts';
import { checkState } from './states.ts';

/** Attempts of a write with `If-Match: *` when other requests change the row in between. */
const ATTEMPTS_MAX = 5;

/** Plans a change from the current row; `unchanged` when nothing is to be written. */
export type PlanChange = (before: ReadRow, caller: Caller) => Change | Refusal | 'unchanged';

/** The row after a change (for a delete: before it), and who made the change. */
export interface ChangedRow {
  readonly row: StoredRow;
  readonly caller: Caller;
  /** Whether nothing was written, because nothing would have changed. */
  readonly isUnchanged: boolean;
  /** Rows of the `extraQueries`. */
  readonly extraRows: readonly (readonly unknown[])[];
}

/** Options of a change. */
export interface ChangeOptions<Bindings> {
  readonly collection: CollectionOptions<Bindings>;
  readonly context: ApiContext<Bindings>;
  readonly access: Access;
  readonly id: string;
  readonly plan: PlanChange;
  /** Default: the change's own action. */
  readonly auditAction?: string;
  /** Default: the request's `If-Match`, which is required. */
  readonly ifMatch?: IfMatch;
  /** Preconditions in addition to those of the table. Default none. */
  readonly require?: readonly Precondition[];
  /** Further queries of the change's transaction; each must depend on `written`. Default none. */
  readonly extraQueries?: (change: Change, written: Expression<SqlBool>) => readonly CompiledQuery[];
}

/**
 * Changes or deletes one row in two round trips: one reads it, the other writes if the version is still the same. The
 * read is needed because a merge patch and the audit digest depend on the row.
 *
 * @returns A refusal if nothing was changed.
 */
export async function changeRow<Bindings>(options: ChangeOptions<Bindings>): Promise<ChangedRow | Refusal> {
  const { collection, context, access, id } = options;
  const ifMatch = options.ifMatch ?? parseIfMatch(context.request.headers);
  if (isRefusal(ifMatch)) return ifMatch;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    const found = await runAllowed(context.database, access, [selectRow(collection.table.name, id)]);
    if (isRefusal(found)) return found;
    const row = found.rows[0][0];
    if (row === undefined)
      return refuse({ kind: 'row_not_found', collection: collection.table.collection, id });
    const before = readRow(row);
    const mismatch =
      refuseExisting(context.request.headers, before.etag) ?? checkIfMatch(ifMatch, before.etag);
    if (mismatch !== undefined) return mismatch;
    const change = options.plan(before, found.caller);
    if (change === 'unchanged') return { row, caller: found.caller, isUnchanged: true, extraRows: [] };
    if (isRefusal(change)) return change;
    const written = await writeChange(options, change, before);
    const raced = isRefusal(written) && written.error.kind === 'version_mismatch';
    if (!raced || ifMatch !== '*') return written;
  }
  return refuse({
    kind: 'conflict',
    detail: 'The row is being changed by other requests; repeat this one after a moment.',
  });
}

/** The write of `changeRow()`: applies a planned change if the row still has the same version (else 412). */
export async function writeChange<Bindings>(
  options: Omit<ChangeOptions<Bindings>, 'plan'>,
  change: Change,
  before: ReadRow,
): Promise<ChangedRow | Refusal> {
  const { collection, context, access } = options;
  const refused = checkState(collection.table, change) ?? collection.hooks?.check?.(change, context.nowMs);
  if (refused !== undefined) return refused;
  const preconditions = [...preconditionsOf(collection, access, change, before), ...(options.require ?? [])];
  const digestSalt = digestSaltOf(before.fields);
  const event = {
    action: options.auditAction ?? change.action,
    collection: collection.table.collection,
    rowId: change.id,
    before: await contentDigest(before.fields),
    ...(change.after === undefined
      ? {}
      : await describeAfter(collection.table, before, change.after, digestSalt)),
    requestId: toRequestId(context.traceparent),
  };
  const condition = sql<boolean>`${access.condition} and ${allHold(preconditions)}`;
  const accountId = collection.accountId(context.bindings);
  const audit = auditEntry(event, access.actor, condition, accountId, context.nowMs);
  const target = sql.table(collection.table.name);
  const statement: CompiledQuery<StoredRow> =
    change.after === undefined
      ? sql<StoredRow>`delete from ${target} where id = ${change.id} and ${audit.written} returning id, body`.compile(
          rowsBuilder,
        )
      : sql<StoredRow>`update ${target} set body = json_set(${changedBody(collection.table, change, before, digestSalt, context.nowMs)}, '$.updatedBy', ${access.actor})
          where id = ${change.id} and ${audit.written} returning id, body`.compile(rowsBuilder);
  const done = await runAllowed(context.database, access, [
    checkPreconditions(preconditions),
    audit.insert,
    statement,
    ...(options.extraQueries?.(change, audit.written) ?? []),
  ]);
  if (isRefusal(done)) return done;
  const failure = findFailure(preconditions, done.rows[0][0], done.caller);
  if (failure !== undefined) return failure;
  const written = done.rows[2][0];
  if (written === undefined)
    throw new Error(`the ${change.action} of a row wrote nothing although its conditions were met`);
  collection.hooks?.committed?.(change, context);
  return { row: written, caller: done.caller, isUnchanged: false, extraRows: done.rows.slice(3) };
}

async function describeAfter(table: Table, before: ReadRow, after: Fields, digestSalt: string) {
  return {
    after: await contentDigest({ ...after, digestSalt }),
    rowVersion: before.version + 1,
    changedFields: changedFields(table, before.fields, after),
  };
}

/** The version is checked first: after a race the caller must read the row again, whatever else is wrong. */
function preconditionsOf<Bindings>(
  { table, tables, hooks }: CollectionOptions<Bindings>,
  access: Access,
  change: Change,
  before: ReadRow,
): readonly Precondition[] {
  const sameVersion: Precondition = {
    holds: sql<boolean>`exists (select 1 from ${sql.table(table.name)} where id = ${change.id} and version = ${before.version})`,
    otherwise: { kind: 'version_mismatch' },
  };
  const references =
    change.after === undefined
      ? nothingRefersTo(table, tables, change.id)
      : referencesExist(table, tables, change.after);
  return [sameVersion, ...references, ...(hooks?.preconditions?.(change, access) ?? [])];
}

/** JSON text of a changed body without its author, which only SQL knows. */
function changedBody(
  table: Table,
  change: Change,
  before: ReadRow,
  digestSalt: string,
  nowMs: number,
): string {
  const { accountId, createdAt, createdBy } = before.fields;
  const tracking = {
    accountId,
    createdAt,
    createdBy,
    updatedAt: new Date(nowMs).toISOString(),
    version: before.version + 1,
    digestSalt,
  };
  const after = withoutTracking(change.after ?? {});
  return JSON.stringify({ ...tracking, ...after, ...foldedOf(table, after) });
}
