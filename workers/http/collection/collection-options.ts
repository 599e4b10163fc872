import type { Table } from '../../../schema/model/define-table.ts';
import type { ApiContext } from '../api/api-context.ts';
import type { Refusal } from '../problems/refusal.ts';
import type { Access, Authorize, Caller } from './access.ts';
import type { Precondition } from './precondition.ts';
import type { Fields, ReadRow } from './rows.ts';
import type { WarningRule } from './warnings.ts';

/** A planned write. */
export type Change =
  | { readonly action: 'create'; readonly id: string; readonly before: undefined; readonly after: Fields }
  | { readonly action: 'update'; readonly id: string; readonly before: ReadRow; readonly after: Fields }
  | { readonly action: 'delete'; readonly id: string; readonly before: ReadRow; readonly after: undefined };

/** Behaviour that is specific to one table. */
export interface CollectionHooks<Bindings> {
  /** Refuses a change by its fields alone. Runs before any write. */
  readonly check?: (change: Change, nowMs: number) => Refusal | undefined;
  /** Preconditions of the change in the database, checked in its transaction. */
  readonly preconditions?: (change: Change, access: Access) => readonly Precondition[];
  /** Warnings about a created row, which become refusals with `Prefer: handling=strict`. Default none. */
  readonly warnings?: readonly WarningRule[];
  /** Fields that this caller does not see, in addition to the model's sensitive fields. Default none. */
  readonly hidden?: (row: Fields, caller: Caller) => readonly string[];
  /** Runs after the change is committed. It must handle its own failures. */
  readonly committed?: (change: Change, context: ApiContext<Bindings>) => void;
}

/** A collection: its table, its authorisation and its hooks. */
export interface CollectionOptions<Bindings> {
  readonly table: Table;
  /** All tables of the database, to find which rows refer to which. */
  readonly tables: readonly Table[];
  readonly authorize: Authorize<Bindings>;
  /** The account that owns the database; undefined on the platform. */
  readonly accountId: (bindings: Bindings) => string | undefined;
  /** Default none. */
  readonly hooks?: CollectionHooks<Bindings>;
}
