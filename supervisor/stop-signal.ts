/** Why a factory stops. */
export interface Stopped {
  /** What asked for it, such as SIGINT. */
  readonly cause: string;
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
  const stop = (cause: string, problem: string | undefined): void => {
    controller.abort();
    resolve({ cause, problem });
  };
  const onSignal = (name: NodeJS.Signals) => stop(name, undefined);
  const onDisconnect = () => stop('the launcher is gone', undefined);
  for (const name of SIGNALS) process.on(name, onSignal);
  process.on('disconnect', onDisconnect);
  // The channel to the launcher says that it lives; it must not keep this process alive.
  process.channel?.unref();
  return {
    stopped,
    signal: controller.signal,
    fail: (problem) => stop('a part keeps crashing', problem),
    dispose() {
      for (const name of SIGNALS) process.off(name, onSignal);
      process.off('disconnect', onDisconnect);
      process.channel?.ref();
    },
  };
}
