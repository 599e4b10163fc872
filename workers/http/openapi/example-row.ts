import * as v from 'valibot';
import type { Table } from '../../../schema/model/define-table.ts';

/** A table's example body as a row in a response, with defaults and tracking fields. */
export function exampleRow(table: Table): Readonly<Record<string, unknown>> {
  const ofCaller = Object.entries(table.example).filter(([name]) => name in table.body.entries);
  const createdAt = '2026-01-01T09:30:00.000Z';
  const author = 'usr-01kdw5h80c0000000000000004';
  return {
    id: `${table.idPrefix}-01kdw5h80c0000000000000009`,
    version: 1,
    ...(table.tier === 'account' ? { accountId: 'acc-01kdw5h80c0000000000000000' } : {}),
    createdAt,
    createdBy: author,
    updatedAt: createdAt,
    updatedBy: author,
    ...table.example,
    ...v.parse(table.body, Object.fromEntries(ofCaller)),
  };
}
