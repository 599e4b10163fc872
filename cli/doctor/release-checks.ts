import { describeReleaseFailure, openReleaseStore } from '../../engine/releases/release-store.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Whether the files of every release are as they were released, and which one new accounts get. */
export async function checkReleases(home: FreeholdHome): Promise<Finding> {
  const store = openReleaseStore(home.releasesDirectory);
  let current: string | undefined;
  try {
    current = await store.current();
  } catch (error) {
    return fail(
      'releases',
      String(error instanceof Error ? error.message : error),
      'freehold release use <name>',
    );
  }
  if (current === undefined) return warn('releases', 'none yet', 'nothing: the first start makes one');
  const opening = await store.open(current);
  if (opening.kind !== 'opened')
    return fail('releases', describeReleaseFailure(opening), 'choose another: freehold release use <name>');
  const damaged = (await store.list())
    .filter((listed) => listed.kind === 'release_damaged')
    .map(({ name }) => name);
  if (damaged.length > 0)
    return warn('releases', `damaged: ${damaged.join(', ')}`, 'delete them, unless a stack names them');
  return ok('releases', `${current} is current`);
}
