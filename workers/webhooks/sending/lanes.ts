// A Worker has six connections at a time; one is left for the database.
const LANES = 5;

/** Lanes that all receivers have together which are slow, and with those that have not answered yet. */
const SLOW_LANES = 3;
const UNSURE_LANES = 4;

/** Lanes of one receiver that is slow. */
const SLOW_LANES_EACH = 2;

/** What a slow receiver takes to answer, in milliseconds. */
const SLOW_MS = 1_000;

/** Receivers that an isolate remembers. */
const REMEMBERED_MAX = 100;

// A hint, good for the isolate that has it: which receivers answered quickly the last time.
const quickness = new Map<string, boolean>();

/** Things that wait for a connection, each for one receiver. */
export interface Lanes<Item> {
  readonly add: (items: readonly Item[]) => void;
  /** The next whose turn it is, which then has a lane until it leaves it; undefined when none may go. */
  readonly take: () => Item | undefined;
  readonly leave: (item: Item) => void;
  /** Notes how long a receiver took, in milliseconds. */
  readonly noteTime: (receiver: string, tookMs: number) => void;
  /** Forgets what waits for a receiver, or all that waits. */
  readonly drop: (receiver?: string) => void;
  /** Whether nothing waits or is on its way for a receiver, or for any. */
  readonly isIdle: (receiver?: string) => boolean;
}

/**
 * Shares connections among receivers, so that slow ones hold nobody up: one of them has two at most and all of them
 * three, one that has not answered yet has a single one, and these and those together leave one to the quick ones.
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
      // Taken out and put back, so that receivers with as many lanes take turns.
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
