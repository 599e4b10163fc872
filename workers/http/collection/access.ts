import type { CompiledQuery, Expression, SqlBool } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import type { Verb } from '../../../schema/model/permissions.ts';
import type { ApiContext } from '../api/api-context.ts';
import type { Database } from '../database/database.ts';
import type { Refusal } from '../problems/refusal.ts';

/** The caller, once authorised. */
export interface Caller {
  /** Written as `createdBy` and `updatedBy`: id of the user in an account, `sub` on the platform. */
  readonly actorId: string;
  /** Whether the caller has a further permission. */
  readonly may: (permission: string) => boolean;
}

/**
 * A caller's authorisation as SQL that runs in the same batch as the work. It costs no extra round trip, and it cannot
 * be out of date when the write happens.
 */
export interface Access {
  /** `sub` of the caller's token; idempotency keys belong to it. */
  readonly subject: string;
  /** Reads what `decide` needs; the first query of every batch. */
  readonly query: CompiledQuery;
  /** SQL that is true while the caller has the permission; every write depends on it. */
  readonly condition: Expression<SqlBool>;
  /** The same for another permission. */
  readonly holds: (permission: string) => Expression<SqlBool>;
  /** SQL for the caller's `actorId`. */
  readonly actor: Expression<string>;
  /** Turns the rows of `query` into the caller, or into a refusal. */
  readonly decide: (rows: readonly unknown[]) => Caller | Refusal;
  /**
   * Adds a person whom the database does not know yet but expects, such as an invited user.
   *
   * @returns true when the person was added and the work should be repeated. Default: no one is added.
   */
  readonly addExpectedPerson?: (rows: readonly unknown[], database: Database) => Promise<boolean | Refusal>;
}

/** Checks the token of a request and prepares the SQL of its authorisation. Refuses at once if the token is invalid. */
export type Authorize<Bindings> = (
  context: ApiContext<Bindings>,
  table: Table,
  verb: Verb,
) => Promise<Access | Refusal>;
