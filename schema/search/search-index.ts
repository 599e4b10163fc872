import { quoteText } from '../model/ddl.ts';
import type { Table } from '../model/define-table.ts';
import { parseSearchPath, type SearchColumn, searchColumns } from './search-fields.ts';

/**
 * SQL of the search index, derived from the models; docs/search.md gives the reasons.
 * One statement per string, without a semicolon.
 */

/** The parts of a table that the index holds. The snapshot of the migrations holds these. */
export interface SearchShape {
  readonly table: string;
  readonly idPrefix: string;
  /** Paths of the body in each column of the index; the last is that of the words that the Worker folds. */
  readonly columns: Readonly<Record<SearchColumn, readonly string[]>>;
}

/** The index entries of all tables with `search` in their models. */
export function searchShapesOf(tables: readonly Table[]): readonly SearchShape[] {
  return tables.flatMap(({ name, idPrefix, search }) =>
    search === undefined
      ? []
      : [
          {
            table: name,
            idPrefix,
            columns: {
              name: [...(search.name ?? []), foldedPath('name')],
              reference: [...(search.reference ?? []), foldedPath('reference')],
              text: [...(search.text ?? []), foldedPath('text')],
            },
          },
        ],
  );
}

/** Name of the folded words of a column of the index, in the `folded` of a body. */
export function foldedWords(column: SearchColumn): `${SearchColumn}Words` {
  return `${column}Words`;
}

function foldedPath(column: SearchColumn): string {
  return `folded.${foldedWords(column)}`;
}

/** First character of the tokens in column `kind`: from the private use area, and a letter to the tokenizer. */
const kindMark = 0xe000;

/** The token of every indexed row of a table. Callers cannot search for it, because the Worker removes the mark. */
export function kindToken(idPrefix: string): string {
  return `${String.fromCodePoint(kindMark)}${idPrefix}`;
}

/** Statements that create the index and its triggers; empty without a searchable table. */
export function createSearchStatements(shapes: readonly SearchShape[]): readonly string[] {
  if (shapes.length === 0) return [];
  return [
    `CREATE TABLE search_entries (
  position INTEGER PRIMARY KEY,
  row_id TEXT NOT NULL UNIQUE
) STRICT`,
    // Tables that still have rows to be indexed, and the last id that was indexed.
    `CREATE TABLE search_backlog (
  table_name TEXT PRIMARY KEY NOT NULL,
  after_id TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    // Contentless: the rows already hold the words, so the index does not store them again.
    `CREATE VIRTUAL TABLE search_index USING fts5 (
  kind, ${searchColumns.join(', ')},
  content = '', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
)`,
    // Overwrite deleted entries instead of marking them: no word of an erased person may remain.
    "INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)",
    ...shapes.flatMap(searchTriggers),
    ...shapes.map(fillBacklog),
  ];
}

/** Statements that drop the index and keep the rows. D1 cannot export a database that has a virtual table. */
export function dropSearchStatements(shapes: readonly SearchShape[]): readonly string[] {
  if (shapes.length === 0) return [];
  return [
    ...shapes.flatMap(({ table }) =>
      ['insert', 'update', 'delete'].map((verb) => `DROP TRIGGER IF EXISTS ${table}_search_${verb}`),
    ),
    'DROP TABLE IF EXISTS search_index',
    'DROP TABLE IF EXISTS search_backlog',
    'DROP TABLE IF EXISTS search_entries',
  ];
}

/** Adds a table to the backlog, from its first row. */
function fillBacklog({ table }: SearchShape): string {
  return `INSERT INTO search_backlog (table_name, after_id) SELECT ${quoteText(table)}, '' WHERE EXISTS (SELECT 1 FROM ${table})`;
}

/**
 * Indexes the next rows of a table in the backlog and advances its position.
 *
 * @param rowsMax Rows to look at; rows that are already indexed are skipped.
 */
export function indexNextStatements(shape: SearchShape, rowsMax: number): readonly string[] {
  const { table } = shape;
  const name = quoteText(table);
  const next =
    `(SELECT id, body FROM ${table} WHERE id > (SELECT after_id FROM search_backlog WHERE table_name = ${name}) ` +
    `ORDER BY id LIMIT ${rowsMax})`;
  return [
    `INSERT OR IGNORE INTO search_entries (row_id) SELECT id FROM ${next}`,
    `INSERT INTO search_index (rowid, kind, ${searchColumns.join(', ')})
SELECT entry.position, ${indexedValues(shape, 'next_rows.body')}
FROM ${next} AS next_rows JOIN search_entries AS entry ON entry.row_id = next_rows.id
WHERE ${isIndexed('entry.position', 'NOT ')}`,
    `UPDATE search_backlog SET after_id = coalesce((SELECT max(id) FROM ${next}), after_id) WHERE table_name = ${name}`,
    `DELETE FROM search_backlog WHERE table_name = ${name} AND NOT EXISTS (SELECT 1 FROM ${table} WHERE id > search_backlog.after_id)`,
  ];
}

/** Triggers that update the index in the transaction of each change. */
function searchTriggers(shape: SearchShape): readonly string[] {
  const { table } = shape;
  const columns = `kind, ${searchColumns.join(', ')}`;
  // A contentless index must be told what to delete. Deleting a row that it does not have would corrupt it.
  const forget = `INSERT INTO search_index (search_index, rowid, ${columns})
  SELECT 'delete', position, ${indexedValues(shape, 'OLD.body')}
  FROM search_entries WHERE row_id = OLD.id AND ${isIndexed('position')};`;
  const remember = `INSERT INTO search_index (rowid, ${columns})
  SELECT position, ${indexedValues(shape, 'NEW.body')} FROM search_entries WHERE row_id = NEW.id;`;
  return [
    `CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table}
BEGIN
  INSERT INTO search_entries (row_id) VALUES (NEW.id);
  ${remember}
END`,
    `CREATE TRIGGER ${table}_search_update AFTER UPDATE OF body ON ${table}
WHEN (${indexedValues(shape, 'OLD.body')}) IS NOT (${indexedValues(shape, 'NEW.body')})
BEGIN
  ${forget}
  ${remember}
END`,
    `CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table}
BEGIN
  ${forget}
  DELETE FROM search_entries WHERE row_id = OLD.id;
END`,
  ];
}

/** Condition that the index has a row: FTS5 keeps the word count of each row in this shadow table. */
function isIndexed(position: string, negation = ''): string {
  return `${negation}EXISTS (SELECT 1 FROM search_index_docsize WHERE id = ${position})`;
}

/** The values of all index columns for one body. */
function indexedValues({ idPrefix, columns }: SearchShape, body: string): string {
  const values = searchColumns.map((column) => {
    const parts = columns[column].map((path) => `coalesce(${pathSql(path, body)}, '')`);
    return parts.length === 0 ? "''" : parts.join(" || ' ' || ");
  });
  return [`char(${kindMark}) || ${quoteText(idPrefix)}`, ...values].join(', ');
}

function pathSql(path: string, body: string): string {
  if (path.startsWith('folded.')) return `${body} ->> ${quoteText(`$.${path}`)}`;
  const parsed = parseSearchPath(path);
  if (parsed === undefined) throw new Error(`${path} is not a valid search path`);
  const { field, isList, member } = parsed;
  if (!isList) return `${body} ->> ${quoteText(`$.${field}`)}`;
  const value = member === undefined ? 'value' : `value ->> ${quoteText(`$.${member}`)}`;
  return `(SELECT group_concat(${value}, ' ') FROM json_each(${body}, ${quoteText(`$.${field}`)}))`;
}
