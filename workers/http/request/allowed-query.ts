import { type DeclaredList, declaredLists } from '../../../schema/model/declared-lists.ts';
import type { Table, TableColumn } from '../../../schema/model/define-table.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import { trackingFieldNames } from '../../../schema/model/tracking.ts';

/** What a list may be asked, sent back with the refusal of anything else. */
export interface AllowedQuery {
  /** Each filter with its operators. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Fields that the list can be sorted by without any filter. */
  readonly sorts: readonly string[];
  readonly parameters: readonly string[];
  /** The filters that go together, and the sorts that go with them; where there are any. */
  readonly lists?: readonly AllowedList[];
}

/** Filters that go together. */
interface AllowedList {
  /** Fields that are asked for with `eq`; one of them with `in`, where it has that operator. */
  readonly filters: readonly string[];
  /** Fields that may be asked for besides, with any operator of theirs. */
  readonly narrowedBy: readonly string[];
  /** Fields to sort by; the one that is sorted by may also be asked for with `gte`, `lte` and `prefix`. */
  readonly sorts: readonly string[];
  /** Those sorts that need such a filter. */
  readonly sortsWithRange: readonly string[];
}

const PARAMETERS = ['sort', 'limit', 'cursor', 'fields', 'count'] as const;

/**
 * Everything a list of this table can be asked.
 *
 * @param scope Conditions that the list has of its own, which callers neither give nor see.
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

/** Fields that `fields=` may name. */
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
