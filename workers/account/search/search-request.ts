import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { limits } from '../../../schema/model/limits.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import { parseSearchWords, type SearchWords, WORDS_MAX } from './search-words.ts';

/** Every table that can be searched. */
export const searchableTables: readonly Table[] = accountTables.filter(
  (table: Table) => table.search !== undefined,
);

/** The checked parameters of a search. */
export interface SearchRequest {
  readonly words: SearchWords;
  /** Tables that the caller named; undefined for all. */
  readonly tables: readonly Table[] | undefined;
  readonly limit: number;
  readonly cursor: string | undefined;
}

const PARAMETERS = ['q', 'types', 'limit', 'cursor'] as const;

/** Parses `?q=holloway&types=clients,cases&limit=20&cursor=…`; 400 names each wrong parameter. */
export function parseSearchRequest(parameters: URLSearchParams): SearchRequest | Refusal {
  const errors: FieldError[] = [];
  const fault = (name: string, detail: string) => errors.push({ pointer: `#/query/${name}`, detail });
  for (const name of new Set(parameters.keys())) {
    if (!(PARAMETERS as readonly string[]).includes(name)) fault(name, 'is not a parameter of a search');
    else if (parameters.getAll(name).length > 1) fault(name, 'is given twice');
  }
  const text = parameters.get('q') ?? '';
  const words = text.length > limits.searchLengthMax ? undefined : parseSearchWords(text);
  if (words === undefined) {
    fault('q', `is not 1 to ${WORDS_MAX} words in at most ${limits.searchLengthMax} characters`);
  }
  const tables = parseTypes(parameters.get('types'));
  if (tables === 'unknown') {
    fault('types', `is not a list of ${searchableTables.map(({ collection }) => collection).join(', ')}`);
  }
  const limit = parseLimit(parameters.get('limit'));
  if (limit === undefined) fault('limit', `is not a number from 1 to ${limits.searchLimitMax}`);
  if (words === undefined || tables === 'unknown' || limit === undefined || errors.length > 0) {
    return refuse({
      kind: 'invalid_query',
      errors,
      allowed: { filters: {}, sorts: [], parameters: PARAMETERS },
    });
  }
  return { words, tables, limit, cursor: parameters.get('cursor') ?? undefined };
}

function parseTypes(text: string | null): readonly Table[] | undefined | 'unknown' {
  if (text === null) return undefined;
  const names = new Set(text.split(','));
  const tables = searchableTables.filter(({ collection }) => names.has(collection));
  return tables.length === names.size ? tables : 'unknown';
}

function parseLimit(text: string | null): number | undefined {
  if (text === null) return limits.searchLimitDefault;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= limits.searchLimitMax ? limit : undefined;
}
