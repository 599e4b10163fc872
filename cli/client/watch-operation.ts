import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from '../../schema/factory/operation-states.ts';
import { type ShownOperation, type PlatformClient, parseOperation } from './platform-client.ts';
import { RequestFailure } from './request-failure.ts';
import { readServerSentEvents } from './server-sent-events.ts';

/** In a row, without one event in between: long enough for a part of the factory to restart. */
const FAILURES_MAX = 20;
const RETRY_DELAY_MS = 500;

/**
 * Follows an operation to its end: every change as it happens, the final state last. A stream that breaks off is
 * opened again where it was.
 *
 * @throws {RequestFailure} when it is refused, or cannot be reached for ten seconds.
 */
export async function* watchOperation(
  platform: PlatformClient,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<ShownOperation, void, undefined> {
  let lastEventId = '';
  let failures = 0;
  for (;;) {
    try {
      const response = await platform.openEvents(id, lastEventId, signal);
      const body: AsyncIterable<Uint8Array> = response.body ?? Readable.from([]);
      for await (const event of readServerSentEvents(body)) {
        failures = 0;
        lastEventId = event.id;
        const operation = parseOperation(event.data);
        yield operation;
        if (hasEnded(operation.status)) return;
      }
      // The stream of an operation whose end was seen already has nothing more to say, and says just that.
      const operation = await platform.readOperation(id);
      if (hasEnded(operation.status)) {
        yield operation;
        return;
      }
      failures += 1;
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof RequestFailure && isFinal(error)) throw error;
      if (!isNetworkFailure(error)) throw error;
      failures += 1;
      if (failures >= FAILURES_MAX) throw error;
    }
    await sleep(RETRY_DELAY_MS);
  }
}

/** An answer that the same request gets tomorrow, too. */
function isFinal({ status }: RequestFailure): boolean {
  return status !== undefined && status < 500;
}

/** A broken connection is a TypeError of `fetch`, both when it opens and in the middle of the body. */
function isNetworkFailure(error: unknown): boolean {
  return error instanceof RequestFailure || error instanceof TypeError;
}
