import { setTimeout as sleep } from 'node:timers/promises';
import type { ReleaseReports } from '../../engine/releases/release-reports.ts';
import type { ReleaseStore } from '../../engine/releases/release-store.ts';
import type { Logger } from '../../system/logger.ts';

export interface ReportReleasesOptions {
  readonly releases: ReleaseStore;
  readonly reports: ReleaseReports;
  readonly logger: Logger;
  /** Stops the attempts. */
  readonly signal: AbortSignal;
  /** Delay before the second attempt at a report, in milliseconds; it doubles, up to a minute. Default 500. */
  readonly retryDelayMs?: number;
}

const retryDelayMaxMs = 60_000;

/**
 * Reports every release in the home to the platform, including those that were created while the platform was away.
 * Repeats a report until the platform responds.
 */
export async function reportReleases(options: ReportReleasesOptions): Promise<void> {
  const { releases, reports, logger, signal } = options;
  for (const listed of await releases.list()) {
    if (listed.kind !== 'opened') continue;
    const { release } = listed;
    for (
      let delayMs = options.retryDelayMs ?? 500;
      !signal.aborted;
      delayMs = Math.min(delayMs * 2, retryDelayMaxMs)
    ) {
      const report = await reports.report(release);
      if (report.kind === 'stored') break;
      logger.warn('a release could not be reported', { release: release.name, report });
      if (report.kind === 'refused') break;
      await sleep(delayMs, undefined, { signal }).catch(() => {});
    }
  }
}
