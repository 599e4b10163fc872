import { setTimeout as sleep } from 'node:timers/promises';
import { type Summary, summarise } from './statistics.ts';

/** Users who send a request, read the response, pause, and send the next request. */
export interface ClosedLoopOptions {
  readonly users: number;
  /** Mean pause between a response and the next request, in milliseconds; each is 0.5 to 1.5 times that. */
  readonly thinkMs: number;
  /** How long new requests are started, in milliseconds. */
  readonly durationMs: number;
  /** Latencies before this time are not counted, in milliseconds from the start. */
  readonly warmUpMs: number;
  /** Sends one request and reads the whole response; throws for an unexpected one. */
  send(user: number): Promise<void>;
}

export interface ClosedLoopResult {
  readonly latencyMs: Summary;
  readonly requestsPerSecond: number;
  readonly failures: number;
  readonly firstFailure: string | undefined;
}

/**
 * Runs a closed loop of users and summarises their latencies. It ends by itself: no request starts after `durationMs`.
 * The first pause of each user is spread over the think time, so that they do not run in lockstep.
 */
export async function runClosedLoop(options: ClosedLoopOptions): Promise<ClosedLoopResult> {
  const { users, thinkMs, durationMs, warmUpMs, send } = options;
  const startedMs = performance.now();
  const latenciesMs: number[] = [];
  let failures = 0;
  let firstFailure: string | undefined;
  const elapsedMs = () => performance.now() - startedMs;

  const live = async (user: number) => {
    await sleep(Math.random() * thinkMs);
    while (elapsedMs() < durationMs) {
      const sentAtMs = elapsedMs();
      try {
        await send(user);
        if (sentAtMs >= warmUpMs) latenciesMs.push(elapsedMs() - sentAtMs);
      } catch (error) {
        failures += 1;
        firstFailure ??= error instanceof Error ? error.message : String(error);
      }
      const pauseMs = thinkMs * (0.5 + Math.random());
      if (elapsedMs() + pauseMs >= durationMs) return;
      if (thinkMs > 0) await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: users }, (_, user) => live(user)));
  return {
    latencyMs: summarise(latenciesMs.length === 0 ? [Number.NaN] : latenciesMs),
    // Responses after the end belong to requests that were started in the counted time.
    requestsPerSecond: latenciesMs.length / ((durationMs - warmUpMs) / 1000),
    failures,
    firstFailure,
  };
}
