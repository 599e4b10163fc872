// A Worker has six connections at a time; one is left for the database.
const LANES = 5;

/** Lanes of all slow receivers together, and of these and the receivers that have not responded yet together. */
const SLOW_LANES = 3;
const UNSURE_LANES = 4;

/** Lanes of one slow receiver. */
const SLOW_LANES_EACH = 2;

/** Response time from which a receiver counts as slow, in milliseconds. */
const SLOW_MS = 1_000;

/** Receivers whose speed an isolate remembers. */
const REMEMBERED_MAX = 100;

// A hint that is local to the isolate: which receivers responded quickly the last time.
const quickness = new Map<string, boolean>();

/** Items that wait for a connection, each to one receiver. */
export interface Lanes<Item> {
  readonly add: (items: readonly Item[]) => void;
  /** Gives the next item a lane, which it keeps until `leave()`; undefined when no item may start. */
  readonly take: () => Item | undefined;
  readonly leave: (item: Item) => void;
  /** Records how long a receiver took, in milliseconds. */
  readonly noteTime: (receiver: string, tookMs: number) => void;
  /** Drops the items that wait for a receiver, or all waiting items. */
  readonly drop: (receiver?: string) => void;
  /** Whether nothing waits or is being sent for a receiver, or for any. */
  readonly isIdle: (receiver?: string) => boolean;
}

/**
 * Shares connections among receivers so that slow ones do not delay others: a slow one has at most two and all of them
 * three, one that has not responded yet has one, and together they leave one for quick receivers.
 */
export function openLanes<Item>(receiverOf: (item: Item) => string): Lanes<Item> {
  const waiting = new Map<string, Item[]>();
  const busy = new Map<string, number>();
  const lanesOf = (receiver: string) => busy.get(receiver) ?? 0;
  const total = (isCounted: (receiver: string) => boolean) =>
    [...busy].reduce((sum, [receiver, lanes]) => sum + (isCounted(receiver) ? lanes : 0), 0);
  const isQuick = (receiver: string) => quickness.get(receiver) === true;
  const isSlow = (receiver: string) => quickness.get(receiver) === false;

  const mayGo = (receiver: string): boolean => {
    if (isQuick(receiver)) return true;
    if (total((other) => !isQuick(other)) >= UNSURE_LANES) return false;
    if (!isSlow(receiver)) return lanesOf(receiver) === 0;
    return lanesOf(receiver) < SLOW_LANES_EACH && total(isSlow) < SLOW_LANES;
  };

  return {
    add: (items) => {
      for (const item of items) {
        const receiver = receiverOf(item);
        waiting.set(receiver, [...(waiting.get(receiver) ?? []), item]);
      }
    },
    take: () => {
      if (total(() => true) >= LANES) return undefined;
      const [receiver] = [...waiting.keys()]
        .filter(mayGo)
        .sort((one, other) => lanesOf(one) - lanesOf(other));
      if (receiver === undefined) return undefined;
      const [item, ...rest] = waiting.get(receiver) ?? [];
      // Removed and added again, so that receivers with equally many lanes take turns.
      waiting.delete(receiver);
      if (rest.length > 0) waiting.set(receiver, rest);
      if (item !== undefined) busy.set(receiver, lanesOf(receiver) + 1);
      return item;
    },
    leave: (item) => {
      const receiver = receiverOf(item);
      const left = lanesOf(receiver) - 1;
      if (left > 0) busy.set(receiver, left);
      else busy.delete(receiver);
    },
    noteTime: (receiver, tookMs) => {
      if (quickness.size >= REMEMBERED_MAX) quickness.clear();
      quickness.set(receiver, tookMs < SLOW_MS);
    },
    drop: (receiver) => {
      if (receiver === undefined) waiting.clear();
      else waiting.delete(receiver);
    },
    isIdle: (receiver) =>
      receiver === undefined
        ? waiting.size === 0 && busy.size === 0
        : !waiting.has(receiver) && !busy.has(receiver),
  };
}
