import { type CompiledQuery, sql } from 'kysely';
import * as v from 'valibot';
import { instant } from '../../../schema/model/fields.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { type ChangeOptions, changeRow } from '../../http/collection/change-row.ts';
import { createRow } from '../../http/collection/create-row.ts';
import { rowResponse } from '../../http/collection/present.ts';
import { rowsBuilder, withoutTracking } from '../../http/collection/rows.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { REPLAYED_HEADER } from '../../http/request/idempotency.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import { DELIVERY_LIFETIME_MS } from '../deliveries/clean-up-task.ts';
import type { EventSource, WebhookBindings, WebhookSetup } from '../webhook-setup.ts';
import { endpointCollection } from './endpoint-rules.ts';
import { addSecret, expireSecrets, newSecret } from './secrets.ts';

/**
 * `POST /v1/webhook-endpoints`: only this response shows the secret. The response to a request that is repeated with
 * its idempotency key does not.
 */
export async function createEndpoint<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
): Promise<Response | Refusal> {
  const secret = newSecret();
  const created = await createRow(endpointCollection(setup, context.bindings), context, (change, written) => [
    addSecret(change.id, secret, context.nowMs, written),
  ]);
  if (isRefusal(created)) return created;
  setup.sendSoon?.(context);
  if (created.headers.has(REPLAYED_HEADER)) return created;
  return await withMembers(created, { secret });
}

/** Input of a rotation. */
export const rotationInput = v.strictObject({
  overlapHours: v.optional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(0, 'must not be negative'),
      v.maxValue(168, 'must be at most 168'),
    ),
    24,
  ),
});

/**
 * `POST /v1/webhook-endpoints/{id}/secret-rotations`: makes a new secret, shown only in this response. Until the
 * overlap ends every message is signed with both, so that a receiver can change over without missing one.
 */
export async function rotateSecret<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  const input = await readInput(context, rotationInput);
  if (isRefusal(input)) return input;
  const secret = newSecret();
  const expiresAtMs = context.nowMs + input.overlapHours * 3_600_000;
  const changed = await touchEndpoint(setup, context, id, {
    auditAction: 'rotate',
    extraQueries: (_change, written) => [
      ...expireSecrets(id, expiresAtMs, context.nowMs, written),
      addSecret(id, secret, context.nowMs, written),
    ],
  });
  if (isRefusal(changed)) return changed;
  const previousSecretExpiresAt = new Date(expiresAtMs).toISOString();
  return await withMembers(changed, { secret, previousSecretExpiresAt }, 201);
}

/** Input of a replay since an instant. */
export const replayInput = v.strictObject({ since: instant() });

/**
 * `POST /v1/webhook-endpoints/{id}/replays`: sends all events since an instant again, in order, before anything newer.
 * An instant more than 30 days ago means 30 days ago. It moves the endpoint's position back, so events of the time when
 * it was disabled are included.
 */
export async function replaySince<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
): Promise<Response | Refusal> {
  const input = await readInput(context, replayInput);
  if (isRefusal(input)) return input;
  const askedMs = Date.parse(input.since);
  if (askedMs > context.nowMs) {
    return refuse({
      kind: 'invalid_body',
      errors: [{ pointer: '#/since', detail: 'must not be in the future' }],
    });
  }
  const sinceMs = Math.max(askedMs, context.nowMs - DELIVERY_LIFETIME_MS);
  const changed = await touchEndpoint(setup, context, id, {
    auditAction: 'replay',
    require: [mustBeEnabled(id)],
    extraQueries: (_change, written) => [setBack(id, sinceMs, setup.events, written)],
  });
  if (isRefusal(changed)) return changed;
  setup.sendSoon?.(context);
  return Response.json(await changed.json(), { status: 202 });
}

/** Precondition of sending anything to an endpoint. */
export function mustBeEnabled(endpointId: string) {
  return {
    holds: sql<boolean>`exists (select 1 from webhook_endpoints where id = ${endpointId} and status = 'enabled')`,
    otherwise: { kind: 'conflict', detail: 'The endpoint is disabled; enable it first.' },
  } as const;
}

function setBack(
  endpointId: string,
  sinceMs: number,
  { positionBefore }: EventSource,
  condition: Parameters<typeof addSecret>[3],
): CompiledQuery {
  return sql`update webhook_progress set position = min(position, coalesce(
      ${positionBefore(sinceMs)}, position))
    where endpoint_id = ${endpointId} and ${condition}`.compile(rowsBuilder);
}

/** Increments an endpoint's version without changing its fields, and records the reason in the audit trail. */
async function touchEndpoint<Bindings extends WebhookBindings>(
  setup: WebhookSetup<Bindings>,
  context: ApiContext<Bindings>,
  id: string,
  options: Pick<ChangeOptions<Bindings>, 'auditAction' | 'extraQueries' | 'require'>,
): Promise<Response | Refusal> {
  const collection = endpointCollection(setup, context.bindings);
  const access = await collection.authorize(context, collection.table, 'write');
  if (isRefusal(access)) return access;
  const changed = await changeRow({
    collection,
    context,
    access,
    id,
    plan: (before) => ({ action: 'update', id, before, after: withoutTracking(before.fields) }),
    ifMatch: '*',
    ...options,
  });
  return isRefusal(changed)
    ? changed
    : rowResponse(changed.row, collection, context.bindings, changed.caller);
}

/** Reads a body that may be omitted when all of its fields are optional. */
async function readInput<Schema extends v.GenericSchema>(
  { request }: ApiContext,
  schema: Schema,
): Promise<v.InferOutput<Schema> | Refusal> {
  const isEmpty = request.body === null || request.headers.get('content-length') === '0';
  const body = isEmpty ? { value: {} } : await readJsonBody(request);
  return isRefusal(body) ? body : parseInput(schema, body.value);
}

async function withMembers(response: Response, members: object, status = response.status): Promise<Response> {
  const { headers } = response;
  return Response.json({ ...(await response.json<object>()), ...members }, { status, headers });
}
