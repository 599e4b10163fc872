import type { PlatformClient } from '../../clients/typescript/client.ts';
import type { ReleaseReports } from '../../engine/releases/release-reports.ts';
import { describeReleaseFailure, openReleaseStore } from '../../engine/releases/release-store.ts';
import { mayStart } from '../../schema/factory/account-transitions.ts';
import { operationKinds, releaseKind } from '../../schema/factory/operation-kinds.ts';
import { formatDuration } from '../../system/duration.ts';
import { followOperation } from '../client/follow-operation.ts';
import { findAccount, startOperation } from '../client/platform.ts';
import type { ServiceClient } from '../client/service.ts';
import { CommandFailure } from '../command-failure.ts';
import { followDeployment } from '../follow-deployment.ts';

/** Where releases are rolled out to. */
export interface RollOutTargets {
  readonly service: ServiceClient;
  readonly reports: ReleaseReports;
  /** The platform's API, for an operator. */
  readonly platform: PlatformClient;
  /** Slug of the account that gets each release; it is passed over while there is none that is served. */
  readonly slug: string;
  /** Folder of the releases. */
  readonly releases: string;
  readonly signal: AbortSignal;
}

/** What became of one target. */
interface Ended {
  readonly succeeded: boolean;
  readonly words: string;
}

/**
 * Rolls a release out to the platform and to one account at the same time, and makes it the current one when both have
 * it.
 *
 * @returns What happened, in one line. Throws when the factory cannot be reached.
 */
export async function rollOut(targets: RollOutTargets, release: string): Promise<string> {
  const store = openReleaseStore(targets.releases);
  const opening = await store.open(release);
  if (opening.kind !== 'opened') throw new CommandFailure(describeReleaseFailure(opening));
  const ended = await Promise.all([
    timed(() => upgradeAccount(targets, release)),
    timed(() => deployPlatform(targets, release)),
  ]);
  const words = ended.map((one) => one.words).filter((text) => text !== '');
  if (ended.every(({ succeeded }) => succeeded)) await store.use(release);
  // The next start repeats a report that the platform did not take.
  await targets.reports.report(opening.release);
  return `release ${release}: ${words.join(', ')}`;
}

async function upgradeAccount({ platform, slug, signal }: RollOutTargets, release: string): Promise<Ended> {
  const account = await findAccount(platform, slug);
  if (account === undefined || !mayStart(operationKinds[releaseKind], account.status, false))
    return { succeeded: true, words: '' };
  const { operation } = await startOperation(platform, account.id, releaseKind, { release });
  const quiet = { write: () => true };
  const { status, reason } = await followOperation(platform, operation.id, quiet, signal);
  return describe(slug, status, reason);
}

async function deployPlatform({ service, signal }: RollOutTargets, release: string): Promise<Ended> {
  const accepted = await service.deployPlatform(release);
  const { status, reason } = await followDeployment(service, accepted, signal);
  return describe('platform', status, reason);
}

function describe(name: string, status: string, reason: string | undefined): Ended {
  const succeeded = status === 'succeeded';
  const why = reason === undefined ? '' : `: ${reason}`;
  return { succeeded, words: succeeded ? `${name} has it` : `${name} ${status}${why}` };
}

/** Adds how long it took to what succeeded. */
async function timed(work: () => Promise<Ended>): Promise<Ended> {
  const startedAtMs = performance.now();
  const { succeeded, words } = await work();
  const took = succeeded && words !== '' ? ` after ${formatDuration(performance.now() - startedAtMs)}` : '';
  return { succeeded, words: `${words}${took}` };
}
