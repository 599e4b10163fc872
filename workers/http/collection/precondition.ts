import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { type Refusal, refuse } from '../refusal.ts';
import type { RequestError } from '../request-error.ts';
import { rowsBuilder } from './rows.ts';

/** Something that must hold in the database at the moment of a write, and what the caller is told when it does not. */
export interface Precondition {
  readonly holds: Expression<SqlBool>;
  readonly otherwise: RequestError;
}

/** All preconditions as one SQL condition for the write. */
export function allHold(preconditions: readonly Precondition[]): Expression<SqlBool> {
  if (preconditions.length === 0) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.join(
    preconditions.map((precondition) => precondition.holds),
    sql` and `,
  )})`;
}

/** Query that tells which preconditions hold; it runs just before the write, in the same transaction. */
export function checkPreconditions(
  preconditions: readonly Precondition[],
): CompiledQuery<Record<string, number>> {
  const columns = preconditions.map(({ holds }, index) => sql`(${holds}) as ${sql.ref(`holds_${index}`)}`);
  return sql<Record<string, number>>`select ${sql.join(columns.length > 0 ? columns : [sql`1`])}`.compile(
    rowsBuilder,
  );
}

/** The refusal of the first precondition that did not hold; all references that point to nothing are named together. */
export function findFailure(
  preconditions: readonly Precondition[],
  row: Record<string, number> | undefined,
): Refusal | undefined {
  const failed = preconditions
    .filter((_, index) => row?.[`holds_${index}`] !== 1)
    .map(({ otherwise }) => otherwise);
  const [first] = failed;
  if (first?.kind !== 'unknown_reference') return first === undefined ? undefined : refuse(first);
  const errors = failed.flatMap((error) => (error.kind === 'unknown_reference' ? error.errors : []));
  return refuse({ kind: 'unknown_reference', errors });
}
