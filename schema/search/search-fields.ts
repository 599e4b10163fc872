/**
 * What of a row can be searched for, in the three columns of the index: what the row is called, what identifies it,
 * and everything else. A match in an earlier column weighs more.
 *
 * Each entry is a path in the body: `lastName`, `tags[]` for the items of a list, `phones[].number` for a field of each.
 */
export interface SearchFields {
  readonly name?: readonly string[];
  readonly reference?: readonly string[];
  readonly text?: readonly string[];
}

/** The columns of the index that hold words of the rows, in their order, and what a match in each weighs. */
export const searchWeights = { name: 10, reference: 5, text: 1 } as const satisfies Record<
  keyof SearchFields,
  number
>;

export type SearchColumn = keyof typeof searchWeights;

export const searchColumns = Object.keys(searchWeights) as readonly SearchColumn[];

/** A path taken apart: the field of the body, whether it is a list, and the member of its items. */
export interface SearchPath {
  readonly field: string;
  readonly isList: boolean;
  readonly member: string | undefined;
}

/** Reads a path; undefined when it does not have the form of one. */
export function parseSearchPath(path: string): SearchPath | undefined {
  const parts = /^([a-z][A-Za-z0-9]*)(?:(\[\])(?:\.([a-z][A-Za-z0-9]*))?)?$/.exec(path);
  if (parts?.[1] === undefined) return undefined;
  return { field: parts[1], isList: parts[2] !== undefined, member: parts[3] };
}

/** Every path of a table, in the order of the columns. */
export function searchPaths(fields: SearchFields): readonly { column: SearchColumn; path: string }[] {
  return searchColumns.flatMap((column) => (fields[column] ?? []).map((path) => ({ column, path })));
}
