import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../system/home/home.ts';
import { fingerprintSources } from './source-fingerprint.ts';

/** What a waiting process has loaded of the sources: a change there needs a new process. */
const loadedSources = ['infra', 'workers/build', 'schema/factory', 'schema/migrate'] as const;

/** How much of the error output of a build is kept, in characters. */
const reasonLengthMax = 2_000;

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
  let next: ChildProcess | undefined;
  /** The end of what each process has written to its stderr. */
  const said = new WeakMap<ChildProcess, string>();
  /** Digest of `loadedSources` when each process began. */
  const loaded = new WeakMap<ChildProcess, Promise<string>>();
  const start = (): ChildProcess => {
    const digest = fingerprintSources(projectRoot, loadedSources);
    digest.catch(() => {});
    const child = fork(join(import.meta.dirname, 'build-process.ts'), [releases], {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    loaded.set(child, digest);
    child.stderr?.on('data', (text: Buffer) => {
      said.set(child, `${said.get(child) ?? ''}${text}`.slice(-reasonLengthMax));
    });
    // One that has died while it waited, of a source that did not parse, must not be asked.
    child.once('exit', () => {
      if (next === child) next = undefined;
    });
    // A watch that has nothing to build must not keep its process alive.
    child.unref();
    child.channel?.unref();
    (child.stderr as Socket | null)?.unref();
    return child;
  };
  next = start();

  return {
    prepare() {
      if (!closed) next ??= start();
    },
    async build() {
      const waiting = next;
      if (waiting !== undefined && (await isStale(loaded.get(waiting)))) {
        waiting.kill('SIGTERM');
        if (next === waiting) next = undefined;
      }
      next ??= start();
      const child = next;
      const answer = new Promise<BuiltRelease>((resolve) => {
        child.once('message', (message: BuiltRelease) => resolve(message));
        child.once('exit', (code, signal) =>
          resolve({
            kind: 'refused',
            reason: `the build ended with ${signal ?? code}: ${said.get(child)?.trim() || 'it wrote no reason'}`,
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

/** Whether the sources that a process has loaded were changed since. A digest that cannot be made says nothing of them. */
async function isStale(digest: Promise<string> | undefined): Promise<boolean> {
  const [then, now] = await Promise.all([
    digest?.catch(() => undefined),
    fingerprintSources(projectRoot, loadedSources).catch(() => undefined),
  ]);
  return then === undefined || now === undefined || then !== now;
}
