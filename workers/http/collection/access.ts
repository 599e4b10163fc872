import type { CompiledQuery, Expression, SqlBool } from 'kysely';
import type { Table } from '../../../schema/model/define-table.ts';
import type { Verb } from '../../../schema/model/permissions.ts';
import type { ApiContext } from '../api/api-context.ts';
import type { Database } from '../database/database.ts';
import type { Refusal } from '../problems/refusal.ts';

/** Who acts, once that is known. */
export interface Caller {
  /** Written as `createdBy` and `updatedBy`: id of the user in an account, `sub` on the platform. */
  readonly actorId: string;
  /** Whether they have a permission besides the one they came with. */
  readonly may: (permission: string) => boolean;
}

/**
 * A caller's claim to do something, as SQL that travels in the same batch as the work: the answer to "may they?" costs
 * no round trip of its own, and cannot be out of date when the write happens.
 */
export interface Access {
  /** `sub` of the caller's token; idempotency keys belong to it. */
  readonly subject: string;
  /** Reads what `decide` needs; the first query of every batch. */
  readonly query: CompiledQuery;
  /** Holds in SQL exactly while the caller may do it; every write depends on it. */
  readonly condition: Expression<SqlBool>;
  /** The same for another permission. */
  readonly holds: (permission: string) => Expression<SqlBool>;
  /** SQL for the `actorId`. */
  readonly actor: Expression<string>;
  /** Tells from the rows of `query` who the caller is, or why they may not. */
  readonly decide: (rows: readonly unknown[]) => Caller | Refusal;
  /**
   * Lets in a person whom the database does not know yet but expects.
   *
   * @returns true when it did, so that the work is worth repeating. Default: nobody is let in.
   */
  readonly admit?: (rows: readonly unknown[], database: Database) => Promise<boolean | Refusal>;
}

/** Checks the token of a request and prepares the claim. Refuses at once what the token alone rules out. */
export type Authorize<Bindings> = (
  context: ApiContext<Bindings>,
  table: Table,
  verb: Verb,
) => Promise<Access | Refusal>;
