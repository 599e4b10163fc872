/**
 * A process that makes one release: started ahead by `createReleaseBuilder`, it loads what rarely changes and waits for a
 * message. Each release has its own process, because a process never reloads changed modules.
 *
 * Argument: the folder of the releases.
 */
import 'esbuild';
import '../../infra/build.ts';
import '../../workers/build/build-worker.ts';
import { createRelease, describeCreateProblem } from './create-release.ts';
import type { BuiltRelease } from './release-builder.ts';
import { openReleaseStore } from './release-store.ts';

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {
  // Ctrl-C in a terminal reaches the whole group; the watch decides when its builders end.
});
process.once('message', () => {
  void build();
});

async function build(): Promise<void> {
  const answer = await make().catch(
    (error: unknown): BuiltRelease => ({
      kind: 'refused',
      reason: error instanceof Error ? error.message : String(error),
    }),
  );
  process.send?.(answer, () => process.exit(0));
}

async function make(): Promise<BuiltRelease> {
  const created = await createRelease(openReleaseStore(process.argv[2] ?? ''), () => new Date());
  return created.kind === 'released'
    ? { kind: 'built', name: created.release.name }
    : { kind: 'refused', reason: describeCreateProblem(created) };
}
