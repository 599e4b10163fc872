/** Timing of an event stream, in milliseconds. */
export interface EventStreamTiming {
  readonly pollIntervalMs: number;
  /** Time without events after which a comment is sent, so that no proxy closes the connection. */
  readonly heartbeatMs: number;
  /** Number of polls after which the stream ends. The client reconnects with `Last-Event-ID`. */
  readonly looksMax: number;
}

/**
 * Timing in production. A Worker may make 10,000 subrequests in one invocation, and each poll is one. 3,600 polls take
 * a quarter of an hour.
 */
const eventStreamTiming: EventStreamTiming = {
  pollIntervalMs: 250,
  heartbeatMs: 10_000,
  looksMax: 3_600,
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
 * @param observe Reads the subject. A rejection or undefined ends the stream; the client then reconnects by itself.
 */
export function streamEvents(
  name: string,
  afterRevision: number | undefined,
  observe: () => Promise<Observation | undefined>,
  timing: EventStreamTiming = eventStreamTiming,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let sent = afterRevision;
  let looks = 0;
  let cancelled = false;

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode('retry: 1000\n\n'));
    },
    // Called when the client has read the last chunk, so a slow client gets fewer events and never a backlog.
    async pull(controller) {
      const silentSinceMs = Date.now();
      while (!cancelled && looks < timing.looksMax) {
        if (looks > 0) await new Promise((resolve) => setTimeout(resolve, timing.pollIntervalMs));
        if (cancelled) return;
        looks += 1;
        const observation = await observe().catch(() => undefined);
        if (observation === undefined) break;
        if (observation.revision !== sent) {
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
      if (!cancelled) controller.close();
    },
    cancel() {
      cancelled = true;
    },
  });
}
