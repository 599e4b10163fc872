import { isRefusal, type Refusal } from '../problems/refusal.ts';

/** Pause before interrupted work is repeated, in milliseconds; randomised up to twice that. */
const REPEAT_AFTER_MS = 50;

/**
 * Repeats work once if D1 was interrupted during it. Only for reads, and for writes with an idempotency key that shows
 * whether they were committed. Work that was refused by an overloaded D1, or that exceeded its limits, is not repeated,
 * because that would add to the load: the caller gets a `Retry-After` instead.
 *
 * @param work Makes new ids and statements on each run.
 */
export async function repeatInterrupted<Result>(
  work: () => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const first = await work();
  if (!isRefusal(first) || first.error.kind !== 'database_interrupted' || first.error.isExhausted)
    return first;
  // Many requests are interrupted at the same moment; jitter spreads their repeats.
  const waitMs = REPEAT_AFTER_MS * (1 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return await work();
}
