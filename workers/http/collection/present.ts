import { toEtag } from '../request/etag.ts';
import type { Caller } from './access.ts';
import type { CollectionOptions } from './collection-options.ts';
import { type Fields, readRow, type StoredRow, toAnswer } from './rows.ts';
import { hiddenFields, withoutFields } from './sensitive.ts';

/** A row as the caller sees it. */
export function present<Bindings>(
  row: StoredRow,
  { table, accountId, hooks }: CollectionOptions<Bindings>,
  bindings: Bindings,
  caller: Caller,
): Fields {
  const answer = toAnswer(row, accountId(bindings));
  const hidden = [...hiddenFields(table, caller), ...(hooks?.hidden?.(answer, caller) ?? [])];
  return hidden.length === 0 ? answer : withoutFields(answer, hidden);
}

/** The response with one row and its entity tag. */
export function rowResponse<Bindings>(
  row: StoredRow,
  options: CollectionOptions<Bindings>,
  bindings: Bindings,
  caller: Caller,
): Response {
  const headers = { etag: toEtag(readRow(row).version) };
  return Response.json(present(row, options, bindings, caller), { headers });
}
