import type { Table } from '../../../schema/model/define-table.ts';
import { parseSearchPath, searchPaths } from '../../../schema/search/search-fields.ts';
import type { Fields } from '../../http/collection/rows.ts';
import { toPointerToken } from '../../http/request/json-faults.ts';
import { findMatches, type SearchWords } from './search-words.ts';

/** A text of a row with matching words. */
interface SearchMatch {
  /** JSON pointer into the row: `#/phones/0/number`. */
  readonly pointer: string;
  /** The whole text, unchanged. It is plain text, not HTML. */
  readonly text: string;
  /** The matching words in `text`, in UTF-16 code units: from `start` (inclusive) to `end` (exclusive). */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A row that was found. */
export interface SearchHit {
  readonly collection: string;
  readonly id: string;
  /** Display name of the row. */
  readonly title: string;
  /** How well it matches; only comparable within one response. */
  readonly score: number;
  readonly matches: readonly SearchMatch[];
}

/** Describes a found row: its display name, and where the words are. */
export function toSearchHit(
  table: Table,
  id: string,
  score: number,
  fields: Fields,
  words: SearchWords,
): SearchHit {
  const texts = searchPaths(table.search ?? {}).flatMap(({ column, path }) =>
    textsAt(fields, path).map((found) => ({ ...found, column })),
  );
  const matches = texts.flatMap(({ pointer, text }) => {
    const ranges = findMatches(text, words).map(({ start, end }) => ({ start, end }));
    return ranges.length === 0 ? [] : [{ pointer, text, ranges }];
  });
  const title = texts.filter(({ column }) => column === 'name').map(({ text }) => text);
  return { collection: table.collection, id, title: title.join(' '), score, matches };
}

/** The texts at a path, with their pointers. */
function textsAt(fields: Fields, path: string): readonly { pointer: string; text: string }[] {
  const parsed = parseSearchPath(path);
  if (parsed === undefined) return [];
  const { field, isList, member } = parsed;
  const value = fields[field];
  const items: readonly (readonly [readonly (string | number)[], unknown])[] =
    isList && Array.isArray(value)
      ? value.map((item, index) => {
          const steps = member === undefined ? [index] : [index, member];
          return [steps, member === undefined ? item : (item as Fields | null)?.[member]] as const;
        })
      : [[[], value]];
  return items.flatMap(([steps, text]) => {
    if (typeof text !== 'string') return [];
    const pointer = ['#', ...[field, ...steps].map((step) => toPointerToken(String(step)))].join('/');
    return [{ pointer, text }];
  });
}
