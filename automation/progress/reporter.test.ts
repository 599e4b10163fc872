import { describe, expect, it, vi } from 'vitest';
import type { OperationReport } from '../../schema/factory/operation-messages.ts';
import { createLogger } from '../../system/logger.ts';
import type { ReportAnswer, ReportClient } from './report-client.ts';
import { createReporter, type Snapshot, storeFinalReport } from './reporter.ts';

const snapshot = (apiCalls: number): Snapshot => ({ status: 'running', steps: [], apiCalls });

function createPlatform(answer: (report: OperationReport) => ReportAnswer | Promise<ReportAnswer>) {
  const reports: OperationReport[] = [];
  const client: ReportClient = {
    readOperation: async () => ({ kind: 'unavailable', detail: 'not asked here' }),
    reportOperation: async (_, report) => {
      reports.push(report);
      return answer(report);
    },
  };
  return { client, reports };
}

const stored = (report: OperationReport): ReportAnswer => ({
  kind: 'answered',
  operation: {
    status: report.status,
    revision: report.revision,
    apiCalls: report.apiCalls,
    steps: [],
    kind: 'provision',
    account: { id: 'acc-1', slug: 'ada', region: 'eu', placement: 'script', cell: 'default' },
    input: {},
    accountStatus: 'active',
  },
});

function reporterOn(platform: ReportClient, revision = 0) {
  return createReporter({
    reports: platform,
    operationId: 'op-1',
    revision,
    logger: createLogger(() => {}),
    pauseMs: 1,
  });
}

const waiting = { timeout: 20_000, interval: 5 };

describe('the reporter of an operation', () => {
  it('sends one report at a time and skips what is older than the newest', async () => {
    const first = Promise.withResolvers<void>();
    const platform = createPlatform(async (report) => {
      if (report.revision === 1) await first.promise;
      return stored(report);
    });
    const reporter = reporterOn(platform.client);
    reporter.publish(snapshot(1));
    await vi.waitUntil(() => platform.reports.length === 1, waiting);
    for (const calls of [2, 3, 4]) reporter.publish(snapshot(calls));
    first.resolve();
    await vi.waitUntil(() => platform.reports.length === 2, waiting);
    expect(platform.reports.map(({ revision, apiCalls }) => [revision, apiCalls])).toEqual([
      [1, 1],
      [2, 4],
    ]);
    expect(await reporter.close()).toBe(2);
  });

  it('continues from the revision of the platform, and sends again', async () => {
    const platform = createPlatform((report) =>
      report.revision < 8 ? stored({ ...report, revision: 8 }) : stored(report),
    );
    const reporter = reporterOn(platform.client);
    reporter.publish(snapshot(1));
    await vi.waitUntil(() => platform.reports.length === 2, waiting);
    expect(platform.reports.map(({ revision }) => revision)).toEqual([1, 9]);
    await reporter.close();
  });

  it('sends nothing more once it is closed', async () => {
    const platform = createPlatform(stored);
    const reporter = reporterOn(platform.client, 5);
    expect(await reporter.close()).toBe(5);
    reporter.publish(snapshot(1));
    expect(platform.reports).toEqual([]);
  });
});

describe('the last report of an operation', () => {
  it('is repeated until its revision is the newest', async () => {
    const end = { ...snapshot(7), status: 'succeeded' } as const;
    const platform = createPlatform((report) =>
      report.revision < 10 ? stored({ ...report, status: 'running', revision: 12 }) : stored(report),
    );
    expect(await storeFinalReport(platform.client, 'op-1', end, 3)).toMatchObject({ kind: 'answered' });
    expect(platform.reports.map(({ revision }) => revision)).toEqual([4, 13]);
  });

  it('is repeated by its durable step while the platform is away', async () => {
    const platform = createPlatform(() => ({ kind: 'unavailable', detail: '503' }));
    await expect(storeFinalReport(platform.client, 'op-1', snapshot(1), 0)).rejects.toThrow('op-1');
  });

  it('stops when the operation has ended at the platform already', async () => {
    const platform = createPlatform((report) => stored({ ...report, status: 'failed', revision: 99 }));
    expect(await storeFinalReport(platform.client, 'op-1', snapshot(1), 0)).toMatchObject({
      operation: { status: 'failed' },
    });
  });
});
