import type { Miniflare } from 'miniflare';
import type { RuntimeOptions } from './miniflare-options.ts';

/** What a new workerd process is started with, and who gets its output. */
export type LaunchOptions = RuntimeOptions & {
  readonly handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) => void;
};

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Makes a Miniflare, which starts its workerd at once. The module is loaded on first use: that takes 0.3 s.
 *
 * Miniflare ends the whole process on a signal, before anything else can be put in order. Here the process
 * decides that itself, so those listeners are taken away again.
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
