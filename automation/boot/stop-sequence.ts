import { describeError, type Logger } from '../../system/logger.ts';

/** Everything to stop when the process ends, in reverse order of its start. */
export interface StopSequence {
  /** Adds a function that stops something that has just started. Calls it at once when the sequence has already run. */
  add(name: string, stop: () => Promise<void>): Promise<void>;
  /** Stops everything, one after the other, even when some of it fails. Runs once. */
  run(): Promise<void>;
}

/** Creates an empty sequence. */
export function createStopSequence(logger: Logger): StopSequence {
  const stops: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  let running: Promise<void> | undefined;

  const stopOne = async ({ name, stop }: (typeof stops)[number]): Promise<void> => {
    const startedAtMs = Date.now();
    try {
      await stop();
      logger.debug('ended', { part: name, ms: Date.now() - startedAtMs });
    } catch (error) {
      logger.error('a part could not be stopped', { part: name, error: describeError(error) });
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
