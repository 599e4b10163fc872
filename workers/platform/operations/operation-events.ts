import { hasEnded } from '../../../schema/factory/operation-states.ts';
import { limits } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { requireCaller } from '../accounts/caller.ts';
import type { PlatformBindings } from '../bindings.ts';
import { eventStreamTiming, type Observation, streamEvents } from './event-stream.ts';
import { findOperation } from './find-operation.ts';
import { createOpenStreams } from './open-streams.ts';
import { type Operation, toOperationView } from './operation-view.ts';
import { watchedOperations } from './watched-operations.ts';

const openStreams = createOpenStreams(limits.eventStreamsMax, 5_000);

const tooManyStreams = refuse({
  kind: 'own',
  code: 'too-many-streams',
  status: 429,
  title: 'Too many event streams',
  detail: `A person may have ${limits.eventStreamsMax} event streams open. Close one, or read the operation instead.`,
});

/**
 * `GET /v1/operations/{id}/events`: the operation as server-sent events, one for each change, until it has ended.
 * A stream ends with its token. `Last-Event-ID` is the revision that the client has. 204 tells a client that has the last one to stop reconnecting.
 */
export async function operationEvents(
  context: ApiContext<PlatformBindings>,
  id: string,
): Promise<Response | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller)) return caller;
  const operation = await findOperation(context.database, id, caller);
  if (isRefusal(operation)) return operation;
  const lastEventId = context.request.headers.get('last-event-id') ?? '';
  const seen = /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  if (hasEnded(operation.status) && seen === operation.revision) return new Response(null, { status: 204 });

  const openedAtMs = Date.now();
  const endsAtMs = Math.min(openedAtMs + limits.eventStreamLifetimeMs, caller.expiresAtMs);
  const place = openStreams.open(`${caller.issuer}|${caller.subject}`, openedAtMs);
  if (place === undefined) return tooManyStreams;
  watchedOperations.watch(operation, openedAtMs);
  const read = async (): Promise<Operation | undefined> => {
    const found = await findOperation(context.database, id, caller);
    if (isRefusal(found)) return undefined;
    // A copy of the registry may be behind what another request has reported.
    watchedOperations.note(found, Date.now());
    return watchedOperations.latest(id, Date.now()) ?? found;
  };
  const observe = async (): Promise<Observation | undefined> => {
    const nowMs = Date.now();
    place.renew(nowMs);
    const latest = watchedOperations.latest(id, nowMs) ?? (await read());
    if (latest === undefined) return undefined;
    return { revision: latest.revision, final: hasEnded(latest.status), data: toOperationView(latest) };
  };
  const timing = { ...eventStreamTiming, endsAtMs };
  const events = streamEvents('operation', seen, observe, timing, () => place.close());
  return new Response(events, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // no-transform and x-accel-buffering stop proxies from buffering events.
      'cache-control': 'no-cache, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
