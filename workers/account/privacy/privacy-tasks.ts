import { sql } from 'kysely';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import type { Access } from '../../http/collection/access.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import { isRefusal } from '../../http/problems/refusal.ts';
import type { MaintenanceContext, MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import type { AccountBindings } from '../bindings.ts';
import { boundDatabase } from '../bulk/bounded-database.ts';
import { expiryMs } from '../bulk/import-progress.ts';
import { type EraseRun, removeErasedBytes } from './erase-run.ts';
import { BEGINNING, type RetentionPlace } from './retention-due.ts';
import { selectPolicies, toPolicies } from './retention-policies.ts';
import { resumeErasures, runRetention } from './retention-run.ts';

/** Access of the account itself, which carries out what its administrators decided. */
const systemAccess: Access = {
  subject: systemAuthor,
  query: sql`select 1 where false`.compile(rowsBuilder),
  condition: sql<boolean>`true`,
  holds: () => sql<boolean>`true`,
  actor: sql<string>`${systemAuthor}`,
  decide: () => ({ actorId: systemAuthor, may: () => true }),
};

/** Continues interrupted erasures, including the deletion of bytes. */
export const erasureTask: MaintenanceTask<AccountBindings> = {
  name: 'erasures',
  async run(context) {
    const run = toRun(context);
    const resumed = await resumeErasures(run, goesOn(context));
    if (isRefusal(resumed)) throw new Error(`erasures cannot continue: ${resumed.error.kind}`);
    const bytes = await removeErasedBytes(run, goesOn(context));
    if (isRefusal(bytes)) throw new Error(`erasures cannot continue: ${bytes.error.kind}`);
    return { done: resumed.done, more: resumed.left || !bytes };
  },
};

/** Erases rows whose retention period has ended. */
export const retentionTask: MaintenanceTask<AccountBindings> = {
  name: 'retention',
  async run(context) {
    const found = await context.database.batch([selectPolicies, selectPlace]);
    if (isRefusal(found)) throw new Error(`retention cannot be read: ${found.error.kind}`);
    const [row] = found[0];
    if (row === undefined) return { done: 0, more: false };
    const run = toRun(context);
    const version = String(row.version);
    let from = toPlace(found[1][0], version);
    for (let done = 0; ; ) {
      const order = { policies: toPolicies(row), dryRun: false, from, mayContinue: goesOn(context) };
      const outcome = await runRetention(run, order);
      if (isRefusal(outcome)) throw new Error(`retention cannot continue: ${outcome.error.kind}`);
      done += outcome.erased.length;
      from = outcome.next ?? BEGINNING;
      // The next run continues from here; otherwise it would examine held rows again and again.
      const saved = await context.database.batch([savePlace(from, version, context.nowMs)]);
      if (isRefusal(saved)) throw new Error(`retention cannot continue: ${saved.error.kind}`);
      const hasTime = goesOn(context)() && run.database.left() > QUERIES_MIN;
      const isEnd = outcome.next === undefined;
      // Remaining bytes are deleted by the next run's erasure task.
      if (isEnd || !hasTime) return { done, more: !isEnd || outcome.bytesLeft };
    }
  },
};

/** Minimum number of queries for starting a run. */
const QUERIES_MIN = 100;

const selectPlace = sql<{ position: string }>`select position from maintenance_positions
  where task = 'retention'`.compile(rowsBuilder);

function savePlace(place: RetentionPlace, version: string, nowMs: number) {
  const position = JSON.stringify([version, place]);
  return sql`insert into maintenance_positions (task, position, updated_at)
    values ('retention', ${position}, ${new Date(nowMs).toISOString()})
    on conflict (task) do update set position = excluded.position, updated_at = excluded.updated_at`.compile(
    rowsBuilder,
  );
}

/** Where the previous run ended, unless the policies have changed since. */
function toPlace(row: { readonly position: string } | undefined, version: string): RetentionPlace {
  const [saved, place] = JSON.parse(row?.position ?? '[]') as readonly [string?, RetentionPlace?];
  return saved === version && place !== undefined ? place : BEGINNING;
}

/** Maximum chunks that one run deletes. */
const CHUNKS_MAX = 500;

/** Deletes the progress of imports whose keys have expired. */
export const importTask: MaintenanceTask<AccountBindings> = {
  name: 'imports',
  async run({ database, nowMs }) {
    const gone = await database.batch([
      sql<{ key: string }>`delete from import_chunks where (subject, key, ordinal) in (
          select subject, key, ordinal from import_chunks where created_ms <= ${expiryMs(nowMs)} limit ${CHUNKS_MAX})
        returning key`.compile(rowsBuilder),
    ]);
    if (isRefusal(gone)) throw new Error(`the progress of imports cannot be deleted: ${gone.error.kind}`);
    return { done: gone[0].length, more: gone[0].length === CHUNKS_MAX };
  },
};

function toRun({ bindings, database, nowMs }: MaintenanceContext<AccountBindings>): EraseRun {
  return {
    ...{ database: boundDatabase(database), bucket: bindings.DOCUMENTS, access: systemAccess },
    ...{ accountId: bindings.ACCOUNT_ID, nowMs },
  };
}

function goesOn({ now, deadlineMs }: MaintenanceContext<AccountBindings>): () => boolean {
  return () => now() < deadlineMs;
}
