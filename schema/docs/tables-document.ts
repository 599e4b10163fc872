import type { StateMachine, Table, TableColumn } from '../model/define-table.ts';
import { indexesOf } from '../model/indexes.ts';
import { trackingFieldNames } from '../model/tracking.ts';
import { describeField } from './describe-field.ts';
import { markdownTable } from './markdown-table.ts';

/** A database as the documents show it. */
export interface DocumentedDatabase {
  /** E.g. `Account database`. */
  readonly title: string;
  /** One sentence: what it belongs to and how many there are. */
  readonly describes: string;
  readonly tables: readonly Table[];
  /** Tables that are not collections. */
  readonly supportTables: readonly string[];
}

/** First lines of every generated document. */
export function generatedNotice(title: string): string {
  return `# ${title}\n\n<!-- Written by \`npm run docs\` from schema/. Edit the models instead. -->\n`;
}

/** `docs/db-tables.md`: the map from models to tables, then each table with its fields. */
export function tablesDocument(databases: readonly DocumentedDatabase[]): string {
  const tables = databases.flatMap((database) => database.tables);
  return [
    generatedNotice('Tables'),
    'Every table has `id` (text), `body` (JSON) and columns generated from the body. In addition to the fields below, each body has ' +
      `the tracking fields ${trackingFieldNames.map(code).join(', ')} (no \`accountId\` on the platform). ` +
      'Rules: [schema-rules.md](schema-rules.md). Trees: [db-diagrams.md](db-diagrams.md).\n',
    '## Model → table\n',
    `${markdownTable(['model', 'table', 'collection', 'ids', 'a row is'], tables.map(mapRow))}\n`,
    ...databases.flatMap((database) => [
      `## ${database.title}\n`,
      `${database.describes}\n`,
      ...database.tables.map(tableSection),
      `Support tables: ${database.supportTables.map(code).join(', ')}.\n`,
    ]),
  ].join('\n');
}

function mapRow(table: Table): readonly string[] {
  const model = `schema/${table.tier}/tables/${table.collection}.ts`;
  return [
    `[${model}](../${model})`,
    code(table.name),
    code(`/v1/${table.collection}`),
    code(`${table.idPrefix}-…`),
    table.describes,
  ];
}

function tableSection(table: Table): string {
  const rows = [
    ...Object.entries(table.body.entries).map(([name, schema]) => fieldRow(table, name, schema, 'caller')),
    ...Object.entries(table.serverFields).map(([name, schema]) => fieldRow(table, name, schema, 'server')),
  ];
  return [
    `### ${table.name}\n`,
    `${table.describes}${table.appendOnly ? ' Triggers refuse every change and removal.' : ''}\n`,
    `${markdownTable(['field', 'holds', 'written by', 'when left out', 'SQL column'], rows)}\n`,
    ...facts(table).map((fact) => `- ${fact}`),
    '',
  ].join('\n');
}

function fieldRow(
  table: Table,
  name: string,
  schema: unknown,
  writer: 'caller' | 'server',
): readonly string[] {
  const { holds, required, fallback } = describeField(schema);
  const optional = fallback === undefined ? 'absent' : code(fallback);
  const columns = table.columns.filter(({ path }) => path === name || path.startsWith(`${name}[`));
  return [
    `${code(name)}${table.sensitive.includes(name) ? ' (sensitive)' : ''}`,
    holds,
    writer,
    required ? (writer === 'caller' ? 'refused' : 'never') : optional,
    columns.map(columnWords).join(', '),
  ];
}

function columnWords({ name, ignoreCase }: TableColumn): string {
  return `${code(name)}${ignoreCase ? ' (any case)' : ''}`;
}

function facts(table: Table): readonly string[] {
  const filters = table.columns
    .filter((column) => column.filters.length > 0)
    .map(({ field, filters }) => `${code(field)} ${filters.join('/')}`);
  const uniques = table.indexes.map(
    ({ unique, where }) =>
      `${unique.map(code).join(' + ')}${where === undefined ? '' : ` where ${code(where)}`}`,
  );
  const references = Object.entries(table.references).map(
    ([field, collection]) => `${code(field)} → ${collection}`,
  );
  return [
    `Filters: ${filters.join(', ')}.`,
    `Sorts: ${table.sorts.map(code).join(', ')}.`,
    ...(uniques.length > 0 ? [`Unique: ${uniques.join('; ')}.`] : []),
    ...(table.states === undefined ? [] : [statesFact(table.states)]),
    ...(references.length > 0 ? [`Refers to: ${references.join(', ')}.`] : []),
    `Indexes: ${indexesOf(table).length}.`,
  ];
}

function statesFact({ field, transitions }: StateMachine): string {
  const steps = Object.entries(transitions).map(
    ([state, next]) => `${code(state)} → ${next.map(code).join(', ') || 'nothing'}`,
  );
  return `States of ${code(field)}: ${steps.join('; ')}.`;
}

function code(text: string): string {
  return `\`${text}\``;
}
