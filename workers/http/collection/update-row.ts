import { type SqlBool, sql } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import { limits } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../problems/refusal.ts';
import { canonicalJson } from '../request/canonical-json.ts';
import { mergePatch } from '../request/merge-patch.ts';
import { parseInput, refuseUnknownFields } from '../request/parse-input.ts';
import { readJsonBody } from '../request/read-body.ts';
import { type ChangedRow, type ChangeOptions, changeRow, type PlanChange } from './change-row.ts';
import type { Change, CollectionOptions } from './collection-options.ts';
import { rowResponse } from './present.ts';
import { type Fields, type ReadRow, readRow, withoutTracking } from './rows.ts';
import { runAllowed } from './run-allowed.ts';
import { hiddenFields, onlyFields, refuseHidden } from './sensitive.ts';
import { recordRowShown } from './sensitive-reads.ts';

/** Media types of a merge patch. Plain JSON is accepted because it can mean nothing else here. */
const PATCH_MEDIA_TYPES = ['application/merge-patch+json', 'application/json'];

/**
 * `PUT /v1/<collection>/{id}`: replaces all fields that callers may write; omitted fields are removed. Without a
 * difference nothing is written, and the version stays.
 */
export async function replaceRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  return await updateRow(options, context, id, ['application/json'], (_callerFields, sent) => sent);
}

/** `PATCH /v1/<collection>/{id}`: applies a merge patch (RFC 7396) to the fields that callers may write. */
export async function patchRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  return await updateRow(options, context, id, PATCH_MEDIA_TYPES, mergePatch);
}

async function updateRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
  mediaTypes: readonly string[],
  combine: (callerFields: Fields, sent: unknown) => unknown,
): Promise<Response | Refusal> {
  const { table } = options;
  const access = await options.authorize(context, table, 'write');
  if (isRefusal(access)) return access;
  const body = await readJsonBody(context.request, mediaTypes);
  if (isRefusal(body)) return body;
  const plan: PlanChange = (before, caller) => {
    const hidden = hiddenFields(table, caller);
    const refused = refuseHidden(table, hidden, body.value);
    if (refused !== undefined) return refused;
    const unknown = refuseUnknownFields(table.body, body.value);
    if (unknown !== undefined) return unknown;
    const callerFields = onlyFields(before.fields, Object.keys(table.body.entries));
    return planUpdate(table, before, hidden, combine(callerFields, body.value));
  };
  const extraQueries: ChangeOptions<Bindings>['extraQueries'] = (_change, written) =>
    recordRowShown(options, context, access, id, written);
  const changed = await changeRow({ collection: options, context, access, id, plan, extraQueries });
  if (isRefusal(changed)) return changed;
  if (changed.isUnchanged && mayShowSensitive(table, changed)) {
    const shown = await runAllowed(context.database, access, [
      ...recordRowShown(options, context, access, id, sql<SqlBool>`true`),
    ]);
    if (isRefusal(shown)) return shown;
  }
  return rowResponse(changed.row, options, context.bindings, changed.caller);
}

/** Whether the response shows the caller a value of a sensitive field. */
function mayShowSensitive(table: Table, { row, caller }: ChangedRow): boolean {
  const hidden = hiddenFields(table, caller);
  const { fields } = readRow(row);
  return table.sensitive.some((field) => fields[field] !== undefined && !hidden.includes(field));
}

/** Plans an update: server fields and hidden fields stay, the caller's fields become `input`. */
function planUpdate(
  table: Table,
  before: ReadRow,
  hidden: readonly string[],
  input: unknown,
): Change | Refusal | 'unchanged' {
  const fields = parseInput(table.body, input);
  if (isRefusal(fields)) return fields;
  const kept = onlyFields(before.fields, [...Object.keys(table.serverFields), ...hidden]);
  const after = { ...fields, ...kept };
  if (canonicalJson(withoutTracking(before.fields)) === canonicalJson(after)) return 'unchanged';
  const bytes = new TextEncoder().encode(JSON.stringify(after)).byteLength;
  if (bytes > limits.rowBytesMax) return refuse({ kind: 'body_too_large', bytesMax: limits.rowBytesMax });
  return { action: 'update', id: before.id, before, after };
}
