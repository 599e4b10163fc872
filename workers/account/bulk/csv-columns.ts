import type { Table } from '../../../schema/model/define-table.ts';
import { stripInvisible } from '../../../schema/model/invisible.ts';
import { isTracking } from '../../../schema/model/tracking.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import { unguardText } from './csv-writer.ts';
import type { CsvDialect } from './import-request.ts';

/** How the cells of a column are interpreted. */
type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'json';

/** A column of an import, and the field that its cells go to. */
interface CsvColumn {
  /** `['addresses', 0, 'postcode']`; undefined for fields that the server writes, which are ignored. */
  readonly steps: readonly (string | number)[] | undefined;
  readonly kind: CellKind;
  /** Whether the header has no name for it. Its cells must be empty. */
  readonly isUnused?: true;
}

/** The parts of a valibot schema that describe nested fields. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: SchemaParts;
  readonly item?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly pipe?: readonly { readonly message?: unknown }[];
}

/** Maximum depth of a column's path. */
const STEPS_MAX = 6;

/** Highest list index in a column's path. */
const INDEX_MAX = 99;

/**
 * Reads the first line of a CSV. A column is a field of the body, or a path into one: `addresses.0.postcode`.
 * Further columns of an export (id, version, other server fields) and columns without a name are ignored.
 *
 * @param keyField Field that identifies rows; it is read even if the server writes it.
 * @returns The columns, or what is wrong with each invalid name.
 */
export function readHeader(
  names: readonly string[],
  table: Table,
  keyField: string | undefined,
): readonly CsvColumn[] | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const columns = names.map((written): CsvColumn => {
    const name = unguardText(stripInvisible(written).trim());
    if (name === '' && names.length > 1) return { steps: undefined, kind: 'text', isUnused: true };
    const fault = (detail: string) =>
      errors.push({ pointer: `#/columns/${encodeURIComponent(name)}`, detail });
    // By its steps: addresses[0].town and addresses.0.town are one field.
    const steps = toSteps(name);
    const field = steps?.join('.') ?? name;
    if (seen.has(field)) fault('is given twice');
    seen.add(field);
    if (name === keyField && isTracking(name)) return { steps: [name], kind: 'text' };
    if (isTracking(name) || Object.hasOwn(table.serverFields, name))
      return { steps: undefined, kind: 'text' };
    const kind = steps === undefined ? undefined : kindAt(table.body as SchemaParts, steps);
    if (kind === undefined) fault(`is not a field of ${table.collection}${hintFor(name, names)}`);
    return { steps, kind: kind ?? 'text' };
  });
  for (const { steps } of columns) {
    const whole = steps?.map((_, index) => steps.slice(0, index).join('.')).find((field) => seen.has(field));
    if (whole === undefined) continue;
    const name = encodeURIComponent(steps?.join('.') ?? '');
    errors.push({ pointer: `#/columns/${name}`, detail: `is part of the column ${whole}` });
  }
  return errors.length > 0 ? { errors } : columns;
}

/**
 * The object that a line of CSV represents. A cell that is not valid for its field stays text, so that the validation of
 * the body reports it.
 *
 * @param empty Value of an empty cell: undefined in a create, null (which removes the field) in an update.
 */
export function readCells(
  columns: readonly CsvColumn[],
  cells: readonly string[],
  empty: undefined | null,
  { dates }: CsvDialect,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { steps, kind }] of columns.entries()) {
    if (steps === undefined) continue;
    const cell = cells[index] ?? '';
    if (cell === '') {
      const [field] = steps;
      if (steps.length === 1 && empty === null) row[String(field)] = null;
    } else {
      put(row, steps, toValue(cell, kind, dates));
    }
  }
  return withoutHoles(row) as Record<string, unknown>;
}

/** Why a whole header is not understood, if its cells seem to be separated by another character. */
function hintFor(name: string, names: readonly string[]): string {
  if (names.length > 1) return '';
  if (name.includes(';')) return '; if its cells are separated by semicolons, add delimiter=;';
  return name.includes('\t') ? '; if its cells are separated by tabs, add delimiter=tab' : '';
}

/** A day as British firms write it: 31/03/2026, 31.3.2026, 31-03-2026. A year has four digits. */
const DAY_FIRST = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\s*$/;

/** Faults of the cells of a line that the validation of its body cannot see. */
export function findCellFaults(
  columns: readonly CsvColumn[],
  cells: readonly string[],
  { dates }: CsvDialect,
): readonly FieldError[] {
  return columns.flatMap(({ steps, kind, isUnused }, index) => {
    const cell = cells[index] ?? '';
    if (isUnused && cell.trim() !== '')
      return [{ pointer: '#', detail: `has a value in column ${index + 1}, which has no name` }];
    if (kind !== 'date' || dates === 'dmy' || !DAY_FIRST.test(cell)) return [];
    const detail = 'must be a date such as 2026-03-31; for days before months, add dates=dmy';
    return [{ pointer: `#/${steps?.join('/')}`, detail }];
  });
}

function toSteps(name: string): readonly (string | number)[] | undefined {
  const parts = name.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const steps = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : part));
  const isUsable = steps.every((step) => (typeof step === 'number' ? step <= INDEX_MAX : step !== ''));
  return isUsable && steps.length <= STEPS_MAX ? steps : undefined;
}

function kindAt(schema: SchemaParts, steps: readonly (string | number)[]): CellKind | undefined {
  const { type, wrapped, item, entries } = schema;
  if (wrapped !== undefined) return kindAt(wrapped, steps);
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (type === 'number' || type === 'boolean') return type;
    if (schema.pipe?.some(({ message }) => String(message).startsWith('must be a date such as')))
      return 'date';
    return item !== undefined || entries !== undefined ? 'json' : 'text';
  }
  if (typeof step === 'number') return item === undefined ? undefined : kindAt(item, rest);
  const below = entries !== undefined && Object.hasOwn(entries, step) ? entries[step] : undefined;
  return below === undefined ? undefined : kindAt(below, rest);
}

function toValue(cell: string, kind: CellKind, dates: CsvDialect['dates']): unknown {
  switch (kind) {
    case 'text':
      return unguardText(cell);
    case 'date':
      return dates === 'dmy' ? toIsoDate(cell) : unguardText(cell).trim();
    case 'number':
      return /^-?\d{1,17}(?:\.\d{1,17})?$/.test(cell.trim()) ? Number(cell) : cell;
    case 'boolean':
      return /^\s*(?:true|false)\s*$/i.test(cell) ? cell.trim().toLowerCase() === 'true' : cell;
    case 'json':
      return parseJson(cell);
  }
}

/** A day before its month as an ISO date; other text is returned unchanged. */
function toIsoDate(cell: string): string {
  const [, day, , month, year] = DAY_FIRST.exec(stripInvisible(cell)) ?? [];
  if (day === undefined || month === undefined) return unguardText(cell).trim();
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function parseJson(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell; // The validation of the body reports what the field must be.
  }
}

type Container = Record<string | number, unknown>;

function put(row: Container, steps: readonly (string | number)[], value: unknown): void {
  let container = row;
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) {
      container[step] = value;
      return;
    }
    const below = container[step];
    const next =
      typeof below === 'object' && below !== null ? below : typeof steps[index + 1] === 'number' ? [] : {};
    container[step] = next;
    container = next as Container;
  }
}

/** Removes gaps in lists: `addresses.1` without `addresses.0` is the only address. */
function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutHoles(member)]));
}
