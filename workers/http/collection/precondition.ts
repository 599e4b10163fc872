import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { RequestError } from '../problems/request-error.ts';
import type { Caller } from './access.ts';
import { rowsBuilder } from './rows.ts';

/** A condition in the database at the time of a write, and the error when it does not hold. */
export interface Precondition {
  readonly holds: Expression<SqlBool>;
  /** The error, or a function that makes it from the evidence for this caller. */
  readonly otherwise: RequestError | ((evidence: unknown, caller: Caller) => RequestError);
  /** SQL for JSON that shows why the condition does not hold; evaluated only then. Default none. */
  readonly evidence?: Expression<string>;
}

/** The result of `checkPreconditions()`: for each, whether it holds, and the evidence if not. */
export type Checks = Readonly<Record<string, number | string | null>>;

/** All preconditions as one SQL condition for the write. */
export function allHold(preconditions: readonly Precondition[]): Expression<SqlBool> {
  if (preconditions.length === 0) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.join(
    preconditions.map((precondition) => precondition.holds),
    sql` and `,
  )})`;
}

/** Query that tells which preconditions hold. It runs just before the write, in the same transaction. */
export function checkPreconditions(preconditions: readonly Precondition[]): CompiledQuery<Checks> {
  const columns = preconditions.flatMap(({ holds, evidence }, index) => [
    sql`(${holds}) as ${sql.ref(`holds_${index}`)}`,
    ...(evidence === undefined
      ? []
      : [sql`case when ${holds} then null else ${evidence} end as ${sql.ref(`evidence_${index}`)}`]),
  ]);
  return sql<Checks>`select ${sql.join(columns.length > 0 ? columns : [sql`1`])}`.compile(rowsBuilder);
}

/**
 * The refusal for the first precondition that failed. All dangling references are reported together, and so are all
 * rows that still refer to a deleted row.
 */
export function findFailure(
  preconditions: readonly Precondition[],
  checks: Checks | undefined,
  caller: Caller,
): Refusal | undefined {
  const failed = preconditions.flatMap(({ otherwise }, index) => {
    if (checks?.[`holds_${index}`] === 1) return [];
    if (typeof otherwise !== 'function') return [otherwise];
    return [otherwise(JSON.parse(String(checks?.[`evidence_${index}`] ?? 'null')), caller)];
  });
  const [first] = failed;
  if (first?.kind === 'unknown_reference') {
    const errors = failed.flatMap((error) => (error.kind === 'unknown_reference' ? error.errors : []));
    return refuse({ kind: 'unknown_reference', errors });
  }
  if (first?.kind === 'still_referenced') {
    const blockers = failed.flatMap((error) => (error.kind === 'still_referenced' ? error.blockers : []));
    return refuse({ kind: 'still_referenced', blockers });
  }
  return first === undefined ? undefined : refuse(first);
}
