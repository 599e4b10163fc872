/** Why a factory stops. */
export interface Stopped {
  /** Undefined when it was asked to. */
  readonly problem: string | undefined;
}

/** The one place that hears that the factory is to stop. */
export interface StopSignal {
  readonly stopped: Promise<Stopped>;
  readonly signal: AbortSignal;
  /** Stops it because it cannot go on. */
  fail(problem: string): void;
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Hears SIGINT, SIGTERM, SIGHUP and the death of the launcher that started this process. Ctrl-C comes several times,
 * from the terminal and from every process in between: after the first, nothing more happens.
 */
export function createStopSignal(): StopSignal {
  const { promise: stopped, resolve } = Promise.withResolvers<Stopped>();
  const controller = new AbortController();
  const stop = (problem: string | undefined): void => {
    controller.abort();
    resolve({ problem });
  };
  const onAsked = () => stop(undefined);
  for (const name of SIGNALS) process.on(name, onAsked);
  process.on('disconnect', onAsked);
  // The channel to the launcher says that it lives; it must not keep this process alive.
  process.channel?.unref();
  return {
    stopped,
    signal: controller.signal,
    fail: stop,
    dispose() {
      for (const name of SIGNALS) process.off(name, onAsked);
      process.off('disconnect', onAsked);
    },
  };
}
