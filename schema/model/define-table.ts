import type { ObjectEntries, StrictObjectSchema } from 'valibot';
import type { SearchFields } from '../search/search-fields.ts';

/** The two databases of the factory: each account's own, and the one the platform keeps its registry in. */
export type Tier = 'account' | 'platform';

/** How a list may be narrowed by a column: `field=v`, `field[in]=a,b`, `field[gte]=v`, `field[lte]=v`, `field[prefix]=v`. */
export type FilterOperator = 'eq' | 'in' | 'gte' | 'lte' | 'prefix';

/**
 * Orders every list can be asked in; rows that never change have the first alone.
 * `createdAt` is the order of the ids, which begin with their time of birth.
 */
const commonSorts = ['createdAt', 'updatedAt'] as const;

/**
 * A field of the body that is filtered, sorted or unique, kept as a VIRTUAL generated column.
 * VIRTUAL because it is the only kind that D1 lets a later migration add to a table that has rows.
 */
export interface ColumnDefinition {
  /** SQL name, snake_case. */
  readonly name: string;
  /** Where the value is in the body: `lastName`, or `addresses[0].postcode`. */
  readonly path: string;
  /** What callers name it in a query string. Default: `path`. */
  readonly field?: string;
  readonly type: 'text' | 'integer';
  /** Compare without regard to case (ASCII letters only, as SQLite's NOCASE does). Default false. */
  readonly ignoreCase?: boolean;
  /**
   * Value that stands in the column for a body without the field, so that such rows have a place in a sort.
   * `'~'` puts them after every date. A `gte` filter must then also ask for `< absent`, as `list-statement.ts` does.
   * Default: none, the column is NULL.
   */
  readonly absent?: string | number;
  /** Default: none, the column is only sorted by or unique. */
  readonly filters?: readonly FilterOperator[];
  /**
   * Sorts in which an index also serves an `eq` or `in` filter on this column: those of the table, and fields of other
   * columns by which only the rows that this filter finds can be sorted. Default `['createdAt']`.
   */
  readonly sorts?: readonly string[];
  /**
   * Fields whose filters may be added to an `eq` or `in` filter on this column without an index of their own: the rows
   * that this filter finds are read one by one. For columns whose values stand in few rows each. Default none.
   */
  readonly narrowedBy?: readonly string[];
}

/** A column as the table holds it: every default filled in. */
export interface TableColumn<
  Name extends string = string,
  Type extends 'text' | 'integer' = 'text' | 'integer',
> {
  readonly name: Name;
  readonly path: string;
  readonly field: string;
  readonly type: Type;
  readonly ignoreCase: boolean;
  readonly absent: string | number | undefined;
  readonly filters: readonly FilterOperator[];
  readonly sorts: readonly string[];
  readonly narrowedBy: readonly string[];
}

/**
 * The states of a row: which one may follow which. A row may begin in any of them, since firms bring finished work along.
 */
export interface StateMachine {
  /** The field that holds the state. */
  readonly field: string;
  /** Each state → the states that may come next. To stay is always possible. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

/** A rule that no two rows agree in these columns. Indexes that serve filters and sorts are derived, see `indexes.ts`. */
export interface UniqueIndex {
  /** SQL names of generated columns. */
  readonly unique: readonly string[];
  /** SQL condition that limits the rule to some rows, e.g. `status <> 'offboarded'`. */
  readonly where?: string;
}

type AnyBody = StrictObjectSchema<ObjectEntries, undefined>;

/** What an author writes to add a table. */
export interface TableDefinition<
  Name extends string,
  Columns extends readonly ColumnDefinition[],
  Body extends AnyBody,
  ServerFields extends ObjectEntries,
> {
  /** SQL name, snake_case plural. */
  readonly name: Name;
  /** Name in URLs and permissions, kebab-case plural. */
  readonly collection: string;
  readonly tier: Tier;
  /** First part of the ids, three letters; see `ids.ts`. */
  readonly idPrefix: string;
  /** One sentence for the documentation: what a row is in the domain. */
  readonly describes: string;
  /** Fields that a caller may write. Unknown ones are refused by name. */
  readonly body: Body;
  /** Fields that only the server writes. Default none. */
  readonly serverFields?: ServerFields;
  readonly columns: Columns;
  /** Default none. */
  readonly indexes?: readonly UniqueIndex[];
  /**
   * Orders a list can be asked in besides `commonSorts`. Several fields with commas between (`status,dueOn`) are compared
   * one after the other, all in one direction, by an index over all of them. Default none.
   */
  readonly sorts?: readonly string[];
  /** Fields that hold the id of a row (or an array of such ids) → the collection it is in. The Worker checks that it exists. */
  readonly references?: Readonly<Record<string, string>>;
  /** Fields shown and changed only with the permission `<collection>:sensitive`. Default none. */
  readonly sensitive?: readonly string[];
  /** What `GET /v1/search` finds rows by; never a sensitive field. Default: the table cannot be searched. */
  readonly search?: SearchFields;
  /** Default none: every field may change from any value to any other. */
  readonly states?: StateMachine;
  /** Rows are written by the server alone. Default false. */
  readonly readOnly?: boolean;
  /** Rows can be added and never changed or removed, enforced by triggers. Default false. */
  readonly appendOnly?: boolean;
  /** A body that is valid, with invented people and firms. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** Columns that every table has, from the tracking fields of `tracking.ts`. */
export const systemColumns = [
  column({ name: 'version', path: 'version', type: 'integer' }),
  // No index: a range of times is a range of ids.
  column({ name: 'created_at', path: 'createdAt', type: 'text', filters: ['gte', 'lte'] }),
  column({ name: 'updated_at', path: 'updatedAt', type: 'text', filters: ['gte', 'lte'] }),
] as const;

/** Columns of a definition with defaults filled in, names and types kept for Kysely. */
type FilledColumns<Columns extends readonly ColumnDefinition[]> = {
  readonly [Index in keyof Columns]: TableColumn<Columns[Index]['name'], Columns[Index]['type']>;
};

/** A collection of either tier as data. Everything else (DDL, API, docs, types) is derived from it. */
export interface Table<
  Name extends string = string,
  Columns extends readonly TableColumn[] = readonly TableColumn[],
  Body extends AnyBody = AnyBody,
  ServerFields extends ObjectEntries = ObjectEntries,
> {
  readonly name: Name;
  readonly collection: string;
  readonly tier: Tier;
  readonly idPrefix: string;
  readonly describes: string;
  readonly body: Body;
  readonly serverFields: ServerFields;
  /** Generated columns: the system's three first, then the table's own. */
  readonly columns: Columns;
  readonly indexes: readonly UniqueIndex[];
  /** Every field a list can be sorted by, `commonSorts` included. */
  readonly sorts: readonly string[];
  readonly references: Readonly<Record<string, string>>;
  readonly sensitive: readonly string[];
  readonly search: SearchFields | undefined;
  readonly states: StateMachine | undefined;
  readonly readOnly: boolean;
  readonly appendOnly: boolean;
  readonly example: Readonly<Record<string, unknown>>;
}

function column<const Definition extends ColumnDefinition>(
  definition: Definition,
): TableColumn<Definition['name'], Definition['type']> {
  return {
    name: definition.name,
    path: definition.path,
    field: definition.field ?? definition.path,
    type: definition.type,
    ignoreCase: definition.ignoreCase ?? false,
    absent: definition.absent,
    filters: definition.filters ?? [],
    sorts: definition.sorts ?? ['createdAt'],
    narrowedBy: definition.narrowedBy ?? [],
  };
}

/**
 * Describes a table: the body callers write, what the server adds, and which fields SQL can see.
 * To add a table: write its model, name it in `tables.ts` of its tier, run `npm run migration:new`.
 * Mistakes that types cannot show are found by `check-tables.ts`, in the tests and before a migration is written.
 */
export function defineTable<
  const Name extends string,
  const Columns extends readonly ColumnDefinition[],
  const Body extends AnyBody,
  const ServerFields extends ObjectEntries = Record<never, never>,
>(
  definition: TableDefinition<Name, Columns, Body, ServerFields>,
): Table<Name, readonly [...typeof systemColumns, ...FilledColumns<Columns>], Body, ServerFields> {
  const appendOnly = definition.appendOnly ?? false;
  return {
    ...definition,
    serverFields: definition.serverFields ?? ({} as ServerFields),
    columns: [
      // A row that never changes is as old as its last change.
      ...(appendOnly
        ? systemColumns.map((it) => (it.name === 'updated_at' ? { ...it, filters: [] } : it))
        : systemColumns),
      ...definition.columns.map(column),
    ] as unknown as readonly [...typeof systemColumns, ...FilledColumns<Columns>],
    indexes: definition.indexes ?? [],
    sorts: [...(appendOnly ? ['createdAt'] : commonSorts), ...(definition.sorts ?? [])],
    references: definition.references ?? {},
    sensitive: definition.sensitive ?? [],
    search: definition.search,
    states: definition.states,
    readOnly: definition.readOnly ?? false,
    appendOnly,
  };
}
