/** Counts calls to Cloudflare's API by the stack they are made for, whoever in this process makes them. */
export interface ApiCallCounter {
  add(stack: string): void;
  /** Counts from now on; the function it answers gives the number so far. */
  watch(stack: string): () => number;
}

/** Makes the counter of a service process. */
export function createApiCallCounter(): ApiCallCounter {
  const totals = new Map<string, number>();
  return {
    add(stack) {
      totals.set(stack, (totals.get(stack) ?? 0) + 1);
    },
    watch(stack) {
      const before = totals.get(stack) ?? 0;
      return () => (totals.get(stack) ?? 0) - before;
    },
  };
}
