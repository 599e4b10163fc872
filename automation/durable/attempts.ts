import type { ObjectContext } from '@restatedev/restate-sdk';
import {
  describeOperationFailure,
  judgeOperationFailure,
  type OperationFailure,
} from '../accounts/operation-failure.ts';

/** The outcome of one attempt, a plain value because it is written to the journal. */
type Attempt =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: OperationFailure };

/**
 * Attempts work until it succeeds, fails permanently, or the attempts are used up. Every attempt is a journal entry.
 * An attempt that was interrupted with the service has none and is repeated by the next service.
 *
 * @param delaysMs Delays before the second and each further attempt, in milliseconds. There is one attempt more than
 *   delays.
 * @param work One attempt. Gets its number, from 1, and the outcome of the previous one. Must not reject.
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

/** The outcome of an operation whose last attempt failed; a `stalled` one can be started again unchanged. */
export function toEnding(
  failure: OperationFailure,
  attempts: number,
): { readonly status: 'failed' | 'stalled'; readonly reason: string } {
  const reason = describeOperationFailure(failure);
  return judgeOperationFailure(failure) === 'fail'
    ? { status: 'failed', reason }
    : { status: 'stalled', reason: `given up after ${attempts} attempts: ${reason}` };
}
