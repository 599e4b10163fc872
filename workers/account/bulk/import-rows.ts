import type { ApiContext } from '../../http/api-context.ts';
import { toBookmark } from '../../http/bookmark.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { readIdempotencyKey } from '../../http/idempotency.ts';
import { logFailure } from '../../http/log-failure.ts';
import { problemDocument } from '../../http/problem-response.ts';
import { isRefusal, type Refusal, refuse } from '../../http/refusal.ts';
import { authorizeVerb } from '../authorize.ts';
import type { AccountBindings } from '../bindings.ts';
import { collectionOf } from '../collections.ts';
import { boundDatabase } from './bounded-database.ts';
import { type Chunk, writeChunk } from './import-chunk.ts';
import { type LineOutcome, summarize } from './import-outcome.ts';
import { createRecordReader, type ImportRecord } from './import-record.ts';
import { BULK_MEDIA_TYPES, findImportable, readImportRequest } from './import-request.ts';
import { type ImportRun, newSeed, openImport } from './import-run.ts';

/**
 * Lines of a chunk. Large, because each chunk takes six queries (nine in an upsert), and all chunks of 100 000 lines
 * have to fit into what D1 allows one request.
 */
const CHUNK_LINES_MAX = 1_000;

/** Characters of a chunk: its rows travel as one parameter, which D1 takes up to 2 000 000 bytes. */
const CHUNK_LENGTH_MAX = 500_000;

/** Queries that a chunk may need at most, repetitions included. */
const CHUNK_QUERIES_MAX = 30;

/**
 * `POST /v1/imports/{collection}`: reads rows as NDJSON or CSV, line by line, writes them in chunks and answers with a
 * line for each line and a summary. The answer begins when the first chunk is done, so a request that is wrong as a
 * whole is refused with a status of its own.
 *
 * The answer is never waited for: a client that sends everything before it reads would otherwise stand still for ever.
 * What it has not read yet is kept, some dozens of bytes for each line.
 */
export async function importRows(
  context: ApiContext<AccountBindings>,
  collection: string,
): Promise<Response | Refusal> {
  const run = await openRun(context, collection);
  if (isRefusal(run)) {
    await context.request.body?.cancel();
    return run;
  }
  const chunks = readChunks(run);
  const first = await nextOutcomes(run, chunks);
  if (isRefusal(first)) {
    await chunks.return(undefined);
    return first;
  }
  const counts = new Map<LineOutcome['status'], number>();
  const encoder = new TextEncoder();
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (lines: readonly object[]) =>
        controller.enqueue(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
      const pump = async () => {
        let outcomes: readonly LineOutcome[] | Refusal | 'end' | 'limit' = first;
        while (!isCancelled && typeof outcomes === 'object' && !isRefusal(outcomes)) {
          for (const { status } of outcomes) counts.set(status, (counts.get(status) ?? 0) + 1);
          send(outcomes);
          outcomes = run.database.left() < CHUNK_QUERIES_MAX ? 'limit' : await nextOutcomes(run, chunks);
        }
        if (isCancelled) return;
        if (isRefusal(outcomes)) send([{ problem: problemDocument(outcomes.error, context.url.pathname) }]);
        const summary = summarize(counts, outcomes === 'end', run.request.dryRun);
        const reached = run.database.bookmark();
        const bookmark = reached && (await toBookmark(reached, context.bindings.AUDIENCE));
        send([{ summary: { ...summary, bookmark } }]);
        controller.close();
      };
      const done = pump()
        .catch((error: unknown) => {
          logFailure(error, {
            method: 'POST',
            route: '/v1/imports/:collection',
            traceparent: context.traceparent,
          });
          if (!isCancelled) controller.error(new Error('The import broke off.'));
        })
        .finally(() => chunks.return(undefined));
      context.execution.waitUntil(done);
    },
    cancel() {
      isCancelled = true;
    },
  });
  return new Response(body, {
    headers: { 'content-type': BULK_MEDIA_TYPES.ndjson, 'cache-control': 'no-store' },
  });
}

const NOTHING: ReturnType<typeof openImport> | readonly [] = [];

async function openRun(
  context: ApiContext<AccountBindings>,
  collection: string,
): Promise<ImportRun | Refusal> {
  const table = findImportable(collection);
  if (isRefusal(table)) return table;
  const access = await authorizeVerb(context, table, 'write');
  if (isRefusal(access)) return access;
  const request = readImportRequest(context.request, context.url, table);
  if (isRefusal(request)) return request;
  // The body is held against the chunks that are stored, so the hash is of the rest of the request alone.
  const hashed = `${request.format}\n${context.url.search}`;
  const key = await readIdempotencyKey(context.request, hashed, access.subject, context.nowMs);
  if (isRefusal(key)) return key;
  if (key === undefined && !request.dryRun) return refuse({ kind: 'idempotency_key_missing' });
  const database = boundDatabase(context.database);
  const opened = await runAllowed(
    database,
    access,
    key === undefined || request.dryRun ? NOTHING : openImport(key),
  );
  if (isRefusal(opened)) return opened;
  const stored = opened.rows[1] ?? [];
  const aheadMs = context.nowMs - Date.now();
  return {
    ...{ request, context, access, database, newSeed },
    collection: collectionOf(request.table),
    key: request.dryRun ? undefined : key,
    committed: new Map(stored.map((chunk) => [chunk.ordinal, chunk])),
    taken: new Map(),
    now: () => Date.now() + aheadMs,
  };
}

async function nextOutcomes(
  run: ImportRun,
  chunks: AsyncGenerator<Chunk | Refusal>,
): Promise<readonly LineOutcome[] | Refusal | 'end'> {
  const { done, value } = await chunks.next();
  if (done) return 'end';
  return isRefusal(value) ? value : await writeChunk(run, value);
}

/** The chunks of a body. Where they end follows from the body alone, so that a repeated import finds the same ones. */
async function* readChunks({ request, context }: ImportRun): AsyncGenerator<Chunk | Refusal> {
  const reader = createRecordReader(request);
  let ordinal = 0;
  let records: ImportRecord[] = [];
  let length = 0;
  for await (const read of readPieces(context.request, reader)) {
    if (isRefusal(read)) {
      yield read;
      return;
    }
    for (const record of read) {
      const isFull = records.length === CHUNK_LINES_MAX || length + record.source.length > CHUNK_LENGTH_MAX;
      if (records.length > 0 && isFull) {
        yield { ordinal, records };
        [ordinal, records, length] = [ordinal + 1, [], 0];
      }
      records.push(record);
      length += record.source.length;
    }
  }
  if (records.length > 0) yield { ordinal, records };
}

async function* readPieces(
  request: Request,
  reader: ReturnType<typeof createRecordReader>,
): AsyncGenerator<readonly ImportRecord[] | Refusal> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const source = request.body?.getReader();
  try {
    while (source !== undefined) {
      const piece = await readPiece(source);
      if (isRefusal(piece)) {
        yield piece;
        return;
      }
      if (piece === undefined) break;
      const text = decode(decoder, piece);
      yield isRefusal(text) ? text : reader.push(text);
      if (isRefusal(text)) return;
    }
    const rest = decode(decoder, undefined);
    yield isRefusal(rest) ? rest : reader.push(rest);
    if (!isRefusal(rest)) yield reader.end();
  } finally {
    await source?.cancel().catch(() => undefined); // The sender may be gone already.
  }
}

async function readPiece(
  source: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | undefined | Refusal> {
  try {
    const { done, value } = await source.read();
    return done ? undefined : value;
  } catch {
    return refuse({ kind: 'malformed_body', detail: 'The body ended too early.' });
  }
}

function decode(decoder: TextDecoder, piece: Uint8Array | undefined): string | Refusal {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    return refuse({ kind: 'malformed_body', detail: 'The body is not UTF-8.' });
  }
}
