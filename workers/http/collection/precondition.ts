import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { RequestError } from '../problems/request-error.ts';
import type { Caller } from './access.ts';
import { rowsBuilder } from './rows.ts';

/** Something that must hold in the database at the moment of a write, and what the caller is told when it does not. */
export interface Precondition {
  readonly holds: Expression<SqlBool>;
  /** The error, or how to make it from the evidence for whoever asks. */
  readonly otherwise: RequestError | ((evidence: unknown, caller: Caller) => RequestError);
  /** SQL for JSON that shows why it does not hold; only then is it read. Default none. */
  readonly evidence?: Expression<string>;
}

/** What `checkPreconditions()` found: for each, whether it holds, and the evidence where it does not. */
export type Checks = Readonly<Record<string, number | string | null>>;

/** All preconditions as one SQL condition for the write. */
export function allHold(preconditions: readonly Precondition[]): Expression<SqlBool> {
  if (preconditions.length === 0) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.join(
    preconditions.map((precondition) => precondition.holds),
    sql` and `,
  )})`;
}

/** Query that tells which preconditions hold; it runs just before the write, in the same transaction. */
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
 * The refusal of the first precondition that did not hold. References that point to nothing are named together, and so
 * is everything that still names a row.
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
