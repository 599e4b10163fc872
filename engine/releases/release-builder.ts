import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What came of building the sources. */
export type BuiltRelease =
  | { readonly kind: 'built'; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Makes releases of the sources, each in its own process. */
export interface ReleaseBuilder {
  /** Starts the process of the next build, so that the build does not wait for it. Does nothing if there is one. */
  prepare(): void;
  build(): Promise<BuiltRelease>;
  /** Ends the process that waits or builds; a build that is under way is refused then. */
  close(): Promise<void>;
}

/**
 * Opens a builder, and prepares its first build.
 *
 * @param releases Folder of the releases.
 * @param env The whole environment of the processes.
 */
export function createReleaseBuilder(releases: string, env: NodeJS.ProcessEnv): ReleaseBuilder {
  let closed = false;
  const start = (): ChildProcess => {
    const child = fork(join(import.meta.dirname, 'build-process.ts'), [releases], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // A watch that has nothing to build must not keep its process alive.
    child.unref();
    child.channel?.unref();
    return child;
  };
  let next: ChildProcess | undefined = start();

  return {
    prepare() {
      if (!closed) next ??= start();
    },
    async build() {
      next ??= start();
      const child = next;
      const answer = new Promise<BuiltRelease>((resolve) => {
        child.once('message', (message: BuiltRelease) => resolve(message));
        child.once('exit', (code, signal) =>
          resolve({
            kind: 'refused',
            reason: `the build ended with ${signal ?? code} and without an answer`,
          }),
        );
        child.once('error', (error) => resolve({ kind: 'refused', reason: error.message }));
      });
      if (child.connected) child.send('build');
      const built = await answer;
      next = undefined;
      return built;
    },
    async close() {
      closed = true;
      if (next === undefined || next.exitCode !== null || next.signalCode !== null) return;
      const gone = once(next, 'exit');
      next.kill('SIGTERM');
      await gone;
    },
  };
}
