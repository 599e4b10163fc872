/** How an event stream watches its subject. All times in milliseconds. */
export interface EventStreamTiming {
  readonly pollIntervalMs: number;
  /** Silence after which a comment is sent, so that no proxy takes the connection for dead. */
  readonly heartbeatMs: number;
  /** Looks after which the stream ends by itself; the client comes back with `Last-Event-ID`. */
  readonly looksMax: number;
}

/**
 * Timing in production. A Worker may make 10 000 subrequests in one invocation and each look is one; 3 600 looks are a
 * quarter of an hour.
 */
const eventStreamTiming: EventStreamTiming = {
  pollIntervalMs: 250,
  heartbeatMs: 10_000,
  looksMax: 3_600,
};

/** What a stream tells of its subject at one moment. */
export interface Observation {
  readonly revision: number;
  /** Nothing changes after this. */
  readonly final: boolean;
  readonly data: unknown;
}

/** `text/event-stream` text of one event, as the HTML standard frames it. */
function toEvent(name: string, observation: Observation): string {
  return `event: ${name}\nid: ${observation.revision}\ndata: ${JSON.stringify(observation.data)}\n\n`;
}

/**
 * Server-sent events of something that has revisions: each revision seen is sent once, the final one ends the stream.
 *
 * @param name Event name, the same for every event.
 * @param afterRevision Revision that the client has already, from `Last-Event-ID`. Default: none, so that the first look is sent.
 * @param observe Looks at the subject. A rejection, or nothing, ends the stream; the client then reconnects by itself.
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
    // Pulled when the client has taken the last chunk, so that a slow client gets fewer events and never a backlog.
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
