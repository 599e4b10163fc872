import { describeError, type Logger } from '../../system/logger.ts';

/** What must be ended when the process ends, the latest begun first. */
export interface StopSequence {
  /** Remembers how to end something that has just begun. Ends it at once when the sequence has already run. */
  add(name: string, stop: () => Promise<void>): Promise<void>;
  /** Ends everything, one after the other, whatever fails on the way. Runs once. */
  run(): Promise<void>;
}

/** Makes an empty sequence. */
export function createStopSequence(logger: Logger): StopSequence {
  const stops: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  let running: Promise<void> | undefined;

  const stopOne = async ({ name, stop }: (typeof stops)[number]): Promise<void> => {
    const startedAtMs = Date.now();
    try {
      await stop();
      logger.debug('ended', { part: name, ms: Date.now() - startedAtMs });
    } catch (error) {
      logger.error('a part could not be ended', { part: name, error: describeError(error) });
    }
  };

  return {
    async add(name, stop) {
      if (running === undefined) stops.push({ name, stop });
      else await stopOne({ name, stop });
    },
    run() {
      running ??= (async () => {
        for (let next = stops.pop(); next !== undefined; next = stops.pop()) await stopOne(next);
      })();
      return running;
    },
  };
}
