/** Pseudo-random numbers from 0 to 1 that are the same for the same seed, so that invented rows are reproducible. */
export interface SeededRandom {
  next(): number;
  /** A whole number from 0 to `below`, exclusive. */
  below(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
  bytes(count: number): Uint8Array;
}

/** Mulberry32: small and fast, and good enough for anything that is not secret. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    pick: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}
