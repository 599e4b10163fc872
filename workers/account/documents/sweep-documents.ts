import { type CompiledQuery, sql } from 'kysely';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { accountBuilder } from '../database/account-builder.ts';
import type { MaintenanceContext, MaintenanceTask } from '../maintenance/maintenance-task.ts';
import { CONTENT_PREFIX } from './content/content-key.ts';
import { type ForgottenUploads, forgetDeadUploads } from './uploads/forget-dead-uploads.ts';
import { toInstant } from './uploads/upload-rows.ts';

const NAME = 'documents';

/**
 * How old an object without a row must be before it goes, in milliseconds. An upload has its row within a minute; the
 * rest of the day is for an operator who takes a database back in time by mistake, and forth again.
 */
const ORPHAN_AGE_MS = 86_400_000;

/** How long the bucket is left alone after it was gone through, in milliseconds; less than a day, so that the daily run does it. */
const REST_MS = 72_000_000;

/**
 * Sweeps what documents leave behind: uploads in parts that were given up, and objects that no row names, because a
 * Worker ended between the bucket and the database or a delete did not reach the bucket.
 *
 * @param pageKeys Objects that are looked at together; R2 lists and deletes 1000 at most. Default 1000.
 */
export function createDocumentSweep(pageKeys = 1000): MaintenanceTask {
  return {
    name: NAME,
    run: async (context) => {
      const uploads = await sweepUploads(context);
      const orphans = await sweepOrphans(context, pageKeys);
      return { done: uploads.done + orphans.done, more: uploads.more || orphans.more };
    },
  };
}

/** Forgets uploads that nobody can go on with. */
async function sweepUploads({
  bindings,
  database,
  nowMs,
  now,
  deadlineMs,
}: MaintenanceContext): Promise<ForgottenUploads> {
  let done = 0;
  for (;;) {
    const forgotten = orThrow(await forgetDeadUploads(database, bindings.DOCUMENTS, nowMs));
    done += forgotten.done;
    if (!forgotten.more) return { done, more: false };
    if (now() >= deadlineMs) return { done, more: true };
  }
}

/** Objects that are deleted, and whether the bucket has pages left. */
interface SweptObjects {
  readonly done: number;
  readonly more: boolean;
}

/** Goes through the bucket page by page, once a day, and on from where the run before had to stop. */
async function sweepOrphans(context: MaintenanceContext, pageKeys: number): Promise<SweptObjects> {
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

/** @returns The key to go on after; empty at the end of the bucket. */
async function sweepPage({ bindings, database, nowMs }: MaintenanceContext, position: string, limit: number) {
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

/** A task that the database refuses has failed: the next run does it. */
function orThrow<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`the database refused the sweep: ${result.error.kind}`);
  return result;
}
