import { sql } from 'kysely';
import { systemAuthor } from '../../../schema/tracking.ts';
import type { Access } from '../../http/collection/access.ts';
import { rowsBuilder } from '../../http/collection/rows.ts';
import { isRefusal } from '../../http/refusal.ts';
import { boundDatabase } from '../bulk/bounded-database.ts';
import { expiryMs } from '../bulk/import-progress.ts';
import type { MaintenanceContext, MaintenanceTask } from '../maintenance/maintenance-task.ts';
import { type EraseRun, removeErasedBytes } from './erase-run.ts';
import { selectPolicies, toPolicies } from './retention-policies.ts';
import { resumeErasures, runRetention } from './retention-run.ts';

/** The account acting by itself, on what its administrators decided. */
const systemAccess: Access = {
  subject: systemAuthor,
  query: sql`select 1 where false`.compile(rowsBuilder),
  condition: sql<boolean>`true`,
  holds: () => sql<boolean>`true`,
  actor: sql<string>`${systemAuthor}`,
  decide: () => ({ actorId: systemAuthor, may: () => true }),
};

/** Ends erasures that were cut off, their bytes included. */
export const erasureTask: MaintenanceTask = {
  name: 'erasures',
  async run(context) {
    const run = toRun(context);
    const resumed = await resumeErasures(run, goesOn(context));
    if (isRefusal(resumed)) throw new Error(`erasures cannot go on: ${resumed.error.kind}`);
    const bytes = await removeErasedBytes(run, goesOn(context));
    if (isRefusal(bytes)) throw new Error(`erasures cannot go on: ${bytes.error.kind}`);
    return { done: resumed.done, more: resumed.left || !bytes };
  },
};

/** Erases what the policies of retention keep no longer. */
export const retentionTask: MaintenanceTask = {
  name: 'retention',
  async run(context) {
    const found = await context.database.batch([selectPolicies]);
    if (isRefusal(found)) throw new Error(`retention cannot be read: ${found.error.kind}`);
    const [row] = found[0];
    if (row === undefined) return { done: 0, more: false };
    const outcome = await runRetention(toRun(context), toPolicies(row), false, goesOn(context));
    if (isRefusal(outcome)) throw new Error(`retention cannot go on: ${outcome.error.kind}`);
    return { done: outcome.erased.length, more: outcome.more && outcome.erased.length > 0 };
  },
};

/** Forgets the progress of imports whose keys have expired. */
export const importTask: MaintenanceTask = {
  name: 'imports',
  async run({ database, nowMs }) {
    const gone = await database.batch([
      sql<{
        key: string;
      }>`delete from import_chunks where created_ms <= ${expiryMs(nowMs)} returning key`.compile(rowsBuilder),
    ]);
    if (isRefusal(gone)) throw new Error(`imports cannot be forgotten: ${gone.error.kind}`);
    return { done: gone[0].length, more: false };
  },
};

function toRun({ bindings, database, nowMs }: MaintenanceContext): EraseRun {
  return {
    ...{ database: boundDatabase(database), bucket: bindings.DOCUMENTS, access: systemAccess },
    ...{ accountId: bindings.ACCOUNT_ID, nowMs },
  };
}

function goesOn({ now, deadlineMs }: MaintenanceContext): () => boolean {
  return () => now() < deadlineMs;
}
