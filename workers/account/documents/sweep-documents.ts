import { type CompiledQuery, sql } from 'kysely';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { MaintenanceContext, MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { CONTENT_PREFIX } from './content/content-key.ts';
import { type ForgottenUploads, forgetDeadUploads } from './uploads/forget-dead-uploads.ts';
import { toInstant } from './uploads/upload-rows.ts';

const NAME = 'documents';

/**
 * Minimum age of an object without a row before it is deleted, in milliseconds. An upload gets its row within a minute;
 * the rest of the day allows an operator to undo a mistaken restore of the database.
 */
const ORPHAN_AGE_MS = 86_400_000;

/** Pause after the whole bucket was swept, in milliseconds; less than a day, so that the daily run sweeps it again. */
const REST_MS = 72_000_000;

/**
 * Deletes leftovers of documents: abandoned multipart uploads, and objects without a row, which remain when a Worker
 * ends between the bucket and the database or a delete does not reach the bucket.
 *
 * @param pageKeys Objects per page; R2 lists and deletes at most 1000. Default 1000.
 */
export function createDocumentSweep(pageKeys = 1000): MaintenanceTask<AccountBindings> {
  return {
    name: NAME,
    run: async (context) => {
      const uploads = await sweepUploads(context);
      const orphans = await sweepOrphans(context, pageKeys);
      return { done: uploads.done + orphans.done, more: uploads.more || orphans.more };
    },
  };
}

/** Deletes uploads that can no longer be continued. */
async function sweepUploads({
  bindings,
  database,
  nowMs,
  now,
  deadlineMs,
}: MaintenanceContext<AccountBindings>): Promise<ForgottenUploads> {
  let done = 0;
  for (;;) {
    const forgotten = orThrow(await forgetDeadUploads(database, bindings.DOCUMENTS, nowMs));
    done += forgotten.done;
    if (!forgotten.more) return { done, more: false };
    if (now() >= deadlineMs) return { done, more: true };
  }
}

/** Number of deleted objects, and whether the bucket has more pages. */
interface SweptObjects {
  readonly done: number;
  readonly more: boolean;
}

/** Sweeps the bucket page by page, once a day, continuing where the previous run stopped. */
async function sweepOrphans(
  context: MaintenanceContext<AccountBindings>,
  pageKeys: number,
): Promise<SweptObjects> {
  const { database, nowMs, now, deadlineMs } = context;
  const [[stored]] = orThrow(await database.batch([selectPosition]));
  let position = stored?.position ?? '';
  const isResting =
    position === '' && stored !== undefined && Date.parse(stored.updated_at) + REST_MS > nowMs;
  if (isResting) return { done: 0, more: false };
  let done = 0;
  do {
    const page = await sweepPage(context, position, pageKeys);
    done += page.done;
    position = page.position;
    orThrow(await database.batch([savePosition(position, nowMs)]));
  } while (position !== '' && now() < deadlineMs);
  return { done, more: position !== '' };
}

/** @returns The key to continue after; empty at the end of the bucket. */
async function sweepPage(
  { bindings, database, nowMs }: MaintenanceContext<AccountBindings>,
  position: string,
  limit: number,
) {
  const after = position === '' ? {} : { startAfter: position };
  const { objects, truncated } = await bindings.DOCUMENTS.list({ prefix: CONTENT_PREFIX, limit, ...after });
  const old = objects.filter(({ uploaded }) => uploaded.getTime() + ORPHAN_AGE_MS <= nowMs);
  const keys = JSON.stringify(old.map(({ key }) => key));
  const [known] = orThrow(await database.batch([selectKnown(keys)]));
  const named = new Set(known.map(({ object_key }) => object_key));
  const orphans = old.map(({ key }) => key).filter((key) => !named.has(key));
  if (orphans.length > 0) await bindings.DOCUMENTS.delete(orphans);
  return { done: orphans.length, position: truncated ? (objects.at(-1)?.key ?? '') : '' };
}

const selectPosition = sql<{ position: string; updated_at: string }>`select position, updated_at
  from maintenance_positions where task = ${NAME}`.compile(accountBuilder);

function savePosition(position: string, nowMs: number): CompiledQuery {
  return sql`insert into maintenance_positions (task, position, updated_at)
    values (${NAME}, ${position}, ${toInstant(nowMs)})
    on conflict (task) do update set position = excluded.position, updated_at = excluded.updated_at`.compile(
    accountBuilder,
  );
}

function selectKnown(keys: string): CompiledQuery<{ object_key: string }> {
  return sql<{ object_key: string }>`select object_key from document_contents
      where object_key in (select value from json_each(${keys}))
    union all select object_key from document_uploads
      where object_key in (select value from json_each(${keys}))`.compile(accountBuilder);
}

/** Throws when the database refuses; the next run of the task tries again. */
function orThrow<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`the database refused the sweep: ${result.error.kind}`);
  return result;
}
