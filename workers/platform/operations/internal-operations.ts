import { type OperationKinds, operationKinds } from '../../../schema/factory/operation-kinds.ts';
import { operationReport } from '../../../schema/factory/operation-messages.ts';
import { hasEnded } from '../../../schema/factory/operation-states.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { toAccount } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import { deliverStanding } from '../standing/deliver-standing.ts';
import { applyReport } from './apply-report.ts';
import { toOperation } from './operation-view.ts';
import { checkSignedRequest, readSignedJson } from './signed-request.ts';
import { watchedOperations } from './watched-operations.ts';

/**
 * `GET /internal/v1/operations/{id}`: the stored operation and its account as it is now, for the automation service. The
 * service carries out what this says, not what it was sent, and an operation may wait behind others that change the account.
 */
export async function readStoredOperation(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const unsigned = await checkSignedRequest(request, bindings.AUTOMATION_SECRET, nowMs);
  if (unsigned !== undefined) return unsigned;
  const rows = await database.batch(storedQueries(id));
  return isRefusal(rows) ? rows : toAnswer(rows, id);
}

/**
 * `PUT /internal/v1/operations/{id}`: the automation service reports the progress of an operation.
 *
 * @param kinds What the factory knows of each kind of operation. Default: its own table.
 * @returns 200 with the stored operation, also for a report that arrived too late to change anything.
 */
export async function reportOperation(
  context: ApiContext<PlatformBindings>,
  id: string,
  kinds: OperationKinds = operationKinds,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const body = await readSignedJson(request, bindings.AUTOMATION_SECRET, nowMs);
  if (isRefusal(body)) return body;
  const report = parseInput(operationReport, body.value);
  if (isRefusal(report)) return report;
  const rows = await database.batch([...applyReport(kinds, id, report, nowMs), ...storedQueries(id)]);
  if (isRefusal(rows)) return rows;
  const stored = rows.slice(-2);
  const [row] = (stored[0] ?? []) as readonly StoredRow[];
  // Streams of this isolate show it without a read of their own.
  if (row !== undefined) watchedOperations.note(toOperation(row), Date.now());
  if (row !== undefined && hasEnded(report.status)) {
    await deliverStanding(bindings, toOperation(row).accountId, nowMs);
  }
  return toAnswer(stored, id);
}

type StoredRow = { readonly id: string; readonly body: string };

/** Queries for an operation and its account. */
function storedQueries(id: string) {
  return [
    queries.selectFrom('operations').select(['id', 'body']).where('id', '=', id).compile(),
    queries
      .selectFrom('accounts')
      .select(['id', 'body'])
      .where('id', '=', queries.selectFrom('operations').select('account_id').where('id', '=', id))
      .compile(),
  ] as const;
}

/** @param rows The rows of `storedQueries()`. */
function toAnswer(rows: readonly (readonly unknown[])[], id: string): Response | Refusal {
  const [operation] = (rows[0] ?? []) as readonly StoredRow[];
  const [accountRow] = (rows[1] ?? []) as readonly StoredRow[];
  if (operation === undefined || accountRow === undefined) {
    return refuse({ kind: 'row_not_found', collection: 'operations', id });
  }
  const { id: accountId, slug, region, placement, cell, status } = toAccount(accountRow);
  return Response.json({
    ...toOperation(operation),
    account: { id: accountId, slug, region, placement, cell },
    accountStatus: status,
  });
}
