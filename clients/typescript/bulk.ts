import type { components, operations, paths } from './account-api.ts';
import { okResponse } from './problem.ts';
import type { RowAt } from './rows.ts';
import type { Session } from './session.ts';

/** Collections that can be exported. */
export type Collection = keyof paths extends infer Path
  ? Path extends `/v1/exports/${infer Name}`
    ? Name
    : never
  : never;

type RowOf<Name extends Collection> = `/v1/${Name}` extends infer Path extends keyof paths
  ? RowAt<paths, Path>
  : never;

type ExportOf<Name extends Collection> = paths[`/v1/exports/${Name}`]['get']['parameters'];

/** The filters and the sort of an export. */
export type ExportQuery<Name extends Collection> =
  ExportOf<Name> extends { query?: infer Query } ? Omit<NonNullable<Query>, 'format'> : never;

/** The outcome of a line of an import; the last one is the summary. */
export type ImportLine = components['schemas']['ImportLine'];

type ImportQuery = NonNullable<operations['importRows']['parameters']['query']>;

/** Options of an import, as the API describes them. */
export interface ImportOptions extends ImportQuery {
  /** Send the same rows with the same key to continue an interrupted import. Default: a new key. */
  readonly idempotencyKey?: string;
}

/** Streaming import and export: neither side holds all rows in memory. */
export interface Bulk {
  /**
   * Imports rows and yields the outcome of each.
   *
   * @throws `ApiProblem` when the whole import is refused. An import that stops half-way ends with a summary that is not
   *   `complete`.
   */
  readonly importRows: (
    collection: string,
    rows: Iterable<object> | AsyncIterable<object>,
    options?: ImportOptions,
  ) => AsyncGenerator<ImportLine, void, undefined>;
  /**
   * Yields all rows that match the filters.
   *
   * @throws `ApiProblem` when the export is refused. A broken connection throws too, so a loop that ends normally has
   *   seen every row.
   */
  readonly exportRows: <Name extends Collection>(
    collection: Name,
    query?: ExportQuery<Name>,
  ) => AsyncGenerator<RowOf<Name>, void, undefined>;
}

/** Import and export of an account's rows. */
export function createBulk(baseUrl: string, session: Session): Bulk {
  const base = baseUrl.replace(/\/$/, '');
  return {
    async *importRows(collection, rows, { idempotencyKey = crypto.randomUUID(), ...options } = {}) {
      const request = new Request(`${base}/v1/imports/${encodeURIComponent(collection)}${toQuery(options)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': idempotencyKey },
        body: toNdjson(rows),
        ...STREAMED,
      });
      for await (const line of readLines<ImportLine>(await okResponse(await session.send(request)))) {
        if ('summary' in line) session.note(line.summary.bookmark);
        yield line;
      }
    },
    async *exportRows(collection, query) {
      const request = new Request(`${base}/v1/exports/${collection}${toQuery(query ?? {})}`);
      yield* readLines(await okResponse(await session.send(request)));
    },
  };
}

/** `fetch` requires this option for a streamed body; the browser types do not know it yet. */
const STREAMED = { duplex: 'half' } as RequestInit;

function toQuery(values: object): string {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return query.size === 0 ? '' : `?${query}`;
}

function toNdjson(rows: Iterable<object> | AsyncIterable<object>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

async function* readLines<Line>({ body }: Response): AsyncGenerator<Line, void, undefined> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value = '' } = await reader.read();
      const lines = `${rest}${value}`.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line !== '') yield JSON.parse(line) as Line;
      if (done) return;
    }
  } finally {
    await reader.cancel(); // Stops the response when the caller stops reading.
  }
}
