import type { Table } from '../model/define-table.ts';
import { type DocumentedDatabase, generatedNotice } from './tables-document.ts';

/** A line of a tree and the lines below it. */
interface Branch {
  readonly text: string;
  readonly branches: readonly Branch[];
}

/** `docs/db-diagrams.md`: both databases as trees, by ownership and by the columns that SQL sees. */
export function diagramsDocument(databases: readonly DocumentedDatabase[]): string {
  return [
    generatedNotice('Diagrams'),
    'A table is shown below the table that its first required reference points to. `→` is a reference that the Worker checks; SQL does not enforce it.',
    '`*` unique, `~` case-insensitive, `↑` lists can be sorted by it. Fields: [db-tables.md](db-tables.md).\n',
    ...databases.flatMap((database) => [
      `## ${database.title}\n`,
      `${database.describes}\n`,
      '### Ownership\n',
      fence(drawTree({ text: database.title, branches: ownershipBranches(database.tables) })),
      '### Columns\n',
      fence(drawTree({ text: database.title, branches: columnBranches(database) })),
    ]),
  ].join('\n');
}

/** Draws a tree with box characters, one line for each branch. */
function drawTree({ text, branches }: Branch): string {
  return [text, ...drawBranches(branches, '')].join('\n');
}

function drawBranches(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ text, branches: below }, index) => {
    const isLast = index === branches.length - 1;
    return [
      `${indent}${isLast ? '└─' : '├─'} ${text}`,
      ...drawBranches(below, `${indent}${isLast ? '   ' : '│  '}`),
    ];
  });
}

function ownershipBranches(tables: readonly Table[], owner?: string): readonly Branch[] {
  return tables
    .filter((table) => ownerOf(table) === owner)
    .map((table) => ({
      text: [table.name, ...referencesBeside(table)].join('  '),
      branches: ownershipBranches(tables, table.collection),
    }));
}

/** The collection that a row belongs to. */
function ownerOf(table: Table): string | undefined {
  return Object.entries(table.references).find(
    ([field]) => table.body.entries[field]?.type !== 'optional',
  )?.[1];
}

function referencesBeside(table: Table): readonly string[] {
  const owner = ownerOf(table);
  const others = Object.entries(table.references).filter(([, collection]) => collection !== owner);
  return others.map(([field, collection]) => `${field} → ${collection}`);
}

function columnBranches({ tables, supportTables }: DocumentedDatabase): readonly Branch[] {
  return [
    ...tables.map((table) => ({
      text: `${table.name} (${table.idPrefix}-…)${table.appendOnly ? ', append-only' : ''}`,
      branches: table.columns.map(({ name, type, ignoreCase, field }) => {
        const isUnique = table.indexes.some(({ unique }) => unique.length === 1 && unique[0] === name);
        const marks = [
          isUnique ? '*' : '',
          ignoreCase ? '~' : '',
          table.sorts.includes(field) ? '↑' : '',
        ].join('');
        return { text: `${name.padEnd(22)}${type.padEnd(8)}${marks}`.trimEnd(), branches: [] };
      }),
    })),
    ...supportTables.map((name) => ({ text: `${name}, no collection`, branches: [] })),
  ];
}

function fence(tree: string): string {
  return `\`\`\`text\n${tree}\n\`\`\`\n`;
}
