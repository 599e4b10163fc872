import { splitStatements } from '../../schema/migrate/split-statements.ts';
import type { Pool } from './pool.ts';

/** One statement with its parameters. */
export interface D1Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** D1's result for one statement. */
export interface StatementResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly meta: Readonly<Record<string, unknown>>;
}

/** Why D1 refused; `message` is SQLite's. Nothing of the batch was applied. */
export interface SqlFailure {
  readonly kind: 'sql_error';
  readonly message: string;
}

/** D1's limit for a string, a blob and a row; Miniflare does not enforce it. */
const valueBytesMax = 2_000_000;

/**
 * Runs statements in one transaction: all of them, or none.
 *
 * The text may contain several statements; each has its own result, and the parameters belong to the last one, as in
 * SQLite.
 */
export async function queryDatabase(
  pool: Pool,
  uuid: string,
  statements: readonly D1Statement[],
): Promise<readonly StatementResult[] | SqlFailure> {
  const queries = statements.flatMap(({ sql, params }) => {
    const split = splitStatements(sql);
    // Unterminated text goes to SQLite unchanged, which reports what is wrong.
    const parts = 'kind' in split ? [sql] : split;
    return parts.map((part, index) => ({ sql: part, params: index === parts.length - 1 ? params : [] }));
  });
  const values = queries.map((query) => ({ ...query, params: query.params.map(toSqlValue) }));
  if (values.some((query) => query.params.some(isTooBig))) {
    return { kind: 'sql_error', message: 'string or blob too big: SQLITE_TOOBIG' };
  }
  if (values.length === 0) return { kind: 'sql_error', message: 'No SQL statements detected.' };
  const answer = await pool.use(`d1:${uuid}`, (instance) =>
    instance.sendJson({ operation: 'd1', target: `d1:${uuid}` }, values),
  );
  if (!Array.isArray(answer)) {
    return { kind: 'sql_error', message: String((answer as { error: unknown }).error) };
  }
  return (answer as D1Answer[]).map(({ results, meta }) => ({ ...results, meta }));
}

/** What to export; no tables means all. */
export interface ExportOptions {
  readonly noSchema: boolean;
  readonly noData: boolean;
  readonly tables: readonly string[];
}

/** Exports a database as SQL text. Like D1, it refuses a database with virtual tables. */
export async function exportDatabase(
  pool: Pool,
  uuid: string,
  { noSchema, noData, tables }: ExportOptions,
): Promise<string | SqlFailure> {
  // Miniflare's command for an export; the object behind the binding matches this exact text.
  const sql = 'PRAGMA miniflare_d1_export(?,?,?);';
  const query = { sql, params: [Number(noSchema), Number(noData), ...tables] };
  const answer = await pool.use(`d1:${uuid}`, (instance) =>
    instance.sendJson({ operation: 'd1', target: `d1:${uuid}` }, [query]),
  );
  const { results, error } = answer as { results?: [string[]]; error?: string };
  return results === undefined ? { kind: 'sql_error', message: String(error) } : `${results[0].join('\n')}\n`;
}

interface D1Answer {
  readonly results: { readonly columns: string[]; readonly rows: unknown[][] };
  readonly meta: Record<string, unknown>;
}

/** Rows as objects by column name; of two columns with the same name the later one wins, as in D1. */
export function toObjects(result: StatementResult): Record<string, unknown>[] {
  return result.rows.map((row) =>
    Object.fromEntries(result.columns.map((name, index) => [name, row[index]])),
  );
}

function toSqlValue(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}

function isTooBig(value: unknown): boolean {
  if (typeof value === 'string') return Buffer.byteLength(value) > valueBytesMax;
  return Array.isArray(value) && value.length > valueBytesMax;
}
