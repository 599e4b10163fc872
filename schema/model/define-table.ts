import type { ObjectEntries, StrictObjectSchema } from 'valibot';
import type { SearchFields } from '../search/search-fields.ts';

/** The two kinds of database: one for each account, and the platform's, which holds the registry. */
export type Tier = 'account' | 'platform';

/** The filters that a column can take: `field=v`, `field[in]=a,b`, `field[gte]=v`, `field[lte]=v`, `field[prefix]=v`. */
export type FilterOperator = 'eq' | 'in' | 'gte' | 'lte' | 'prefix';

/**
 * Sorts that every list supports; append-only tables have only the first.
 * `createdAt` is the order of the ids, which start with their creation time.
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
  /** Name of the field in a query string. Default: `path`. */
  readonly field?: string;
  readonly type: 'text' | 'integer';
  /** Compare without regard to case (ASCII letters only, as SQLite's NOCASE). Default false. */
  readonly ignoreCase?: boolean;
  /**
   * Compare what the text means, as `foldText()` does: for names of people and firms. The Worker keeps the folding in the
   * body where it differs from the text in lower case; see `folded-fields.ts`. Only with `ignoreCase`. Default false.
   */
  readonly folded?: boolean;
  /**
   * Value of the column when the body lacks the field, so that such rows have a place in a sort.
   * `'~'` sorts after every date. A `gte` filter must then also test `< absent`, as `list-statement.ts` does.
   * Default: none, the column is NULL.
   */
  readonly absent?: string | number;
  /** Default: none, the column is only sorted by or unique. */
  readonly filters?: readonly FilterOperator[];
  /**
   * Sorts that an index supports together with an `eq` or `in` filter on this column: sorts of the table, and fields of
   * other columns that sort only the rows this filter finds. Default `['createdAt']`.
   */
  readonly sorts?: readonly string[];
  /**
   * Fields that can be filtered together with an `eq` or `in` filter on this column without their own index: the rows
   * that this filter finds are read one by one. For columns whose values occur in few rows each. Default none.
   */
  readonly narrowedBy?: readonly string[];
}

/** A column with every default filled in. */
export interface TableColumn<
  Name extends string = string,
  Type extends 'text' | 'integer' = 'text' | 'integer',
> {
  readonly name: Name;
  readonly path: string;
  readonly field: string;
  readonly type: Type;
  readonly ignoreCase: boolean;
  readonly folded: boolean;
  readonly absent: string | number | undefined;
  readonly filters: readonly FilterOperator[];
  readonly sorts: readonly string[];
  readonly narrowedBy: readonly string[];
}

/**
 * The states of a row and the transitions between them. A row may be created in any state, because firms import
 * finished work.
 */
export interface StateMachine {
  /** The field that holds the state. */
  readonly field: string;
  /** Each state → the states that may follow it. A row may always stay in its state. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

/** A rule that no two rows have equal values in these columns. Indexes for filters and sorts are derived, see `indexes.ts`. */
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
  /** First part of the ids, two or three letters; see `ids.ts`. */
  readonly idPrefix: string;
  /** One sentence for the documentation: what a row is in the domain. */
  readonly describes: string;
  /** Fields that a caller may write. Unknown fields are refused by name. */
  readonly body: Body;
  /** Fields that only the server writes. Default none. */
  readonly serverFields?: ServerFields;
  readonly columns: Columns;
  /** Default none. */
  readonly indexes?: readonly UniqueIndex[];
  /**
   * Sorts of a list in addition to `commonSorts`. Several fields separated by commas (`status,dueOn`) are compared in
   * turn, all in one direction, by an index over all of them. Default none.
   */
  readonly sorts?: readonly string[];
  /** Fields that hold the id of a row (or an array of such ids) → the collection it is in. The Worker checks that it exists. */
  readonly references?: Readonly<Record<string, string>>;
  /** Fields shown and changed only with the permission `<collection>:sensitive`. Default none. */
  readonly sensitive?: readonly string[];
  /** Fields that `GET /v1/search` matches; never a sensitive field. Default: the table cannot be searched. */
  readonly search?: SearchFields;
  /** Default none: any field may change from any value to any other. */
  readonly states?: StateMachine;
  /** Only the server writes rows. Default false. */
  readonly readOnly?: boolean;
  /** Rows can be added but never changed or removed; triggers enforce it. Default false. */
  readonly appendOnly?: boolean;
  /** A valid body, with invented people and firms. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** Columns of every table, generated from the tracking fields in `tracking.ts`. */
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

/** The model of a collection in either tier. DDL, API, documents and types are derived from it. */
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
  /** Generated columns: the three system columns first, then the table's own. */
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
    folded: definition.folded ?? false,
    absent: definition.absent,
    filters: definition.filters ?? [],
    sorts: definition.sorts ?? ['createdAt'],
    narrowedBy: definition.narrowedBy ?? [],
  };
}

/**
 * Describes a table: the body that callers write, the fields that the server adds, and the fields that SQL can see.
 * To add a table: write its model, add it to `tables.ts` of its tier, run `npm run migration:new`.
 * `check-tables.ts` finds mistakes that types cannot catch, in the tests and before a migration is written.
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
      // A row that never changes has no update time to sort by.
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
