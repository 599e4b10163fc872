import type { Operation } from './operation-view.ts';

/** The operations that streams of this isolate watch, each read once for all of them. */
export interface WatchedOperations {
  /** Begins to watch. Watching ends when no stream has requested the latest state for a while. */
  watch(operation: Operation, nowMs: number): void;
  /** Takes over an operation that another request has read or changed, if it is watched and not older. */
  note(operation: Operation, nowMs: number): void;
  /** The latest known state, or undefined when it is due to be read again. Only one of its streams gets undefined. */
  latest(id: string, nowMs: number): Operation | undefined;
}

/** Time after which an operation that no stream has requested is forgotten. */
const forgetAfterMs = 10_000;

/**
 * Keeps the latest state of watched operations in the memory of an isolate. A report that arrives in the same isolate is
 * shown at once; one that arrives in another is read from the registry within `readIntervalMs`.
 *
 * @param readIntervalMs The shortest time between two reads of one operation.
 */
export function createWatchedOperations(readIntervalMs: number): WatchedOperations {
  const watched = new Map<string, { latest: Operation; readAtMs: number; askedAtMs: number }>();
  return {
    watch(operation, nowMs) {
      for (const [id, { askedAtMs }] of watched) if (askedAtMs + forgetAfterMs <= nowMs) watched.delete(id);
      if (watched.has(operation.id)) this.note(operation, nowMs);
      else watched.set(operation.id, { latest: operation, readAtMs: nowMs, askedAtMs: nowMs });
    },
    note(operation, nowMs) {
      const entry = watched.get(operation.id);
      if (entry === undefined || operation.revision < entry.latest.revision) return;
      entry.latest = operation;
      entry.readAtMs = nowMs;
    },
    latest(id, nowMs) {
      const entry = watched.get(id);
      if (entry === undefined) return undefined;
      entry.askedAtMs = nowMs;
      if (nowMs - entry.readAtMs < readIntervalMs) return entry.latest;
      // The others use the known state while one of them reads.
      entry.readAtMs = nowMs;
      return undefined;
    },
  };
}

/** The operations that are watched in this isolate. */
export const watchedOperations = createWatchedOperations(1_000);
