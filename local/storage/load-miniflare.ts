import type { Miniflare } from 'miniflare';
import type { RuntimeOptions } from './miniflare-options.ts';

/** Options of a new workerd process, and the receiver of its output. */
export type LaunchOptions = RuntimeOptions & {
  readonly handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) => void;
};

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Starts a Miniflare with its workerd. The module is loaded on first use, which takes 0.3 s.
 *
 * Miniflare ends the whole process on a signal before anything else can be cleaned up. This process handles signals
 * itself, so Miniflare's listeners are removed.
 */
export async function launchMiniflare(options: LaunchOptions): Promise<Miniflare> {
  const { Log, LogLevel, Miniflare } = await import('miniflare');
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const miniflare = new Miniflare({ ...options, log: new Log(LogLevel.NONE) });
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (before.get(signal)?.includes(listener) === false) process.removeListener(signal, listener);
    }
  }
  return miniflare;
}
