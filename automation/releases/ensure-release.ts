import { createRelease, describeCreateProblem } from '../../engine/releases/create-release.ts';
import { describeReleaseFailure, type ReleaseStore } from '../../engine/releases/release-store.ts';

/** The release for new accounts. */
export interface EnsuredRelease {
  readonly name: string;
  /** Whether it was created now, from the sources. */
  readonly made: boolean;
  /** Why it cannot be deployed, if its files are missing or damaged. What is deployed keeps running. */
  readonly problem?: string;
}

/**
 * Ensures that a factory has a release. Only the first start of an empty home creates one; later starts use the current
 * release, even when the sources have changed.
 *
 * @throws The reason when no release can be created from the sources.
 */
export async function ensureRelease(releases: ReleaseStore, now: () => Date): Promise<EnsuredRelease> {
  const current = await releases.current();
  if (current !== undefined) {
    const opening = await releases.open(current);
    return opening.kind === 'opened'
      ? { name: current, made: false }
      : { name: current, made: false, problem: describeReleaseFailure(opening) };
  }
  const created = await createRelease(releases, now);
  if (created.kind !== 'released')
    throw new Error(`the first release could not be created: ${describeCreateProblem(created)}`);
  const { name } = created.release;
  await releases.use(name);
  return { name, made: true };
}
