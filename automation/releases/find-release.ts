import type { ReleaseStore } from '../../engine/releases/release-store.ts';
import type { PulumiFailure } from '../../engine/runner/pulumi-failure.ts';
import { describeReleaseFailure } from '../../infra/release/release-failure.ts';

/** A complete release, or why the stack cannot be deployed. */
export type FoundRelease =
  | { readonly kind: 'found'; readonly name: string }
  | Extract<PulumiFailure, { kind: 'refused' }>;

/**
 * Finds the release to deploy a stack with.
 *
 * @param asked Name of a release. Default: the current one.
 */
export async function findRelease(releases: ReleaseStore, asked: unknown): Promise<FoundRelease> {
  const name = typeof asked === 'string' ? asked : await releases.current();
  if (name === undefined)
    return { kind: 'refused', message: 'there is no release yet: create one with "freehold release create"' };
  const opening = await releases.open(name);
  return opening.kind === 'opened'
    ? { kind: 'found', name }
    : { kind: 'refused', message: describeReleaseFailure(opening) };
}
