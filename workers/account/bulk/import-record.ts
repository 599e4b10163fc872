import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { FieldError } from '../../http/problems/request-error.ts';
import { findJsonFault } from '../../http/request/json-faults.ts';
import { findCellFaults, readCells, readHeader } from './csv-columns.ts';
import { createCsvReader } from './csv-reader.ts';
import type { ImportNotice } from './import-outcome.ts';
import type { ImportRequest } from './import-request.ts';
import { createLineReader } from './line-reader.ts';

/** One parsed row of an import, not yet validated against its table. */
export interface ImportRecord {
  /** Line of the body on which it starts, from 1. */
  readonly line: number;
  /** Its source text, for the digest of its chunk. */
  readonly source: string;
  readonly sent: unknown;
  /** Why it could not be parsed; empty if it could. */
  readonly errors: readonly FieldError[];
}

/** Reads the records of a body piece by piece. */
export interface RecordReader {
  readonly push: (text: string) => readonly ImportRecord[] | Refusal;
  readonly end: () => readonly ImportRecord[] | Refusal;
  /** What the sender should know about the header, once it is read. */
  readonly notices: () => readonly ImportNotice[];
}

/** Maximum characters of a line: the body limit of a single create. */
const LINE_LENGTH_MAX = 1_000_000;

/** The reader for the format of the request. */
export function createRecordReader(request: ImportRequest): RecordReader {
  return request.format === 'csv' ? createCsvRecordReader(request) : createNdjsonReader();
}

function createNdjsonReader(): RecordReader {
  const reader = createLineReader(LINE_LENGTH_MAX);
  const toRecords = (lines: ReturnType<typeof reader.push>) =>
    lines.map(({ line, text, fault }): ImportRecord => {
      if (fault !== undefined) return faulty(line, text, fault);
      const parsed = parseJson(text);
      if (parsed === undefined) return faulty(line, text, 'is not JSON');
      const inside = findJsonFault(parsed.value);
      return { line, source: text, sent: parsed.value, errors: inside === undefined ? [] : [inside] };
    });
  return {
    push: (text) => toRecords(reader.push(text)),
    end: () => toRecords(reader.end()),
    notices: () => [],
  };
}

function createCsvRecordReader({ table, keyField, mode, dialect }: ImportRequest): RecordReader {
  const reader = createCsvReader(LINE_LENGTH_MAX, dialect.delimiter);
  let columns: Exclude<ReturnType<typeof readHeader>, { errors: unknown }> | undefined;
  let notices: readonly ImportNotice[] = [];
  function toRecord(line: number, cells: readonly string[], fault: string | undefined): ImportRecord {
    const source = JSON.stringify(cells);
    if (fault !== undefined || columns === undefined) return faulty(line, source, fault ?? '');
    const isTooLong = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    if (cells.length < columns.length || isTooLong)
      return faulty(line, source, `has ${cells.length} cells where the header has ${columns.length}`);
    const sent = readCells(columns, cells, mode === 'upsert' ? null : undefined, dialect);
    const inside = findJsonFault(sent);
    const faults = findCellFaults(columns, cells, dialect);
    return { line, source, sent, errors: inside === undefined ? faults : [inside] };
  }
  function toRecords(read: ReturnType<typeof reader.push>): readonly ImportRecord[] | Refusal {
    const records: ImportRecord[] = [];
    for (const { line, cells, fault } of read) {
      // Spreadsheets write the rest of the used area as empty cells.
      if (fault === undefined && cells.every((cell) => cell.trim() === '')) continue;
      if (columns === undefined) {
        const header = fault === undefined ? readHeader(cells, table, keyField) : headerFault(fault);
        if (isRefusal(header)) return header;
        if ('errors' in header) return refuse({ kind: 'invalid_body', errors: header.errors });
        columns = header;
        notices = noticesOf(header);
      } else records.push(toRecord(line, cells, fault));
    }
    return records;
  }
  return {
    push: (text) => toRecords(reader.push(text)),
    end: () => toRecords(reader.end()),
    notices: () => notices,
  };
}

function noticesOf(columns: readonly { readonly isUnused?: true }[]): readonly ImportNotice[] {
  const unused = columns.flatMap(({ isUnused }, index) => (isUnused ? [index + 1] : []));
  if (unused.length === 0) return [];
  const detail = `Columns without a name are ignored: ${unused.slice(0, 20).join(', ')}.`;
  return [{ code: 'unused-columns', detail }];
}

function headerFault(fault: string): Refusal {
  return refuse({ kind: 'malformed_body', detail: `The first line of the CSV ${fault}.` });
}

function faulty(line: number, source: string, detail: string): ImportRecord {
  return { line, source, sent: undefined, errors: [{ pointer: '#', detail }] };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // The parser's message quotes the line, so it is dropped.
  }
}
