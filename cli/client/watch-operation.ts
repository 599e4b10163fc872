import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformClient } from '../../clients/typescript/client.ts';
import { ApiProblem, ok } from '../../clients/typescript/problem.ts';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import { NoAnswer } from './failure.ts';
import { readOperationEvents } from './operation-events.ts';
import type { ShownOperation } from './platform.ts';

/** In a row. The client repeats each request for two seconds: together long enough for a part to restart. */
const FAILURES_MAX = 4;
const RETRY_DELAY_MS = 500;

/**
 * Follows an operation to its end: every change as it happens, the final state last. A stream that breaks is opened
 * again at the last event.
 *
 * @param signal Ends it without an error.
 * @throws {ApiProblem} when it is refused, {NoAnswer} when it cannot be reached for ten seconds.
 */
export async function* watchOperation(
  platform: PlatformClient,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<ShownOperation, void, undefined> {
  const stream = openStream(platform, id, signal);
  let failures = 0;
  for (;;) {
    try {
      for await (const operation of stream.next()) {
        failures = 0;
        yield operation;
        if (hasEnded(operation.status)) return;
      }
      // The stream of an operation that has ended closes without an event.
      const operation = await ok(platform.GET('/v1/operations/{id}', { params: { path: { id } } }));
      failures = 0;
      if (hasEnded(operation.status)) {
        yield operation;
        return;
      }
    } catch (error) {
      if (signal?.aborted) return;
      failures += 1;
      if (!mayPass(error) || failures >= FAILURES_MAX) throw error;
    }
    await sleep(RETRY_DELAY_MS);
  }
}

/** The events of an operation. Each `next()` opens the stream after the last event of the one before. */
function openStream(platform: PlatformClient, id: string, signal: AbortSignal | undefined) {
  let lastEventId = '';
  return {
    async *next(): AsyncGenerator<ShownOperation, void, undefined> {
      const header = lastEventId === '' ? {} : { 'Last-Event-ID': lastEventId };
      const body = await ok(
        platform.GET('/v1/operations/{id}/events', {
          params: { path: { id }, header },
          parseAs: 'stream',
          ...(signal === undefined ? {} : { signal }),
        }),
      );
      if (!body) return;
      for await (const event of readOperationEvents(body)) {
        lastEventId = event.id ?? lastEventId;
        yield event.operation;
      }
    },
  };
}

/** Whether the same request may succeed soon. */
function mayPass(error: unknown): boolean {
  if (error instanceof ApiProblem) return error.status >= 500;
  // `fetch` throws a TypeError for a connection that breaks in the middle of a body.
  return error instanceof NoAnswer || error instanceof TypeError;
}
