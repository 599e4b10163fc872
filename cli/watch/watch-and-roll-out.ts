import { setTimeout as sleep } from 'node:timers/promises';
import { findReleaseOfSources } from '../../engine/releases/create-release.ts';
import { createReleaseBuilder } from '../../engine/releases/release-builder.ts';
import { openReleaseStore } from '../../engine/releases/release-store.ts';
import { formatDuration } from '../../system/duration.ts';
import { projectRoot } from '../../system/home/home.ts';
import type { Output } from '../../system/output.ts';
import { describeFailure } from '../client/failure.ts';
import { type RollOutTargets, rollOut } from './roll-out.ts';
import { watchSources } from './watch-sources.ts';

export interface WatchOptions extends RollOutTargets {
  /** The whole environment of the processes that build. */
  readonly env: NodeJS.ProcessEnv;
  readonly output: Output;
}

/** Folders whose files make a release. */
const watchedFolders = ['schema', 'workers', 'infra'] as const;

/** Editors write a file in several steps, and save several files at once. */
const settleMs = 40;

/**
 * Rolls every saved change of the sources out, one release after the other, until `signal` is aborted. Says what happened
 * in one line each. Sources that make no release are reported and roll nothing out.
 */
export async function watchAndRollOut(options: WatchOptions): Promise<void> {
  const { releases, env, output, signal } = options;
  const store = openReleaseStore(releases);
  const say = (text: string): void => {
    // Some reasons are several lines.
    if (!signal.aborted) output.write(`${text.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  };
  const builder = createReleaseBuilder(releases, env);
  const sources = watchSources(projectRoot, watchedFolders, (reason) =>
    say(`changes of the sources are no longer noticed: ${reason}`),
  );
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

  const roll = async (): Promise<void> => {
    const startedAtMs = performance.now();
    const built = await Promise.race([builder.build(), stopped]);
    if (built === undefined) return;
    if (built.kind === 'refused') {
      say(`${built.reason}; nothing is rolled out`);
      return;
    }
    // A change that no release contains, such as that of a comment.
    if (built.name === (await store.current())) return;
    const took = formatDuration(performance.now() - startedAtMs);
    say(`${await rollOut(options, built.name)} (built in ${took})`);
  };

  await Promise.race([sources.ready, stopped]);
  const isCurrent = (await findReleaseOfSources(store)) === (await store.current());
  say(`watching ${watchedFolders.join(', ')}${isCurrent ? '' : ': they differ from the current release'}`);
  while (!signal.aborted) {
    await Promise.race([sources.changed, stopped]);
    if (signal.aborted) break;
    await sleep(settleMs);
    // What is saved from here on is the next change.
    sources.forget();
    await roll().catch((error: unknown) =>
      say(`the change is not rolled out: ${describeFailure(error) ?? String(error)}`),
    );
    // Not sooner: it would take processor time from the roll-out.
    builder.prepare();
  }
  await Promise.all([sources.close(), builder.close()]);
}
