import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import { mediaTypeOf, NDJSON_MEDIA_TYPE } from '../../http/request/media-type.ts';
import { collectionOf } from '../collections/collections.ts';

/** Media types of imports and exports. */
export const BULK_MEDIA_TYPES = { ndjson: NDJSON_MEDIA_TYPE, csv: 'text/csv' } as const;

export type BulkFormat = keyof typeof BULK_MEDIA_TYPES;

/** The parameters of an import. */
export interface ImportRequest {
  readonly table: Table;
  readonly format: BulkFormat;
  /** `upsert` updates the row with the same `keyField`, or creates it if there is none. */
  readonly mode: 'create' | 'upsert';
  /** `id`, or a unique field. */
  readonly keyField: string | undefined;
  /** Whether an invalid line skips its whole chunk or only itself. */
  readonly onInvalid: 'skip-chunk' | 'skip-line';
  readonly dryRun: boolean;
  /** How a CSV is written; the default is that of RFC 4180 in UTF-8, with ISO dates. */
  readonly dialect: CsvDialect;
}

/** How a CSV is written. Nothing of it is guessed, because a wrong guess would store wrong data. */
export interface CsvDialect {
  /** `dmy`: day, month and year, as in 31/03/2026. */
  readonly dates: 'iso' | 'dmy';
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding: 'utf-8' | 'windows-1252';
}

/**
 * Whether a table can be imported. Tables with preconditions of their own, such as users and groups, cannot, because
 * each row must be checked against the caller's permissions.
 */
function isImportable(table: Table): boolean {
  return !table.readOnly && collectionOf(table).hooks?.preconditions === undefined;
}

/** Fields that can identify a row in an upsert. */
function keyFieldsOf(table: Table): readonly string[] {
  const unique = table.indexes.flatMap(({ unique: [name, ...others] }) =>
    others.length > 0 ? [] : table.columns.filter((column) => column.name === name),
  );
  return ['id', ...unique.map(({ path }) => path)];
}

/** The table of a collection that can be imported; 404 for others. */
export function findImportable(collection: string): Table | Refusal {
  const importable = accountTables.filter(isImportable);
  const table = importable.find((candidate) => candidate.collection === collection);
  if (table !== undefined) return table;
  const names = importable.map((candidate) => candidate.collection).join(', ');
  return refuse({ kind: 'route_not_found', detail: `Only these collections can be imported: ${names}.` });
}

/** A value as a list of values shows it. */
function toReadable(value: string): string {
  return /^\W$/.test(value) ? `"${value}"` : value;
}

/**
 * Reads the parameters of an import.
 *
 * @returns 415 for another media type, 400 that names each wrong parameter.
 */
export function readImportRequest(request: Request, url: URL, table: Table): ImportRequest | Refusal {
  const mediaType = mediaTypeOf(request.headers.get('content-type'));
  const format = mediaType === undefined ? undefined : FORMATS.get(mediaType);
  if (format === undefined) return refuse({ kind: 'unsupported_media_type', accepted: [...FORMATS.keys()] });
  const charset = readCharset(request.headers.get('content-type'));
  if (charset === undefined)
    return refuse({
      kind: 'unsupported_media_type',
      accepted: [...FORMATS.keys()],
      detail: 'Send the body in UTF-8, or a CSV in windows-1252 with `encoding=windows-1252`.',
    });
  const errors: FieldError[] = [];
  const asked = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    const allowed = name === 'key' ? keyFieldsOf(table) : PARAMETERS[name];
    if (allowed === undefined)
      errors.push({ pointer: `#/query/${name}`, detail: 'is not a parameter of an import' });
    else if (asked.has(name)) errors.push({ pointer: `#/query/${name}`, detail: 'is given twice' });
    else if (!allowed.includes(value)) {
      errors.push({
        pointer: `#/query/${name}`,
        detail: `must be one of ${allowed.map(toReadable).join(', ')}`,
      });
    }
    asked.set(name, value);
  }
  const isUpsert = asked.get('mode') === 'upsert';
  if (format === 'ndjson') {
    for (const name of ['dates', 'delimiter', 'encoding'].filter((option) => asked.has(option)))
      errors.push({ pointer: `#/query/${name}`, detail: 'is only valid for CSV' });
  }
  if (isUpsert !== asked.has('key')) {
    errors.push({
      pointer: '#/query/key',
      detail: isUpsert ? 'is missing' : 'is only valid with mode=upsert',
    });
  }
  if (errors.length > 0) {
    const parameters = [...Object.keys(PARAMETERS), 'key'];
    return refuse({ kind: 'invalid_query', errors, allowed: { filters: {}, sorts: [], parameters } });
  }
  return {
    table,
    format,
    mode: isUpsert ? 'upsert' : 'create',
    keyField: asked.get('key'),
    onInvalid: asked.get('onInvalid') === 'skip-line' ? 'skip-line' : 'skip-chunk',
    dryRun: asked.get('dryRun') === 'true',
    dialect: {
      dates: asked.get('dates') === 'dmy' ? 'dmy' : 'iso',
      delimiter: DELIMITERS[asked.get('delimiter') ?? ','] ?? ',',
      encoding: (asked.get('encoding') ?? charset) === 'windows-1252' ? 'windows-1252' : 'utf-8',
    },
  };
}

/** The encoding that the media type declares, UTF-8 by default; undefined for one that is not supported. */
function readCharset(header: string | null): CsvDialect['encoding'] | undefined {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(header ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (/^(?:utf-?8|us-ascii)$/.test(charset)) return 'utf-8';
  // Browsers and Excel write windows-1252 where they say ISO 8859-1.
  return /^(?:windows-1252|cp1252|iso-8859-1|latin1)$/.test(charset) ? 'windows-1252' : undefined;
}

const DELIMITERS: Readonly<Record<string, CsvDialect['delimiter']>> = { ',': ',', ';': ';', tab: '\t' };

const FORMATS = new Map<string, BulkFormat>([
  [BULK_MEDIA_TYPES.ndjson, 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/jsonl', 'ndjson'],
  [BULK_MEDIA_TYPES.csv, 'csv'],
]);

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  mode: ['create', 'upsert'],
  onInvalid: ['skip-chunk', 'skip-line'],
  dryRun: ['true', 'false'],
  dates: ['iso', 'dmy'],
  delimiter: Object.keys(DELIMITERS),
  encoding: ['utf-8', 'windows-1252'],
};
