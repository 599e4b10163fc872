import { type CompiledQuery, sql } from 'kysely';
import type { StatusChange } from '../../../schema/factory/account-states.ts';
import { statusChange } from '../../../schema/factory/account-transitions.ts';
import {
  kindNamesOf,
  type OperationKind,
  type OperationKinds,
} from '../../../schema/factory/operation-kinds.ts';
import type { OperationReport } from '../../../schema/factory/operation-messages.ts';
import { endedStatuses, hasEnded } from '../../../schema/factory/operation-states.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { changeStatus } from '../accounts/change-account.ts';
import { queries } from '../database/queries.ts';

/**
 * Queries that apply a report of the automation service to its operation and to the operation's account.
 *
 * A report that is older than the stored one, or arrives after the operation's end, changes nothing. The account is
 * changed first, while the operation's row still shows whether the report is new.
 */
export function applyReport(
  kinds: OperationKinds,
  operationId: string,
  report: OperationReport,
  nowMs: number,
): readonly CompiledQuery[] {
  const { status } = report;
  const moves = hasEnded(status)
    ? kindNamesOf(kinds).flatMap((kind) => {
        const move = statusChange(kinds[kind], status);
        return move === undefined ? [] : [statusQuery(operationId, report, kind, move, nowMs)];
      })
    : [];
  return [...moves, operationQuery(operationId, report, nowMs)];
}

function statusQuery(
  operationId: string,
  report: OperationReport,
  kind: OperationKind,
  move: StatusChange,
  nowMs: number,
) {
  return changeStatus(move, undefined, nowMs)
    .where('id', '=', newsOf(operationId, report).select('account_id').where('kind', '=', kind))
    .compile();
}

function operationQuery(operationId: string, report: OperationReport, nowMs: number) {
  const { revision, status, steps, apiCalls, reason } = report;
  const tracking = { updatedAt: new Date(nowMs).toISOString(), updatedBy: systemAuthor };
  // A merge patch: it replaces the list of steps as a whole and removes a reason that no longer applies.
  const patch = JSON.stringify({ revision, status, steps, apiCalls, reason: reason ?? null, ...tracking });
  return queries
    .updateTable('operations')
    .set({ body: sql<string>`json_set(json_patch(body, ${patch}), '$.version', version + 1)` })
    .where('id', 'in', newsOf(operationId, report).select('id'))
    .compile();
}

/** The operation, if this report is newer than the stored one. */
function newsOf(operationId: string, { revision }: OperationReport) {
  return queries
    .selectFrom('operations')
    .where('operations.id', '=', operationId)
    .where('operations.status', 'not in', endedStatuses)
    .where(sql<number>`json_extract(operations.body, '$.revision')`, '<', revision);
}
