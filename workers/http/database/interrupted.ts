import { isRefusal, type Refusal } from '../problems/refusal.ts';

/** How long to wait before something that D1 broke off is repeated, in milliseconds; twice that at most. */
const REPEAT_AFTER_MS = 50;

/**
 * Does something again, once, when D1 broke off in it. Only for what may be done twice: reads, and writes that know by
 * an idempotency key whether they have happened. Work that an overloaded D1 turned away, or that
 * was too much for it, is not repeated here, since that would add to the load: its caller is told when to come again.
 *
 * @param work Makes ids and statements anew each time it runs.
 */
export async function repeatInterrupted<Result>(
  work: () => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const first = await work();
  if (!isRefusal(first) || first.error.kind !== 'database_interrupted' || first.error.isExhausted)
    return first;
  // Many requests are broken off at the same moment and must not come back at the same moment.
  const waitMs = REPEAT_AFTER_MS * (1 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return await work();
}
