/** Serialises work that shares a key; work on other keys runs concurrently. */
export class KeyedLock {
  readonly #tails = new Map<string, Promise<void>>();

  /** Runs `work` when all earlier work on any of `keys` has ended. */
  async run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    // All tails are replaced in one turn of the event loop, so two callers cannot deadlock.
    const before = keys.map((key) => this.#tails.get(key));
    const { promise: tail, resolve: release } = Promise.withResolvers<void>();
    for (const key of keys) this.#tails.set(key, tail);
    await Promise.all(before);
    try {
      return await work();
    } finally {
      for (const key of keys) if (this.#tails.get(key) === tail) this.#tails.delete(key);
      release();
    }
  }
}
