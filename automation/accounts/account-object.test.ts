import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import type { OperationReport, OperationRequest } from '../../schema/factory/operation-messages.ts';
import { newId } from '../../schema/model/ids.ts';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';
import { createLogger } from '../../system/logger.ts';
import type { LoopbackServer } from '../../system/loopback-server.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';
import { createApiCallCounter } from '../budget/api-call-counter.ts';
import { embedRestate } from '../durable/embedded-restate.ts';
import { serveHandlers } from '../durable/handler-endpoint.ts';
import { registerHandlers } from '../durable/register-handlers.ts';
import type { Restate } from '../durable/restate.ts';
import type { ReportClient } from '../progress/report-client.ts';
import { accountObjectName, createAccountObject } from './account-object.ts';
import { type AccountQueue, openAccountQueue } from './account-queue.ts';
import type { OperationFailure } from './operation-failure.ts';
import type { Stage, StageContext, StageResult } from './stage.ts';
import { createStagePerformer } from './stage-performer.ts';

const logger = createLogger(() => {});
const outage: OperationFailure = {
  kind: 'api_refused',
  status: 503,
  message: 'PUT "…": 503 Service Unavailable',
};
const badMigration: OperationFailure = {
  kind: 'refused',
  message: 'migration 0002_x.sql failed: near "TABEL"',
};

/** The platform as far as the service sees it: it keeps the newest report of each operation. */
function createPlatform() {
  const stored = new Map<string, OperationReport>();
  let away = false;
  const toStored = (report: OperationReport) => ({
    ...report,
    steps: [...report.steps],
    accountStatus: 'active' as const,
  });
  const client: ReportClient = {
    async readOperation(operationId) {
      const report = stored.get(operationId);
      return report === undefined || away
        ? { kind: 'unavailable', detail: 'away' }
        : { kind: 'answered', operation: toStored(report) };
    },
    async reportOperation(operationId, report) {
      if (away) return { kind: 'unavailable', detail: 'away' };
      const last = stored.get(operationId);
      if (last === undefined || (last.revision < report.revision && last.status === 'running')) {
        stored.set(operationId, report);
      }
      return { kind: 'answered', operation: toStored(stored.get(operationId) ?? report) };
    },
  };
  return {
    client,
    stored,
    setAway(value: boolean) {
      away = value;
    },
  };
}

describe('the account object', () => {
  let home: FreeholdHome;
  let restate: Restate;
  let queue: AccountQueue;
  let ports: Record<'ingress' | 'admin' | 'node' | 'endpoint' | 'second', number>;
  let endpoint: LoopbackServer | undefined;

  beforeAll(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-object-')) });
    ports = await choosePorts(['ingress', 'admin', 'node', 'endpoint', 'second']);
    restate = await embedRestate(home, ports, logger);
    queue = openAccountQueue(restate.ingressUrl);
  }, 60_000);
  afterEach(async () => {
    await endpoint?.close();
    endpoint = undefined;
  });
  afterAll(async () => {
    await restate.stop();
    await rm(home.root, { recursive: true, force: true });
  });

  /** Serves the object with one stage, as a service process does. */
  async function serve(
    run: (context: StageContext) => Promise<StageResult>,
    {
      platform = createPlatform(),
      port = ports.endpoint,
      cutOff = new Set<string>(),
      stages = [{ name: 'deploy', run }],
    }: {
      platform?: ReturnType<typeof createPlatform>;
      port?: number;
      cutOff?: ReadonlySet<string>;
      stages?: readonly Stage[];
    } = {},
  ) {
    const account = createAccountObject({
      stages: { provision: stages, upgrade: stages },
      perform: createStagePerformer({
        reports: platform.client,
        calls: createApiCallCounter(),
        cutOff,
        logger,
        nowMs: Date.now,
      }),
      reports: platform.client,
      retryDelaysMs: [10, 10],
    });
    endpoint = await serveHandlers([account], port, logger);
    await registerHandlers(restate.adminUrl, endpoint.origin, [accountObjectName]);
    return platform;
  }

  function requestFor(
    kind: OperationKind = 'provision',
    accountId = newId('acc', Date.now()),
  ): OperationRequest {
    return {
      operationId: newId('op', Date.now()),
      kind,
      account: { id: accountId, slug: 'ada', region: 'eu', placement: 'script', cell: 'default' },
      input: {},
    };
  }

  function send(request: OperationRequest): Promise<string> {
    return queue.submit(request);
  }

  async function ended(
    platform: ReturnType<typeof createPlatform>,
    operationId: string,
  ): Promise<OperationReport> {
    for (;;) {
      const report = platform.stored.get(operationId);
      if (report !== undefined && report.status !== 'running') return report;
      await sleep(20);
    }
  }

  it('carries an operation out and reports its steps and its end', async () => {
    const platform = await serve(async ({ timeline, changed }) => {
      timeline.begin('database', Date.now());
      changed();
      timeline.end('database', 'succeeded', Date.now(), 'created');
      return { kind: 'succeeded' };
    });
    const request = requestFor();
    await send(request);
    expect(await ended(platform, request.operationId)).toMatchObject({
      status: 'succeeded',
      steps: [{ name: 'database', status: 'succeeded', detail: 'created' }],
    });
  });

  it('carries an operation out once, however often it is sent', async () => {
    let runs = 0;
    const platform = await serve(async () => {
      runs += 1;
      return { kind: 'succeeded' };
    });
    const request = requestFor();
    const ids = [await send(request), await send(request)];
    await ended(platform, request.operationId);
    ids.push(await send(request));
    expect(new Set(ids).size).toBe(1);
    expect(runs).toBe(1);
  });

  it('tries again after an outage and says nothing of it in the end', async () => {
    const platform = await serve(async ({ attempt }) =>
      attempt < 3 ? { kind: 'failed', failure: outage } : { kind: 'succeeded' },
    );
    const request = requestFor();
    await send(request);
    const report = await ended(platform, request.operationId);
    expect(report.status).toBe('succeeded');
    expect(report.reason).toBeUndefined();
  });

  it('stalls with the reason when an outage does not end', async () => {
    let runs = 0;
    const platform = await serve(async () => {
      runs += 1;
      return { kind: 'failed', failure: outage };
    });
    const request = requestFor();
    await send(request);
    const report = await ended(platform, request.operationId);
    expect(report).toMatchObject({
      status: 'stalled',
      reason: `given up after 3 attempts: ${outage.message}`,
    });
    expect(runs).toBe(3);
  });

  it('fails at once, with the real message, where trying again changes nothing', async () => {
    let runs = 0;
    const platform = await serve(async ({ timeline }) => {
      runs += 1;
      timeline.begin('migrations', Date.now());
      return { kind: 'failed', failure: badMigration };
    });
    const request = requestFor();
    await send(request);
    expect(await ended(platform, request.operationId)).toMatchObject({
      status: 'failed',
      reason: badMigration.message,
      steps: [{ name: 'migrations', status: 'failed', detail: badMigration.message }],
    });
    expect(runs).toBe(1);
  });

  it('works on one account one operation at a time, and on two accounts at once', async () => {
    const running = new Set<string>();
    const together: string[] = [];
    const platform = await serve(async ({ request }) => {
      together.push([...running, request.account.id].join(' '));
      running.add(request.account.id);
      await sleep(150);
      running.delete(request.account.id);
      return { kind: 'succeeded' };
    });
    const first = requestFor();
    const second = requestFor('upgrade', first.account.id);
    const other = requestFor();
    await Promise.all([first, second, other].map(send));
    await Promise.all([first, second, other].map(({ operationId }) => ended(platform, operationId)));
    expect(together.every((ids) => new Set(ids.split(' ')).size === ids.split(' ').length)).toBe(true);
    expect(together.some((ids) => ids.includes(' '))).toBe(true);
  });

  it('repeats what was cut off with the service, keeps its steps, and counts on from its last report', async () => {
    const platform = createPlatform();
    const reached = Promise.withResolvers<void>();
    await serve(
      async ({ timeline, changed }) => {
        timeline.begin('database', Date.now());
        timeline.end('database', 'succeeded', Date.now(), 'created');
        changed();
        await sleep(300);
        reached.resolve();
        return { kind: 'interrupted' };
      },
      { platform },
    );
    const request = requestFor();
    await send(request);
    await reached.promise;
    await endpoint?.close();
    const before = platform.stored.get(request.operationId);

    await serve(
      async ({ timeline }) => {
        timeline.end('database', 'unchanged', Date.now());
        return { kind: 'succeeded' };
      },
      { platform, cutOff: new Set([request.operationId]) },
    );
    const report = await ended(platform, request.operationId);
    expect(report.status).toBe('succeeded');
    expect(report.steps).toEqual(before?.steps);
    expect(report.revision).toBeGreaterThan(before?.revision ?? 0);
  });

  it('finds its handlers again when they have moved to another port', async () => {
    const platform = createPlatform();
    const reached = Promise.withResolvers<void>();
    await serve(
      async () => {
        reached.resolve();
        return { kind: 'interrupted' };
      },
      { platform },
    );
    const request = requestFor();
    await send(request);
    await reached.promise;
    await endpoint?.close();

    await serve(async () => ({ kind: 'succeeded' }), { platform, port: ports.second });
    expect((await ended(platform, request.operationId)).status).toBe('succeeded');
  });

  it('reports the end when the platform is back', async () => {
    const platform = createPlatform();
    platform.setAway(true);
    await serve(async () => ({ kind: 'succeeded' }), { platform, port: ports.second });
    const request = requestFor();
    await send(request);
    await sleep(600);
    expect(platform.stored.has(request.operationId)).toBe(false);
    platform.setAway(false);
    expect((await ended(platform, request.operationId)).status).toBe('succeeded');
  });
});
