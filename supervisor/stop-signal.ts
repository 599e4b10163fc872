/** Why a factory stops. */
export interface Stopped {
  /** What requested it, such as SIGINT. */
  readonly cause: string;
  /** The fault that caused it; undefined when it was requested. */
  readonly problem: string | undefined;
}

/** The one receiver of requests to stop the factory. */
export interface StopSignal {
  readonly stopped: Promise<Stopped>;
  readonly signal: AbortSignal;
  /** Stops the factory because it cannot continue. */
  fail(problem: string): void;
  dispose(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Reacts to SIGINT, SIGTERM, SIGHUP and the end of the launcher that started this process. Ctrl-C arrives several
 * times, from the terminal and from every process in between: only the first has an effect.
 */
export function createStopSignal(): StopSignal {
  const { promise: stopped, resolve } = Promise.withResolvers<Stopped>();
  const controller = new AbortController();
  const stop = (cause: string, problem: string | undefined): void => {
    controller.abort();
    resolve({ cause, problem });
  };
  const onSignal = (name: NodeJS.Signals) => stop(name, undefined);
  const onDisconnect = () => stop('the launcher has ended', undefined);
  for (const name of SIGNALS) process.on(name, onSignal);
  process.on('disconnect', onDisconnect);
  // The channel shows that the launcher is alive; it must not keep this process running.
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
