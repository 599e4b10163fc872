import { type DeclaredList, declaredLists } from '../../../schema/model/declared-lists.ts';
import type { Table, TableColumn } from '../../../schema/model/define-table.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import { trackingFieldNames } from '../../../schema/model/tracking.ts';

/** What a list supports, returned when a query is refused. */
export interface AllowedQuery {
  /** Each filter with its operators. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Fields that can be sorted by without any filter. */
  readonly sorts: readonly string[];
  readonly parameters: readonly string[];
  /** Filters that can be combined, and their sorts; omitted when there are none. */
  readonly lists?: readonly AllowedList[];
}

/** Filters that can be combined. */
interface AllowedList {
  /** Fields that need an `eq` filter; one of them may have an `in` filter, where it has that operator. */
  readonly filters: readonly string[];
  /** Fields for additional filters, with any of their operators. */
  readonly narrowedBy: readonly string[];
  /** Fields to sort by; the sort field may also have `gte`, `lte` and `prefix` filters. */
  readonly sorts: readonly string[];
  /** Sorts that require such a filter. */
  readonly sortsWithRange: readonly string[];
}

const PARAMETERS = ['sort', 'limit', 'cursor', 'fields', 'count'] as const;

/**
 * Everything that a list of this table supports.
 *
 * @param scope The list's own conditions, which callers neither send nor see.
 */
export function allowedQuery(table: Table, scope: readonly ListCondition[]): Required<AllowedQuery> {
  const scoped = scope.map(({ column }) => column);
  const lists = new Map<string, DeclaredList[]>();
  for (const list of declaredLists(table)) {
    if (!scoped.every((column) => list.equal.includes(column))) continue;
    const key = list.equal.map(({ name }) => name).join();
    lists.set(key, [...(lists.get(key) ?? []), list]);
  }
  const groups = [...lists.values()];
  const usable = new Set(groups.flatMap((group) => group.flatMap(columnsOf)));
  const filters = table.columns.filter(
    (column) => column.filters.length > 0 && usable.has(column) && !scoped.includes(column),
  );
  return {
    filters: Object.fromEntries(filters.map((column) => [column.field, column.filters])),
    sorts: groups
      .filter(([first]) => first?.equal.length === scoped.length)
      .flatMap((group) => group.filter(({ needsRange }) => !needsRange).map(({ sort }) => sort)),
    parameters: PARAMETERS,
    lists: groups.map((group) => toAllowedList(group, scoped)),
  };
}

/** Fields that are valid in `fields=`. */
export function fieldsOf(table: Table): readonly string[] {
  const tracking = trackingFieldNames.filter((name) => table.tier === 'account' || name !== 'accountId');
  return ['id', ...tracking, ...Object.keys(table.body.entries), ...Object.keys(table.serverFields)];
}

function columnsOf({ equal, range, narrowing }: DeclaredList): readonly TableColumn[] {
  return [...equal, ...narrowing, ...(range === undefined ? [] : [range])];
}

function toAllowedList(group: readonly DeclaredList[], scoped: readonly TableColumn[]): AllowedList {
  const [first] = group;
  const fields = (columns: readonly TableColumn[] = []) =>
    columns.filter((column) => !scoped.includes(column)).map(({ field }) => field);
  return {
    filters: fields(first?.equal),
    narrowedBy: fields(first?.narrowing),
    sorts: group.map(({ sort }) => sort),
    sortsWithRange: group.filter(({ needsRange }) => needsRange).map(({ sort }) => sort),
  };
}
