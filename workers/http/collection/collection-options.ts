import type { Table } from '../../../schema/model/define-table.ts';
import type { ApiContext } from '../api/api-context.ts';
import type { Refusal } from '../problems/refusal.ts';
import type { Access, Authorize, Caller } from './access.ts';
import type { Caution } from './cautions.ts';
import type { Precondition } from './precondition.ts';
import type { Fields, ReadRow } from './rows.ts';

/** A write that is about to happen. */
export type Change =
  | { readonly action: 'create'; readonly id: string; readonly before: undefined; readonly after: Fields }
  | { readonly action: 'update'; readonly id: string; readonly before: ReadRow; readonly after: Fields }
  | { readonly action: 'delete'; readonly id: string; readonly before: ReadRow; readonly after: undefined };

/** Behaviour that is one table's own. */
export interface CollectionHooks<Bindings> {
  /** Refuses a change for what it says, from the fields alone. Runs before any write. */
  readonly check?: (change: Change, nowMs: number) => Refusal | undefined;
  /** What must hold in the database for the change, checked in the transaction that makes it. */
  readonly preconditions?: (change: Change, access: Access) => readonly Precondition[];
  /** What a caller is warned of when they create a row, or refused for with `Prefer: handling=strict`. Default nothing. */
  readonly cautions?: readonly Caution[];
  /** Fields of a row that this caller does not see, besides the model's sensitive ones. Default none. */
  readonly hidden?: (row: Fields, caller: Caller) => readonly string[];
  /** Runs after the change is committed; failures are its own to handle. */
  readonly committed?: (change: Change, context: ApiContext<Bindings>) => void;
}

/** A collection: its table, who may do what, and its own behaviour. */
export interface CollectionOptions<Bindings> {
  readonly table: Table;
  /** All tables of the database, to find what refers to what. */
  readonly tables: readonly Table[];
  readonly authorize: Authorize<Bindings>;
  /** The account whose database this is; undefined on the platform. */
  readonly accountId: (bindings: Bindings) => string | undefined;
  /** Default none. */
  readonly hooks?: CollectionHooks<Bindings>;
}
