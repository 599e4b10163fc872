import type { Attempt } from '../sending/send-message.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Delay after each failed attempt, in milliseconds: thirteen attempts in three days. */
const DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  12 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** When a message is abandoned at the latest, in milliseconds: all attempts, the jitter, and half a day for pauses. */
export const MESSAGE_LIFETIME_MS = 84 * HOUR_MS;

/**
 * How long every attempt must fail until an endpoint is disabled, in milliseconds. The shorter time applies when a
 * message has just been abandoned.
 */
export const DISABLE_AFTER_MS = 72 * HOUR_MS;
export const DISABLE_WITH_MESSAGE_AFTER_MS = 48 * HOUR_MS;

/** Consecutive failed attempts after which an endpoint is paused. */
export const PAUSE_AFTER_FAILURES = 5;

const PAUSE_FIRST_MS = 10 * SECOND_MS;
const PAUSE_MAX_MS = 15 * MINUTE_MS;
const RETRY_AFTER_MAX_MS = HOUR_MS;

/**
 * How long to wait after a failed attempt, in milliseconds.
 *
 * @param attempts Attempts so far.
 * @param askedMs Delay that the receiver asked for with `Retry-After`; respected up to an hour.
 * @param random From 0 to 1: spreads the attempts of many messages by a fifth to either side.
 * @returns Undefined when that was the last attempt.
 */
export function retryDelayMs(attempts: number, askedMs: number, random: number): number | undefined {
  const delayMs = DELAYS_MS[attempts - 1];
  if (delayMs === undefined) return undefined;
  return Math.max(spread(delayMs, random), Math.min(askedMs, RETRY_AFTER_MAX_MS));
}

/**
 * How long an endpoint is paused after consecutive failures, in milliseconds, so that a receiver that is down does not
 * get every waiting message. After the pause a single message is sent first.
 */
export function pauseMs(failures: number, random: number): number {
  if (failures < PAUSE_AFTER_FAILURES) return 0;
  const doublings = Math.min(failures - PAUSE_AFTER_FAILURES, 10);
  return spread(Math.min(PAUSE_FIRST_MS * 2 ** doublings, PAUSE_MAX_MS), random);
}

/**
 * How long a receiver asks for a pause of all messages, in milliseconds: with `Retry-After` in a 503 or 429 response.
 * Respected up to an hour.
 */
export function askedPauseMs(attempt: Attempt): number {
  if (attempt.kind === 'delivered' || (attempt.statusCode !== 429 && attempt.statusCode !== 503)) return 0;
  return Math.min(attempt.retryAfterMs, RETRY_AFTER_MAX_MS);
}

function spread(delayMs: number, random: number): number {
  return Math.round(delayMs * (0.8 + 0.4 * random));
}
