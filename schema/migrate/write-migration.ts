import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tier } from '../model/define-table.ts';
import { type DatabaseDefinition, emptyDatabase } from './database-definition.ts';
import { diffDatabases } from './diff.ts';
import { unfinishedLine } from './migration-ledger.ts';

/** A request to write a migration. */
export interface MigrationRequest {
  readonly tier: Tier;
  /** What the migration does, snake_case: `add_case_notes`. */
  readonly name: string;
  /** Folder of the tier's migrations and their snapshot. */
  readonly folder: string;
  readonly database: DatabaseDefinition;
  /** Write a file to be filled in by hand, and treat the models as done by it. Default false. */
  readonly empty?: boolean;
}

/** The result of writing a migration. */
export type MigrationOutcome =
  | { readonly kind: 'written'; readonly file: string; readonly statements: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** The file next to the migrations that holds the database they create together. */
const snapshotName = 'snapshot.json';

/** Reads the database that the migrations of a folder create; empty when there are none. */
export async function readSnapshot(folder: string): Promise<DatabaseDefinition> {
  try {
    return JSON.parse(await readFile(join(folder, snapshotName), 'utf8')) as DatabaseDefinition;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return emptyDatabase;
    }
    throw error;
  }
}

/**
 * Writes the next migration of a tier and updates its snapshot.
 *
 * @returns `unchanged` when the models and the migrations agree, `refused` when a change needs a person to decide;
 *   neither writes anything.
 */
export async function writeMigration(request: MigrationRequest): Promise<MigrationOutcome> {
  const { tier, folder, database, empty = false } = request;
  if (!/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(request.name)) {
    return { kind: 'refused', reasons: [`the name ${request.name} is not snake_case, like add_case_notes`] };
  }
  const { statements, refusals } = diffDatabases(await readSnapshot(folder), database);
  if (refusals.length > 0 && !empty) {
    return { kind: 'refused', reasons: refusals };
  }
  if (statements.length === 0 && !empty) {
    return { kind: 'unchanged' };
  }
  await mkdir(folder, { recursive: true });
  const ordinal = (await readdir(folder)).filter((file) => file.endsWith('.sql')).length + 1;
  const file = `${String(ordinal).padStart(4, '0')}_${request.name}.sql`;
  const todo = refusals.map((reason) => `-- By hand: ${reason}\n`).join('');
  const end = empty ? `${statements.length > 0 ? '\n' : ''}${unfinishedLine}\n` : '';
  const text = `${header(tier, empty)}${todo}${toScript(statements)}${end}`;
  await writeFile(join(folder, file), text, { flag: 'wx' });
  await writeFile(join(folder, snapshotName), `${JSON.stringify(database, null, 2)}\n`);
  return { kind: 'written', file, statements: statements.length };
}

function header(tier: Tier, empty: boolean): string {
  const origin = empty ? 'started by migration:new --empty' : 'written by migration:new from the models';
  return (
    `-- Migration of the ${tier} database, ${origin}.\n` +
    '-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.\n\n'
  );
}

function toScript(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('\n');
}
