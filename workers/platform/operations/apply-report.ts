import { type CompiledQuery, sql } from 'kysely';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import type { Account } from '../accounts/account-view.ts';
import { type AccountChange, changeAccount } from '../accounts/change-account.ts';
import { queries } from '../database/queries.ts';
import type { OperationReport } from './operation-report.ts';
import { type Operation, terminalStatuses } from './operation-view.ts';

/** What an operation does to its account's status as it comes to a status of its own. */
interface StatusRule {
  readonly kind: Operation['kind'];
  readonly at: readonly Operation['status'][];
  readonly from: readonly Account['status'][];
  readonly change: AccountChange;
}

// A provision that succeeds is not among them: the last resource of the account's stack registers it as active, and a
// report that comes late must not undo what has happened to the account since. Nor is an offboarding that fails: the
// account stays `offboarding`, which it is since it was asked for, so that it can be offboarded again.
const statusRules: readonly StatusRule[] = [
  { kind: 'provision', at: ['failed', 'stalled'], from: ['provisioning'], change: { status: 'failed' } },
  {
    // Only now: the account's stack ends its registration first, and its data after that.
    kind: 'offboard',
    at: ['succeeded'],
    from: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
    change: { status: 'offboarded', workerUrl: null, scriptName: null, databaseId: null, bucketName: null },
  },
];

/**
 * Queries that apply a report of the automation service to its operation and to the operation's account.
 *
 * A report older than what is stored, or after the operation's end, changes nothing. The account goes first, while the
 * operation still tells whether the report is news.
 */
export function applyReport(
  operationId: string,
  report: OperationReport,
  nowMs: number,
): readonly CompiledQuery[] {
  const rules = statusRules.filter(({ at }) => at.includes(report.status));
  const release = report.account?.release;
  return [
    ...rules.map((rule) => statusQuery(operationId, report, rule, nowMs)),
    ...(release === undefined ? [] : [releaseQuery(operationId, report, release, nowMs)]),
    operationQuery(operationId, report, nowMs),
  ];
}

function statusQuery(operationId: string, report: OperationReport, rule: StatusRule, nowMs: number) {
  return changeAccount(rule.change, nowMs)
    .where('id', '=', newsOf(operationId, report).select('account_id').where('kind', '=', rule.kind))
    .where('status', 'in', rule.from)
    .compile();
}

function releaseQuery(operationId: string, report: OperationReport, release: string, nowMs: number) {
  return changeAccount({ release }, nowMs)
    .where('id', '=', newsOf(operationId, report).select('account_id'))
    .where('status', '<>', 'offboarded')
    .compile();
}

function operationQuery(operationId: string, report: OperationReport, nowMs: number) {
  const { revision, status, steps, apiCalls, reason } = report;
  const tracking = { updatedAt: new Date(nowMs).toISOString(), updatedBy: systemAuthor };
  // A merge patch: the list of steps is replaced as a whole, a reason that no longer holds goes.
  const patch = JSON.stringify({ revision, status, steps, apiCalls, reason: reason ?? null, ...tracking });
  return queries
    .updateTable('operations')
    .set({ body: sql<string>`json_set(json_patch(body, ${patch}), '$.version', version + 1)` })
    .where('id', 'in', newsOf(operationId, report).select('id'))
    .compile();
}

/** The operation, as long as this report is news of it. */
function newsOf(operationId: string, { revision }: OperationReport) {
  return queries
    .selectFrom('operations')
    .where('operations.id', '=', operationId)
    .where('operations.status', 'not in', terminalStatuses)
    .where(sql<number>`json_extract(operations.body, '$.revision')`, '<', revision);
}
