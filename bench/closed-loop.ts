import { setTimeout as sleep } from 'node:timers/promises';
import { type Summary, summarise } from './statistics.ts';

/** People who send a request, read the answer, think, and send the next. */
export interface ClosedLoopOptions {
  readonly users: number;
  /** Mean time between an answer and the next request, in milliseconds; each pause is between half and one and a half of it. */
  readonly thinkMs: number;
  /** How long requests are begun, in milliseconds. */
  readonly durationMs: number;
  /** Latencies before this moment are not counted, in milliseconds from the start. */
  readonly warmUpMs: number;
  /** Sends one request and reads its answer whole; throws for an answer that is not the one asked for. */
  send(user: number): Promise<void>;
}

export interface ClosedLoopResult {
  readonly latencyMs: Summary;
  readonly requestsPerSecond: number;
  readonly failures: number;
  readonly firstFailure: string | undefined;
}

/**
 * Runs a closed loop of users and sums up their latencies. It stops by itself: no request begins after `durationMs`,
 * and the first pause of each user is spread over the think time, so that they do not march in step.
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
    // Answers that come after the end belong to requests of the counted time, whose number is what is asked.
    requestsPerSecond: latenciesMs.length / ((durationMs - warmUpMs) / 1000),
    failures,
    firstFailure,
  };
}
