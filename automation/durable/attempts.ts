import type { ObjectContext } from '@restatedev/restate-sdk';
import {
  describeOperationFailure,
  judgeOperationFailure,
  type OperationFailure,
} from '../accounts/operation-failure.ts';

/** How one attempt ended: a plain value, because it is written to the journal. */
type Attempt =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: OperationFailure };

/**
 * Attempts some work until it succeeds, fails for good, or has been attempted often enough. Every attempt is a journal
 * entry. One that was cut off together with the service has none, and is made again by the next service.
 *
 * @param delaysMs Waits before the second and every further attempt, in milliseconds: one attempt more than waits.
 * @param work One attempt, the first being number 1, with how the one before it ended. Must not reject.
 * @returns The last attempt and its number.
 */
export async function attemptDurably<Ended extends Attempt>(
  context: ObjectContext,
  name: string,
  delaysMs: readonly number[],
  work: (attempt: number, previous: Ended | undefined) => Promise<Ended>,
): Promise<{ readonly last: Ended; readonly attempts: number }> {
  let previous: Ended | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const before = previous;
    const last: Ended = await context.run(`${name}, attempt ${attempt}`, () => work(attempt, before));
    if (last.kind === 'succeeded') return { last, attempts: attempt };
    const delayMs = delaysMs[attempt - 1];
    if (judgeOperationFailure(last.failure) !== 'retry' || delayMs === undefined)
      return { last, attempts: attempt };
    await context.sleep(delayMs, `before attempt ${attempt + 1}`);
    previous = last;
  }
}

/** What becomes of an operation whose last attempt failed: one that is `stalled` may be asked for again as it is. */
export function toEnding(
  failure: OperationFailure,
  attempts: number,
): { readonly status: 'failed' | 'stalled'; readonly reason: string } {
  const reason = describeOperationFailure(failure);
  return judgeOperationFailure(failure) === 'fail'
    ? { status: 'failed', reason }
    : { status: 'stalled', reason: `given up after ${attempts} attempts: ${reason}` };
}
