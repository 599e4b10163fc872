import { sql } from 'kysely';
import { webhookDeliveries } from '../../../schema/account/tables/webhook-deliveries.ts';
import { webhookEndpoints } from '../../../schema/account/tables/webhook-endpoints.ts';
import { accountTables } from '../../../schema/account/tables.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { changeRow, type PlanChange } from '../../http/collection/change-row.ts';
import type { CollectionOptions } from '../../http/collection/collection-options.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { listRows } from '../../http/collection/list-rows.ts';
import { checkPreconditions, findFailure } from '../../http/collection/precondition.ts';
import { rowResponse } from '../../http/collection/present.ts';
import { rowsBuilder, type StoredRow, withoutTracking } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { askForCall } from '../maintenance/follow-writes.ts';
import { mustBeEnabled } from './endpoint-routes.ts';
import { TEST_EVENT_TYPE } from './event-type.ts';
import { dueNow, newDelivery } from './fan-out.ts';

type Context = ApiContext<AccountBindings>;

const deliveryCollection: CollectionOptions<AccountBindings> = {
  table: webhookDeliveries,
  tables: accountTables,
  authorize: authorizeVerb,
  accountId: (bindings) => bindings.ACCOUNT_ID,
};

/** `GET /v1/webhook-endpoints/{id}/deliveries`: as any list, of this endpoint's deliveries. */
export async function listDeliveries(context: Context, endpointId: string): Promise<Response | Refusal> {
  const column = webhookDeliveries.columns.find(({ name }) => name === 'endpoint_id');
  if (column === undefined) throw new Error('deliveries have lost the column of their endpoint');
  return await listRows(deliveryCollection, context, {
    scope: [{ column, operator: 'eq', values: [endpointId] }],
    within: { query: selectRow(webhookEndpoints.name, endpointId), otherwise: noEndpoint(endpointId) },
  });
}

/** `POST /v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replays`: sends a message once more, under the same id. */
export async function replayDelivery(
  context: Context,
  endpointId: string,
  deliveryId: string,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, webhookEndpoints, 'write');
  if (isRefusal(access)) return access;
  const changed = await changeRow({
    collection: deliveryCollection,
    context,
    access,
    id: deliveryId,
    plan: planReplay(endpointId, context.nowMs),
    auditAction: 'replay',
    ifMatch: '*',
    require: [mustBeEnabled(endpointId)],
  });
  if (isRefusal(changed)) return changed;
  askForCall(context.answerHeaders);
  const response = rowResponse(changed.row, deliveryCollection, context.bindings, changed.caller);
  return new Response(response.body, { status: 202, headers: response.headers });
}

function planReplay(endpointId: string, nowMs: number): PlanChange {
  return (before) => {
    const { endpointId: own, status, replays = 0, ...fields } = withoutTracking(before.fields);
    if (own !== endpointId) {
      return refuse({ kind: 'row_not_found', collection: webhookDeliveries.collection, id: before.id });
    }
    if (status === 'pending') {
      return refuse({
        kind: 'conflict',
        detail: 'The message is still on its way; there is nothing to replay.',
      });
    }
    const after = { ...fields, endpointId, replays: Number(replays) + 1, ...dueNow(nowMs) };
    return { action: 'update', id: before.id, before, after };
  };
}

/** `POST /v1/webhook-endpoints/{id}/tests`: sends a message that tells of nothing, to see whether it arrives. */
export async function sendTest(context: Context, endpointId: string): Promise<Response | Refusal> {
  const { bindings, database, nowMs, traceparent } = context;
  const access = await authorizeVerb(context, webhookEndpoints, 'write');
  if (isRefusal(access)) return access;
  const preconditions = [mustBeEnabled(endpointId)];
  const audit = auditEntry(
    {
      action: 'test',
      collection: webhookEndpoints.collection,
      rowId: endpointId,
      requestId: toRequestId(traceparent),
    },
    access.actor,
    sql<boolean>`${access.condition} and ${preconditions[0]?.holds}`,
    bindings.ACCOUNT_ID,
    nowMs,
  );
  const { id, body } = testDelivery(endpointId, bindings.ACCOUNT_ID, nowMs);
  const done = await runAllowed(database, access, [
    selectRow(webhookEndpoints.name, endpointId),
    checkPreconditions(preconditions),
    audit.insert,
    sql<StoredRow>`insert into webhook_deliveries (id, body)
      select ${id}, json_set(${JSON.stringify(body)}, '$.createdBy', ${access.actor}, '$.updatedBy', ${access.actor})
      where ${audit.written} returning id, body`.compile(rowsBuilder),
  ]);
  if (isRefusal(done)) return done;
  const [endpoint, checks, , inserted] = done.rows;
  if (endpoint.length === 0) return noEndpoint(endpointId);
  const failure = findFailure(preconditions, checks[0], done.caller);
  if (failure !== undefined) return failure;
  const [row] = inserted;
  if (row === undefined) throw new Error('a test message was not stored although its conditions held');
  askForCall(context.answerHeaders);
  const response = rowResponse(row, deliveryCollection, bindings, done.caller);
  return new Response(response.body, { status: 202, headers: response.headers });
}

/** A delivery without an audit event: its own id stands for the message, and for the row whose order it keeps. */
function testDelivery(endpointId: string, accountId: string, nowMs: number) {
  const { id, body } = newDelivery({ endpointId }, accountId, '', nowMs);
  const own = {
    messageId: id,
    eventType: TEST_EVENT_TYPE,
    occurredAt: new Date(nowMs).toISOString(),
    data: { id: endpointId, collection: webhookEndpoints.collection },
    rowId: id,
    position: 0,
  };
  return { id, body: { ...body, ...own } };
}

function noEndpoint(id: string): Refusal {
  return refuse({ kind: 'row_not_found', collection: webhookEndpoints.collection, id });
}
