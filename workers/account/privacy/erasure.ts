import { type CompiledQuery, sql } from 'kysely';
import { rowsBuilder } from '../../http/collection/rows.ts';

/** Prefix of the ids of erasures. */
export const ERASURE_PREFIX = 'era';

/** The record of an erased client: a row of `erasures`. */
export interface ErasureRow {
  readonly id: string;
  readonly client_id: string;
  readonly status: 'running' | 'done';
  readonly reason: string;
  readonly digest: string;
  /** JSON text: collection → rows erased. */
  readonly erased: string;
  /** JSON text: ids of contacts who look like the client and were kept. */
  readonly similar_contacts: string;
  readonly started_at: string;
  readonly started_by: string;
  readonly finished_at: string | null;
}

/** The erasure of a client, if there is one. */
export function selectErasure(clientId: string): CompiledQuery<ErasureRow> {
  return sql<ErasureRow>`select * from erasures where client_id = ${clientId}`.compile(rowsBuilder);
}

/** An erasure as the API shows it. */
export function toErasure(row: ErasureRow) {
  return {
    id: row.id,
    clientId: row.client_id,
    status: row.status,
    reason: row.reason,
    digest: row.digest,
    erased: JSON.parse(row.erased) as Readonly<Record<string, number>>,
    similarContacts: JSON.parse(row.similar_contacts) as readonly string[],
    startedAt: row.started_at,
    startedBy: row.started_by,
    finishedAt: row.finished_at,
  };
}
