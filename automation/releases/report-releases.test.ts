import { describe, expect, it } from 'vitest';
import type { ReleaseReport } from '../../engine/releases/release-reports.ts';
import type { ListedRelease, ReleaseStore } from '../../engine/releases/release-store.ts';
import type { OpenedRelease } from '../../infra/release/open-release.ts';
import { createLogger } from '../../system/logger.ts';
import { reportReleases } from './report-releases.ts';

const opened = (name: string): ListedRelease => ({ kind: 'opened', release: { name } as OpenedRelease });
const damaged: ListedRelease = { kind: 'release_damaged', name: 'damaged', file: 'f', reason: 'is missing' };

/** Reports a home with two intact releases to a platform with scripted responses. */
async function report(answers: readonly ReleaseReport[], signal = new AbortController().signal) {
  const seen: string[] = [];
  await reportReleases({
    releases: { list: async () => [opened('new'), damaged, opened('old')] } as unknown as ReleaseStore,
    reports: {
      async report({ name }) {
        seen.push(name);
        return answers[seen.length - 1] ?? { kind: 'stored' };
      },
    },
    logger: createLogger(() => {}),
    signal,
    retryDelayMs: 1,
  });
  return seen;
}

describe('reportReleases', () => {
  it('reports every intact release to the platform', async () => {
    expect(await report([])).toEqual(['new', 'old']);
  });

  it('repeats a report until the platform is available', async () => {
    const away: ReleaseReport = { kind: 'unavailable', detail: 'HTTP 503' };
    expect(await report([away, away])).toEqual(['new', 'new', 'new', 'old']);
  });

  it('abandons a report that the platform refuses, and continues with the next', async () => {
    expect(await report([{ kind: 'refused', detail: 'HTTP 404' }])).toEqual(['new', 'old']);
  });

  it('ends when the service does', async () => {
    expect(await report([], AbortSignal.abort())).toEqual([]);
  });
});
