/** Counts this process's calls to Cloudflare's API by stack. */
export interface ApiCallCounter {
  add(stack: string): void;
  /** Starts counting; the returned function returns the number so far. */
  watch(stack: string): () => number;
}

/** Creates the counter of a service process. */
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
