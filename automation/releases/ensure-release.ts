import { createRelease, describeCreateProblem } from '../../engine/releases/create-release.ts';
import { describeReleaseFailure, type ReleaseStore } from '../../engine/releases/release-store.ts';

/** The release that new accounts get. */
export interface EnsuredRelease {
  readonly name: string;
  /** Whether there was none and it was made of the sources. */
  readonly made: boolean;
  /** Why it cannot be deployed, if its files are missing or damaged. What is deployed keeps running. */
  readonly problem?: string;
}

/**
 * Sees to it that a factory has a release. Only the first start of an empty home makes one: later ones take the current
 * release as it is, however the sources have changed.
 *
 * @throws With the reason when the sources do not make a release.
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
    throw new Error(`no first release can be made: ${describeCreateProblem(created)}`);
  const { name } = created.release;
  await releases.use(name);
  return { name, made: true };
}
