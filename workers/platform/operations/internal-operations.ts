import { hasEnded } from '../../../schema/factory/operation-kinds.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import { deliverStanding } from '../standing/deliver-standing.ts';
import { applyReport } from './apply-report.ts';
import { operationReport } from './operation-report.ts';
import { toOperation } from './operation-view.ts';
import { checkSignedRead, readSignedJson, rememberMessage, toSignatureRefusal } from './signed-request.ts';

/**
 * `GET /internal/v1/operations/{id}`: the operation as it is stored, for the automation service, and the status of its
 * account now: what was asked for first may be done last, when there is no account any more.
 */
export async function readStoredOperation(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const unsigned = await checkSignedRead(request, bindings.AUTOMATION_SECRET, nowMs);
  if (unsigned !== undefined) return unsigned;
  const rows = await database.batch([
    await rememberMessage(request, '', nowMs),
    storedOperation(id),
    accountOfOperation(id),
  ]);
  if (isRefusal(rows)) return toSignatureRefusal(rows);
  const [account] = rows[2];
  return toAnswer(rows[1][0], id, account && { accountStatus: account.status });
}

/**
 * `PUT /internal/v1/operations/{id}`: the automation service reports how an operation goes.
 *
 * @returns 200 with the stored operation, also for a report that came too late to change anything.
 */
export async function reportOperation(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const body = await readSignedJson(request, bindings.AUTOMATION_SECRET, nowMs);
  if (isRefusal(body)) return body;
  const report = parseInput(operationReport, body.value);
  if (isRefusal(report)) return report;
  // What the account's stack has registered reaches the account before anybody reads that the operation has ended.
  if (hasEnded(report.status)) await deliverStandingOf(id, context);
  const rows = await database.batch([
    ...applyReport(id, report, nowMs),
    await rememberMessage(request, body.text, nowMs),
    storedOperation(id),
  ]);
  if (isRefusal(rows)) return toSignatureRefusal(rows);
  const stored = rows.at(-1)?.[0] as StoredRow | undefined;
  if (stored !== undefined && hasEnded(report.status))
    await deliverStanding(bindings, toOperation(stored).accountId, nowMs);
  return toAnswer(stored, id);
}

/** Tells the account of an operation its standing, where it has not heard of it. */
async function deliverStandingOf(
  operationId: string,
  { bindings, database, nowMs }: ApiContext<PlatformBindings>,
): Promise<void> {
  const rows = await database.batch([storedOperation(operationId)]);
  const row = isRefusal(rows) ? undefined : rows[0][0];
  if (row !== undefined) await deliverStanding(bindings, toOperation(row).accountId, nowMs);
}

type StoredRow = { readonly id: string; readonly body: string };

function storedOperation(id: string) {
  return queries.selectFrom('operations').select(['id', 'body']).where('id', '=', id).compile();
}

function accountOfOperation(id: string) {
  return queries
    .selectFrom('accounts')
    .select('status')
    .where('id', '=', queries.selectFrom('operations').select('account_id').where('id', '=', id))
    .compile();
}

function toAnswer(row: StoredRow | undefined, id: string, more: object = {}): Response | Refusal {
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: 'operations', id });
  return Response.json({ ...toOperation(row), ...more });
}
