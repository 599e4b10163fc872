/**
 * The fields of a row that can be searched, in the three columns of the index: the row's name, its identifiers,
 * and everything else. A match in an earlier column ranks higher.
 *
 * Each entry is a path in the body: `lastName`, `tags[]` for the items of a list, `phones[].number` for a field of each.
 */
export interface SearchFields {
  readonly name?: readonly string[];
  readonly reference?: readonly string[];
  readonly text?: readonly string[];
}

/** The columns of the index that hold words of rows, in order, with the weight of a match in each. */
export const searchWeights = { name: 10, reference: 5, text: 1 } as const satisfies Record<
  keyof SearchFields,
  number
>;

export type SearchColumn = keyof typeof searchWeights;

export const searchColumns = Object.keys(searchWeights) as readonly SearchColumn[];

/** A parsed path: the field of the body, whether it is a list, and the field of its items. */
export interface SearchPath {
  readonly field: string;
  readonly isList: boolean;
  readonly member: string | undefined;
}

/** Parses a path; undefined when it is malformed. */
export function parseSearchPath(path: string): SearchPath | undefined {
  const parts = /^([a-z][A-Za-z0-9]*)(?:(\[\])(?:\.([a-z][A-Za-z0-9]*))?)?$/.exec(path);
  if (parts?.[1] === undefined) return undefined;
  return { field: parts[1], isList: parts[2] !== undefined, member: parts[3] };
}

/** Every path of a table, in the order of the columns. */
export function searchPaths(fields: SearchFields): readonly { column: SearchColumn; path: string }[] {
  return searchColumns.flatMap((column) => (fields[column] ?? []).map((path) => ({ column, path })));
}
