import { accountAudience } from '../../../schema/factory/bindings.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { logFailure } from '../../http/api/log-failure.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { toBookmark } from '../../http/database/bookmark.ts';
import { problemDocument } from '../../http/problems/problem-response.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { RequestError } from '../../http/problems/request-error.ts';
import { readIdempotencyKey } from '../../http/request/idempotency.ts';
import type { AccountBindings } from '../bindings.ts';
import { collectionOf } from '../collections/collections.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { type AnswerStream, createAnswerStream } from './answer-stream.ts';
import { boundDatabase } from './bounded-database.ts';
import { type Chunk, readChunks } from './import-body.ts';
import { writeChunk } from './import-chunk.ts';
import { countOutcomes, type LineOutcome, noticeOf } from './import-outcome.ts';
import { createProgress, NO_PROGRESS, openImport } from './import-progress.ts';
import { createRecordReader } from './import-record.ts';
import { BULK_MEDIA_TYPES, findImportable, readImportRequest } from './import-request.ts';
import { type ImportRun, newSeed } from './import-run.ts';

/** Maximum queries of a chunk, retries included. */
const CHUNK_QUERIES_MAX = 40;

/** The error for a client that sends lines but does not read the response. */
const UNREAD: RequestError = {
  kind: 'own',
  code: 'answer-unread',
  status: 503,
  title: 'The response is not being read',
  detail:
    'Read the response while you send the lines, or send fewer at a time. Repeat the request to continue.',
};

/**
 * `POST /v1/imports/{collection}`: reads rows as NDJSON or CSV line by line, writes them in chunks, and responds with
 * the outcome of each line and a summary. The response starts when the first chunk is done, so an invalid request is
 * refused with its own status.
 *
 * Only one chunk and the unread part of the response are in memory at a time.
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
  const reader = createRecordReader(run.request);
  const chunks = readChunks(context.request, reader, run.request.dialect.encoding);
  const first = await nextOutcomes(run, chunks);
  if (isRefusal(first)) {
    await chunks.return(undefined);
    return first;
  }
  const answer = createAnswerStream();
  answer.send(reader.notices().map((notice) => ({ notice })));
  const done = writeChunks(run, chunks, first, answer)
    .catch((error: unknown) => {
      const { traceparent } = context;
      logFailure(error, { method: 'POST', route: '/v1/imports/:collection', traceparent });
      answer.fail(new Error('The import was aborted.'));
    })
    .finally(() => chunks.return(undefined));
  context.execution.waitUntil(done);
  return new Response(answer.readable, {
    headers: { 'content-type': BULK_MEDIA_TYPES.ndjson, 'cache-control': 'no-store' },
  });
}

/** Writes chunks until the body ends, the client is gone, or the query limit is reached. */
async function writeChunks(
  run: ImportRun,
  chunks: AsyncGenerator<Chunk | Refusal>,
  first: readonly LineOutcome[] | 'end',
  answer: AnswerStream,
): Promise<void> {
  const { context, database } = run;
  const count = countOutcomes();
  let outcomes: readonly LineOutcome[] | Refusal | 'end' | 'limit' = first;
  while (typeof outcomes === 'object' && !isRefusal(outcomes)) {
    count.add(outcomes);
    const notice = noticeOf(outcomes, run.request.dryRun);
    answer.send([...(notice === undefined ? [] : [{ notice }]), ...outcomes]);
    const room = await answer.hasRoom();
    if (room === 'cancelled') return;
    if (room === 'unread') outcomes = refuse(UNREAD);
    else outcomes = database.left() < CHUNK_QUERIES_MAX ? 'limit' : await nextOutcomes(run, chunks);
  }
  if (isRefusal(outcomes)) answer.send([{ problem: problemDocument(outcomes.error, context.instance) }]);
  const reached = database.bookmark();
  const bookmark = reached && (await toBookmark(reached, accountAudience(context.bindings.ACCOUNT_ID)));
  answer.send([{ summary: { ...count.summarize(outcomes === 'end', run.request.dryRun), bookmark } }]);
  answer.close();
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
  // The body is compared with the stored chunks, so the hash covers only the rest of the request.
  const hashed = `${request.format}\n${context.url.search}`;
  const sent = await readIdempotencyKey(context.request, hashed, access.subject, context.nowMs);
  if (isRefusal(sent)) return sent;
  if (sent === undefined && !request.dryRun) return refuse({ kind: 'idempotency_key_missing' });
  const key = request.dryRun ? undefined : sent;
  const database = boundDatabase(context.database);
  const opened = await runAllowed(database, access, key === undefined ? NOTHING : openImport(key));
  if (isRefusal(opened)) return opened;
  const stored = opened.rows[1] ?? [];
  const aheadMs = context.nowMs - Date.now();
  return {
    ...{ request, context, access, database, key, newSeed, caller: opened.caller },
    collection: collectionOf(request.table),
    progress: key === undefined ? NO_PROGRESS : createProgress(database, access, key, stored),
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
