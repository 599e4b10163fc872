/** A line of text, without its break. */
export interface TextLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly fault?: string;
}

/** Reads lines piece by piece. Blank lines are counted and skipped. */
export interface LineReader {
  readonly push: (text: string) => readonly TextLine[];
  readonly end: () => readonly TextLine[];
}

/**
 * Splits text at LF (a preceding CR is white space in JSON).
 *
 * @param lengthMax Maximum characters of a line; the rest is dropped, and the line has a fault.
 */
export function createLineReader(lengthMax: number): LineReader {
  let line = 1;
  let kept = '';
  let isTooLong = false;

  function take(text: string): void {
    if (kept.length + text.length > lengthMax) isTooLong = true;
    else kept += text;
  }

  function finish(lines: TextLine[]): void {
    if (isTooLong) lines.push({ line, text: kept, fault: `is longer than ${lengthMax} characters` });
    else if (kept.trim() !== '') lines.push({ line, text: kept });
    [kept, isTooLong] = ['', false];
    line += 1;
  }

  function push(text: string): readonly TextLine[] {
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      take(text.slice(from, end));
      finish(lines);
      from = end + 1;
    }
    take(text.slice(from));
    return lines;
  }

  function end(): readonly TextLine[] {
    const lines: TextLine[] = [];
    finish(lines);
    return lines;
  }

  return { push, end };
}
