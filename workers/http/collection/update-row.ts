import type { Table } from '../../../schema/define-table.ts';
import { limits } from '../../../schema/limits.ts';
import type { ApiContext } from '../api-context.ts';
import { mergePatch } from '../merge-patch.ts';
import { parseInput } from '../parse-input.ts';
import { readJsonBody } from '../read-body.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { changeRow } from './change-row.ts';
import type { Change, CollectionOptions } from './collection-options.ts';
import { type Fields, type ReadRow, readRow, type StoredRow, toAnswer } from './rows.ts';

/** Media types of a merge patch. Plain JSON is taken as one: nothing else could be meant by it. */
const PATCH_MEDIA_TYPES = ['application/merge-patch+json', 'application/json'];

/** `PUT /v1/<collection>/{id}`: the body becomes all that callers may write; what is left out is gone. */
export async function replaceRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  return await updateRow(options, context, id, ['application/json'], (_callerFields, sent) => sent);
}

/** `PATCH /v1/<collection>/{id}`: a merge patch (RFC 7396) on the fields that callers may write. */
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
  const row = await changeRow({
    collection: options,
    context,
    access,
    id,
    plan: (before) => planUpdate(table, id, before, (callerFields) => combine(callerFields, body.value)),
  });
  return isRefusal(row) ? row : updated(row, options.accountId(context.bindings));
}

/** Plans an update: the server's fields stay, the caller's become what `toSent` makes of them. */
function planUpdate(
  table: Table,
  id: string,
  before: ReadRow,
  toSent: (callerFields: Fields) => unknown,
): Change | Refusal {
  const fields = parseInput(table.body, toSent(pick(before.fields, Object.keys(table.body.entries))));
  if (isRefusal(fields)) return fields;
  const after = { ...pick(before.fields, Object.keys(table.serverFields)), ...fields };
  const bytes = new TextEncoder().encode(JSON.stringify(after)).byteLength;
  if (bytes > limits.rowBytesMax) return refuse({ kind: 'body_too_large', bytesMax: limits.rowBytesMax });
  return { action: 'update', id, before, after };
}

/** The answer to an update. */
export function updated(row: StoredRow, accountId: string | undefined): Response {
  return Response.json(toAnswer(row, accountId), { headers: { etag: readRow(row).etag } });
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
