import type { GenericSchema } from 'valibot';
import { parseSearchPath, searchPaths } from '../search/search-fields.ts';
import type { StateMachine, Table, TableColumn } from './define-table.ts';
import { indexesOf, sortColumn } from './indexes.ts';
import { listedReferences } from './listed-references.ts';
import { trackingFieldNames } from './tracking.ts';

/** The most columns that D1 allows in a table, generated ones included. */
const columnsMax = 100;

/** SQL keywords that might be chosen as the name of a table or column. */
const sqlWords = new Set(
  (
    'add all alter and as autoincrement between case check collate commit constraint create default deferrable delete ' +
    'distinct drop else escape except exists foreign from group having in index insert intersect into is isnull join ' +
    'limit not notnull null on or order primary references returning rollback select set table then to transaction ' +
    'union unique update using values when where'
  ).split(' '),
);

/**
 * Finds the mistakes in models that types cannot catch. Runs in the tests and before a migration is written;
 * the Workers do not run it.
 *
 * @returns One sentence for each mistake. Empty when the models are valid.
 */
export function checkTables(tables: readonly Table[]): readonly string[] {
  const mistakes = [
    ...doubles('table', tables, ({ name }) => name),
    ...doubles('collection', tables, ({ collection }) => collection),
    ...doubles('id prefix', tables, ({ idPrefix }) => idPrefix),
    ...tables.flatMap((table) =>
      [...checkNames(table), ...checkColumns(table), ...checkSorts(table), ...checkFields(table, tables)].map(
        (mistake) => `table ${table.name}: ${mistake}`,
      ),
    ),
  ];
  // Indexes are derived from columns, so they are checked once the columns are valid. Index names are unique per database.
  return mistakes.length > 0 ? mistakes : doubles('index', tables.flatMap(indexesOf), ({ name }) => name);
}

function doubles<Item>(
  what: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly string[] {
  const names = items.map(nameOf);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${what} ${name} is declared twice`);
}

function checkNames(table: Table): readonly string[] {
  const mistakes: string[] = [];
  for (const name of [table.name, ...table.columns.map((column) => column.name)]) {
    if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) {
      mistakes.push(`${name} is not snake_case`);
    }
    if (sqlWords.has(name)) {
      mistakes.push(`${name} is an SQL keyword`);
    }
  }
  if (table.collection !== table.name.replaceAll('_', '-')) {
    mistakes.push(`its collection is ${table.collection}, not ${table.name.replaceAll('_', '-')}`);
  }
  if (!/^[a-z]{2,3}$/.test(table.idPrefix)) {
    mistakes.push(`the id prefix ${table.idPrefix} is not two or three letters`);
  }
  return mistakes;
}

function checkColumns(table: Table): readonly string[] {
  const fields = knownFields(table);
  const mistakes = [
    ...doubles('column', ['id', 'body', ...table.columns.map(({ name }) => name)], (name) => name),
    ...doubles('field', table.columns, ({ field }) => field),
  ];
  if (table.columns.length + 2 > columnsMax) {
    mistakes.push(`has more than ${columnsMax} columns`);
  }
  for (const { name, path, field } of table.columns) {
    if (
      !/^[a-zA-Z][a-zA-Z0-9]*(?:\[\d+\]|\.[a-zA-Z][a-zA-Z0-9]*)*$/.test(path) ||
      !fields.has(/^[a-zA-Z0-9]+/.exec(path)?.[0] ?? '')
    ) {
      mistakes.push(`column ${name} reads ${path}, which is not in the body`);
    }
    if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(field)) {
      mistakes.push(
        `column ${name} needs a field without dots and brackets: callers cannot filter by ${field}`,
      );
    }
  }
  for (const { name } of table.columns.filter(({ folded, ignoreCase }) => folded && !ignoreCase)) {
    mistakes.push(`column ${name} is folded and must ignore case`);
  }
  const columns = new Set(table.columns.map(({ name }) => name));
  for (const name of table.indexes.flatMap(({ unique }) => unique)) {
    if (!columns.has(name)) {
      mistakes.push(`a unique index names ${name}, which is not a column`);
    }
  }
  return mistakes;
}

function checkSorts(table: Table): readonly string[] {
  const mistakes: string[] = [...doubles('sort', table.sorts, (sort) => sort)];
  const fields = new Set(table.columns.map(({ field }) => field));
  for (const field of new Set(table.sorts.flatMap((sort) => sort.split(',')))) {
    if (!fields.has(field)) {
      mistakes.push(`is sorted by ${field}, which is not the field of a column`);
    } else if (canBeNull(table, sortColumn(table, field))) {
      mistakes.push(`is sorted by ${field}, which a body may lack: give the column a value for \`absent\``);
    }
  }
  for (const sort of [...table.sorts, ...table.columns.flatMap(({ sorts }) => sorts)]) {
    if (sort.includes(',') && sort.split(',').includes('createdAt')) {
      mistakes.push(
        `is sorted by ${sort}: every sort ends with createdAt, which cannot be combined with other fields`,
      );
    }
  }
  for (const column of table.columns) {
    for (const sort of column.sorts.filter((it) => !table.sorts.includes(it))) {
      const known = sort.split(',').filter((field) => fields.has(field));
      if (
        known.length < sort.split(',').length ||
        known.some((field) => canBeNull(table, sortColumn(table, field)))
      ) {
        mistakes.push(
          `column ${column.name} names the sort ${sort}, but that sort has no column with a value in every row`,
        );
      }
    }
    for (const field of column.narrowedBy) {
      if (!table.columns.some((other) => other.field === field && other.filters.length > 0)) {
        mistakes.push(`column ${column.name} is narrowed by ${field}, which is not a filter`);
      }
    }
  }
  return mistakes;
}

/** Whether the column is NULL in some rows. A page cannot start after a NULL, so lists cannot be sorted by such a column. */
function canBeNull(table: Table, { path, absent }: TableColumn): boolean {
  if (absent !== undefined || (trackingFieldNames as readonly string[]).includes(path)) {
    return false;
  }
  const entry: GenericSchema | undefined = table.body.entries[path] ?? table.serverFields[path];
  const isOptional = entry?.type === 'optional' && !('default' in entry && entry.default !== undefined);
  return entry === undefined || isOptional;
}

function checkFields(table: Table, tables: readonly Table[]): readonly string[] {
  const mistakes: string[] = [];
  const fields = knownFields(table);
  for (const name of Object.keys(table.serverFields)) {
    if (name in table.body.entries) {
      mistakes.push(`${name} is declared both as a caller's and as a server field`);
    }
  }
  const reserved = new Set<string>(['id', ...trackingFieldNames]);
  if (table.tier === 'platform') {
    reserved.delete('accountId'); // Platform rows do not have this tracking field, so an operation may declare it.
  }
  for (const name of [...Object.keys(table.body.entries), ...Object.keys(table.serverFields)]) {
    if (reserved.has(name)) {
      mistakes.push(`${name} is a tracking field and cannot be declared`);
    }
  }
  for (const [field, collection] of Object.entries(table.references)) {
    if (!fields.has(field)) {
      mistakes.push(`${field} refers to ${collection} and is not in the body`);
    }
    if (!tables.some((other) => other.collection === collection)) {
      mistakes.push(`${field} refers to ${collection}, which is not a collection of this tier`);
    }
  }
  for (const { field } of listedReferences(table)) {
    if (fields.has(field) && !isList(table, field)) {
      mistakes.push(`${field} refers to one row and needs a column, which finds the rows that refer to it`);
    }
  }
  if (table.states !== undefined) {
    mistakes.push(...checkStates(table, table.states));
  }
  for (const field of table.sensitive.filter((it) => !fields.has(it))) {
    mistakes.push(`${field} is sensitive and is not in the body`);
  }
  for (const { path } of searchPaths(table.search ?? {})) {
    const field = parseSearchPath(path)?.field;
    if (field === undefined || !fields.has(field)) {
      mistakes.push(`is searched by ${path}, which is not in the body`);
    } else if (table.sensitive.includes(field)) {
      mistakes.push(`is searched by ${path}, which is sensitive`);
    }
  }
  return mistakes;
}

function isList(table: Table, field: string): boolean {
  const entry = (table.body.entries[field] ?? table.serverFields[field]) as
    | { readonly type: string; readonly wrapped?: { readonly type: string } }
    | undefined;
  return (entry?.wrapped ?? entry)?.type === 'array';
}

/** Checks that the states are exactly the words that the field allows. */
function checkStates(table: Table, { field, transitions }: StateMachine): readonly string[] {
  const entry = table.body.entries[field] as { readonly wrapped?: unknown } | undefined;
  const words = (entry?.wrapped ?? entry) as { readonly options?: readonly string[] } | undefined;
  if (words?.options === undefined) {
    return [`its states are kept in ${field}, which is not a list of words`];
  }
  const named = new Set([...Object.keys(transitions), ...Object.values(transitions).flat()]);
  return [
    ...words.options
      .filter((word) => !(word in transitions))
      .map((word) => `has no transitions for the state ${word}`),
    ...[...named]
      .filter((word) => !words.options?.includes(word))
      .map((word) => `has transitions for ${word}, which ${field} does not allow`),
  ];
}

function knownFields(table: Table): ReadonlySet<string> {
  return new Set([
    ...Object.keys(table.body.entries),
    ...Object.keys(table.serverFields),
    ...trackingFieldNames,
  ]);
}
