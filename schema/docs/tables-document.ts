import type { Table, TableColumn } from '../define-table.ts';
import { indexesOf } from '../indexes.ts';
import { trackingFieldNames } from '../tracking.ts';
import { describeField } from './describe-field.ts';

/** A database as the documents show it. */
export interface DocumentedDatabase {
  /** E.g. `Account database`. */
  readonly title: string;
  /** One sentence: whose it is and how many there are. */
  readonly describes: string;
  readonly tables: readonly Table[];
  /** Other tables, which are no collections. */
  readonly supportTables: readonly string[];
}

/** First lines of every generated document. */
export function generatedNotice(title: string): string {
  return `# ${title}\n\n<!-- Written by \`npm run docs\` from schema/. Edit the models instead. -->\n`;
}

/** `docs/db-tables.md`: the map from models to tables, then each table with its fields. */
export function tablesDocument(databases: readonly DocumentedDatabase[]): string {
  return [
    generatedNotice('Tables'),
    'Every table has `id` (text), `body` (JSON) and columns generated from the body. Beside the fields below, each body has the ' +
      `tracking fields ${trackingFieldNames.map((name) => `\`${name}\``).join(', ')} (no \`accountId\` on the platform). ` +
      'Rules: [schema-rules.md](schema-rules.md). Trees: [db-diagrams.md](db-diagrams.md).\n',
    '## Model → table\n',
    '| model | table | collection | ids | a row is |\n| --- | --- | --- | --- | --- |',
    ...databases.flatMap(({ tables }) => tables.map(mapLine)),
    '',
    ...databases.flatMap((database) => [
      `## ${database.title}\n`,
      `${database.describes}\n`,
      ...database.tables.map(tableSection),
      `Besides: ${database.supportTables.map((name) => `\`${name}\``).join(', ')}.\n`,
    ]),
  ].join('\n');
}

function mapLine(table: Table): string {
  const model = `schema/${table.tier}/tables/${table.collection}.ts`;
  return `| [${model}](../${model}) | \`${table.name}\` | \`/v1/${table.collection}\` | \`${table.idPrefix}-…\` | ${table.describes} |`;
}

function tableSection(table: Table): string {
  const bodyLines = Object.entries(table.body.entries).map(([name, schema]) =>
    fieldLine(table, name, schema, 'caller'),
  );
  const serverLines = Object.entries(table.serverFields).map(([name, schema]) =>
    fieldLine(table, name, schema, 'server'),
  );
  return [
    `### ${table.name}\n`,
    `${table.describes}${table.appendOnly ? ' Triggers refuse every change and removal.' : ''}\n`,
    '| field | holds | written by | when left out | SQL column |\n| --- | --- | --- | --- | --- |',
    ...bodyLines,
    ...serverLines,
    '',
    ...facts(table).map((fact) => `- ${fact}`),
    '',
  ].join('\n');
}

function fieldLine(table: Table, name: string, schema: unknown, writer: 'caller' | 'server'): string {
  const { holds, required, fallback } = describeField(schema);
  const whenLeftOut = required
    ? writer === 'caller'
      ? 'refused'
      : '–'
    : fallback === undefined
      ? 'absent'
      : `\`${fallback}\``;
  const columns = table.columns.filter(({ path }) => path === name || path.startsWith(`${name}[`));
  const sensitive = table.sensitive.includes(name) ? ' (sensitive)' : '';
  return `| \`${name}\`${sensitive} | ${holds} | ${writer} | ${whenLeftOut} | ${columns.map(columnWords).join(', ')} |`;
}

function columnWords({ name, ignoreCase }: TableColumn): string {
  return `\`${name}\`${ignoreCase ? ' (any case)' : ''}`;
}

function facts(table: Table): readonly string[] {
  const filters = table.columns
    .filter((column) => column.filters.length > 0)
    .map(({ field, filters }) => `\`${field}\` ${filters.join('/')}`);
  const uniques = table.indexes.map(
    ({ unique, where }) =>
      `${unique.map((name) => `\`${name}\``).join(' + ')}${where === undefined ? '' : ` where \`${where}\``}`,
  );
  const references = Object.entries(table.references).map(
    ([field, collection]) => `\`${field}\` → ${collection}`,
  );
  return [
    `Filters: ${filters.join(', ')}.`,
    `Sorts: ${table.sorts.map((sort) => `\`${sort}\``).join(', ')}.`,
    ...(uniques.length > 0 ? [`Unique: ${uniques.join('; ')}.`] : []),
    ...(references.length > 0 ? [`Refers to: ${references.join(', ')}.`] : []),
    `Indexes: ${indexesOf(table).length}.`,
  ];
}
