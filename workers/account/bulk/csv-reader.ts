/** One record of a CSV text. */
export interface CsvRecord {
  /** Line on which it starts, from 1; a quoted field may contain further lines. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with it; `cells` then ends before the fault. */
  readonly fault?: string;
}

/** Reads a CSV text piece by piece. */
export interface CsvReader {
  /** Takes the next piece and returns the records that end in it. */
  readonly push: (text: string) => readonly CsvRecord[];
  /** Returns the last record, if it did not end with a line break. */
  readonly end: () => readonly CsvRecord[];
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** State of the reader within a field. `skipping` is the rest of a faulty line. */
type State = 'start' | 'plain' | 'quoted' | 'closed' | 'skipping';

/**
 * Reads CSV according to RFC 4180, with LF, CR or CRLF. Blank lines are ignored.
 *
 * We do not use a library because an import must report the faulty line and continue with the next one: of the small
 * parsers, uDSV accepts malformed quotes, and Papa Parse reads the rest of the file into the field.
 *
 * @param delimiter The character between cells. Default: a comma.
 * @param recordLengthMax Maximum characters of a record; a longer one is a fault, so an unclosed quote cannot fill memory.
 */
export function createCsvReader(recordLengthMax: number, delimiter = ','): CsvReader {
  const separator = delimiter.charCodeAt(0);
  let state: State = 'start';
  let line = 1;
  let isAfterReturn = false;
  let recordLine = 1;
  let length = 0;
  let cells: string[] = [];
  let field = '';
  let fault: string | undefined;
  let isQuoted = false;

  function endField(): void {
    cells.push(field);
    field = '';
    state = 'start';
  }

  function endRecord(records: CsvRecord[]): void {
    if (fault === undefined) endField();
    const isBlank = fault === undefined && cells.length === 1 && cells[0] === '' && !isQuoted;
    if (!isBlank) records.push({ line: recordLine, cells, ...(fault === undefined ? {} : { fault }) });
    [state, cells, field, fault, isQuoted] = ['start', [], '', undefined, false];
    length = 0;
    recordLine = line;
  }

  function fail(detail: string): void {
    fault = detail;
    field = '';
    state = 'skipping';
  }

  function push(text: string): readonly CsvRecord[] {
    const records: CsvRecord[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isSecondOfPair = isAfterReturn && code === LINE_FEED;
      isAfterReturn = code === CARRIAGE_RETURN;
      if (isSecondOfPair && state !== 'quoted') {
        from = at + 1;
        continue;
      }
      const isBreak = code === LINE_FEED || code === CARRIAGE_RETURN;
      if (isBreak && !isSecondOfPair) line += 1;
      length += 1;
      if (length > recordLengthMax && state !== 'skipping') {
        fail(`is longer than ${recordLengthMax} characters`);
      }
      switch (state) {
        case 'start':
          from = at;
          if (code === QUOTE) [state, isQuoted, from] = ['quoted', true, at + 1];
          else if (code === separator) endField();
          else if (isBreak) endRecord(records);
          else state = 'plain';
          break;
        case 'plain':
          if (code === QUOTE) fail('has a quote in a field that does not start with one');
          else if (code === separator || isBreak) {
            field += text.slice(from, at);
            if (isBreak) endRecord(records);
            else endField();
          }
          break;
        case 'quoted':
          if (code === QUOTE) {
            field += text.slice(from, at);
            state = 'closed';
          }
          break;
        case 'closed':
          if (code === QUOTE)
            [state, from] = ['quoted', at]; // A doubled quote stands for one quote in the field.
          else if (code === separator) endField();
          else if (isBreak) endRecord(records);
          else fail('has text after a closing quote');
          break;
        case 'skipping':
          if (isBreak) endRecord(records);
          break;
      }
    }
    if (state === 'plain' || state === 'quoted') field += text.slice(from);
    return records;
  }

  function end(): readonly CsvRecord[] {
    const records: CsvRecord[] = [];
    if (state === 'quoted') fail('has an unclosed quote');
    if (length > 0) endRecord(records);
    return records;
  }

  return { push, end };
}
