import { limits } from '../../../schema/model/limits.ts';

/** Timing of an event stream, in milliseconds. */
export interface EventStreamTiming {
  readonly pollIntervalMs: number;
  /** Time without events after which a comment is sent, so that no proxy closes the connection. */
  readonly heartbeatMs: number;
  /** Number of polls after which the stream ends. The client reconnects with `Last-Event-ID`. */
  readonly looksMax: number;
  /** When the stream ends at the latest, by the clock. Default: after `looksMax` polls. */
  readonly endsAtMs?: number;
}

const pollIntervalMs = 100;

/** Timing in production. Most polls look at the memory of the isolate; see `watched-operations.ts`. */
export const eventStreamTiming: EventStreamTiming = {
  pollIntervalMs,
  // Also how soon the stream of a client that has gone is noticed.
  heartbeatMs: 5_000,
  looksMax: limits.eventStreamLifetimeMs / pollIntervalMs,
};

/** The state of the subject at one moment. */
export interface Observation {
  readonly revision: number;
  /** Nothing changes after this. */
  readonly final: boolean;
  readonly data: unknown;
}

/** One event as `text/event-stream`, as the HTML standard defines it. */
function toEvent(name: string, observation: Observation): string {
  return `event: ${name}\nid: ${observation.revision}\ndata: ${JSON.stringify(observation.data)}\n\n`;
}

/**
 * Server-sent events about something with revisions: each observed revision is sent once, and the final one ends the
 * stream.
 *
 * @param name Event name, the same for every event.
 * @param afterRevision Revision that the client already has, from `Last-Event-ID`. Default: none, so the first poll is
 *   sent.
 * @param onEnd Called once when the stream ends, for whatever reason.
 * @param observe Reads the subject. A rejection or undefined ends the stream; the client then reconnects by itself.
 */
export function streamEvents(
  name: string,
  afterRevision: number | undefined,
  observe: () => Promise<Observation | undefined>,
  timing: EventStreamTiming = eventStreamTiming,
  onEnd: () => void = () => {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let sent = afterRevision;
  let looks = 0;
  let cancelled = false;
  const isOver = () =>
    looks >= timing.looksMax || Date.now() >= (timing.endsAtMs ?? Number.POSITIVE_INFINITY);

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode('retry: 1000\n\n'));
    },
    // Called when the client has read the last chunk, so a slow client gets fewer events and never a backlog.
    async pull(controller) {
      const silentSinceMs = Date.now();
      while (!cancelled && !isOver()) {
        if (looks > 0) await new Promise((resolve) => setTimeout(resolve, timing.pollIntervalMs));
        if (cancelled) return;
        looks += 1;
        const observation = await observe().catch(() => undefined);
        if (observation === undefined) break;
        if (sent === undefined || observation.revision > sent) {
          sent = observation.revision;
          controller.enqueue(encoder.encode(toEvent(name, observation)));
          if (observation.final) break;
          return;
        }
        if (observation.final) break;
        if (Date.now() - silentSinceMs >= timing.heartbeatMs) {
          controller.enqueue(encoder.encode(': still here\n\n'));
          return;
        }
      }
      if (cancelled) return;
      controller.close();
      onEnd();
    },
    cancel() {
      cancelled = true;
      onEnd();
    },
  });
}
