import { hasEnded } from '../../../schema/factory/operation-states.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { requireCaller } from '../accounts/caller.ts';
import type { PlatformBindings } from '../bindings.ts';
import { type Observation, streamEvents } from './event-stream.ts';
import { findOperation } from './find-operation.ts';
import { type Operation, toOperationView } from './operation-view.ts';

/**
 * `GET /v1/operations/{id}/events`: the operation as server-sent events, one for each change, until it has ended.
 * `Last-Event-ID` is the revision that the client has. 204 tells a client that has the last one to stop reconnecting.
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

  let first: Operation | undefined = operation;
  const observe = async (): Promise<Observation | undefined> => {
    const latest = first ?? (await findOperation(context.database, id, caller));
    first = undefined;
    if (isRefusal(latest)) return undefined;
    return { revision: latest.revision, final: hasEnded(latest.status), data: toOperationView(latest) };
  };
  return new Response(streamEvents('operation', seen, observe), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // no-transform and x-accel-buffering stop proxies from buffering events.
      'cache-control': 'no-cache, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
