import { sql } from 'kysely';
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
import { TEST_EVENT_TYPE } from '../events/event-type.ts';
import { dueNow, newDelivery } from '../events/fan-out.ts';
import type { WebhookSetup } from '../webhook-setup.ts';
import { mustBeEnabled } from './endpoint-routes.ts';

function deliveryCollection<Bindings>(setup: WebhookSetup<Bindings>): CollectionOptions<Bindings> {
  const { deliveries: table, tables, authorize, accountId } = setup;
  return { table, tables, authorize, accountId };
}

/** `GET /v1/webhook-endpoints/{id}/deliveries`: the list of this endpoint's deliveries. */
export async function listDeliveries<Bindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
  endpointId: string,
): Promise<Response | Refusal> {
  const column = setup.deliveries.columns.find(({ name }) => name === 'endpoint_id');
  if (column === undefined) throw new Error('webhook_deliveries has no column endpoint_id');
  return await listRows(deliveryCollection(setup), context, {
    scope: [{ column, operator: 'eq', values: [endpointId] }],
    within: { query: selectRow(setup.endpoints.name, endpointId), otherwise: noEndpoint(setup, endpointId) },
  });
}

/** `POST /v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replays`: sends a message again, with the same id. */
export async function replayDelivery<Bindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
  endpointId: string,
  deliveryId: string,
): Promise<Response | Refusal> {
  const access = await setup.authorize(context, setup.endpoints, 'write');
  if (isRefusal(access)) return access;
  const collection = deliveryCollection(setup);
  const changed = await changeRow({
    collection,
    context,
    access,
    id: deliveryId,
    plan: planReplay(setup, endpointId, context.nowMs),
    auditAction: 'replay',
    ifMatch: '*',
    require: [mustBeEnabled(endpointId)],
  });
  if (isRefusal(changed)) return changed;
  setup.sendSoon?.(context);
  const response = rowResponse(changed.row, collection, context.bindings, changed.caller);
  return new Response(response.body, { status: 202, headers: response.headers });
}

function planReplay<Bindings>(
  { deliveries }: WebhookSetup<Bindings>,
  endpointId: string,
  nowMs: number,
): PlanChange {
  return (before) => {
    const { endpointId: own, status, replays = 0, ...fields } = withoutTracking(before.fields);
    if (own !== endpointId) {
      return refuse({ kind: 'row_not_found', collection: deliveries.collection, id: before.id });
    }
    if (status === 'pending') {
      return refuse({
        kind: 'conflict',
        detail: 'The message is still pending. Replay it once it is delivered or has failed.',
      });
    }
    const after = { ...fields, endpointId, replays: Number(replays) + 1, ...dueNow(nowMs) };
    return { action: 'update', id: before.id, before, after };
  };
}

/** `POST /v1/webhook-endpoints/{id}/tests`: sends a test message. */
export async function sendTest<Bindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
  endpointId: string,
): Promise<Response | Refusal> {
  const { bindings, database, nowMs, traceparent } = context;
  const access = await setup.authorize(context, setup.endpoints, 'write');
  if (isRefusal(access)) return access;
  const accountId = setup.accountId(bindings);
  const preconditions = [mustBeEnabled(endpointId)];
  const audit = auditEntry(
    {
      action: 'test',
      collection: setup.endpoints.collection,
      rowId: endpointId,
      requestId: toRequestId(traceparent),
    },
    access.actor,
    sql<boolean>`${access.condition} and ${preconditions[0]?.holds}`,
    accountId,
    nowMs,
  );
  const { id, body } = testDelivery(setup, endpointId, accountId, nowMs);
  const done = await runAllowed(database, access, [
    selectRow(setup.endpoints.name, endpointId),
    checkPreconditions(preconditions),
    audit.insert,
    sql<StoredRow>`insert into webhook_deliveries (id, body)
      select ${id}, json_set(${JSON.stringify(body)}, '$.createdBy', ${access.actor}, '$.updatedBy', ${access.actor})
      where ${audit.written} returning id, body`.compile(rowsBuilder),
  ]);
  if (isRefusal(done)) return done;
  const [endpoint, checks, , inserted] = done.rows;
  if (endpoint.length === 0) return noEndpoint(setup, endpointId);
  const failure = findFailure(preconditions, checks[0], done.caller);
  if (failure !== undefined) return failure;
  const [row] = inserted;
  if (row === undefined) throw new Error('a test message was not stored although its conditions held');
  setup.sendSoon?.(context);
  const response = rowResponse(row, deliveryCollection(setup), bindings, done.caller);
  return new Response(response.body, { status: 202, headers: response.headers });
}

/** A delivery without an event: its own id is also the id of the message and of the row. */
function testDelivery<Bindings>(
  { endpoints }: WebhookSetup<Bindings>,
  endpointId: string,
  accountId: string | undefined,
  nowMs: number,
) {
  const { id, body } = newDelivery({ endpointId }, accountId, '', nowMs);
  const own = {
    messageId: id,
    eventType: TEST_EVENT_TYPE,
    occurredAt: new Date(nowMs).toISOString(),
    data: { id: endpointId, collection: endpoints.collection },
    rowId: id,
    position: 0,
  };
  return { id, body: { ...body, ...own } };
}

function noEndpoint<Bindings>({ endpoints }: WebhookSetup<Bindings>, id: string): Refusal {
  return refuse({ kind: 'row_not_found', collection: endpoints.collection, id });
}
