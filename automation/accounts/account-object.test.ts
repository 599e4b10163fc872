import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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
import type { ReportAnswer, ReportClient } from '../progress/report-client.ts';
import { accountObjectName, createAccountObject } from './account-object.ts';
import { type AccountQueue, openAccountQueue } from './account-queue.ts';
import type { OperationFailure } from './operation-failure.ts';
import type { Stage, StageContext, StageResult } from './stage.ts';
import { createStagePerformer } from './stage-performer.ts';

const logger = createLogger(() => {});
const waiting = { timeout: 20_000, interval: 20 };
const outage: OperationFailure = {
  kind: 'api_refused',
  status: 503,
  message: 'PUT "…": 503 Service Unavailable',
};
const badMigration: OperationFailure = {
  kind: 'refused',
  message: 'migration 0002_x.sql failed: near "TABEL"',
};

/** The platform as the service sees it: the operations that it has requested, and the newest report of each. */
function createPlatform() {
  const wanted = new Map<string, OperationRequest>();
  const stored = new Map<string, OperationReport>();
  const asked: string[] = [];
  let away = false;
  let undelivered = 0;
  const answer = (operationId: string): ReportAnswer => {
    const request = wanted.get(operationId);
    if (request === undefined) return { kind: 'unknown', detail: '404' };
    const { kind, account, input } = request;
    const report = stored.get(operationId) ?? { status: 'queued', revision: 0, apiCalls: 0, steps: [] };
    return {
      kind: 'answered',
      operation: { ...report, steps: [...report.steps], kind, account, input, accountStatus: 'active' },
    };
  };
  const client: ReportClient = {
    async readOperation(operationId) {
      asked.push(operationId);
      return away ? { kind: 'unavailable', detail: 'away' } : answer(operationId);
    },
    async reportOperation(operationId, report) {
      if (away) {
        undelivered += 1;
        return { kind: 'unavailable', detail: 'away' };
      }
      const last = stored.get(operationId);
      if (last === undefined || (last.revision < report.revision && last.status === 'running')) {
        stored.set(operationId, report);
      }
      return answer(operationId);
    },
  };
  return {
    client,
    stored,
    /** Number of reports that arrived while the platform was away. */
    undelivered: () => undelivered,
    /** Ids of the operations that were read, in order. */
    asked,
    /** Adds an operation that the platform has requested. */
    want(request: OperationRequest) {
      wanted.set(request.operationId, request);
    },
    setAway(value: boolean) {
      away = value;
    },
  };
}

describe('the account object', { timeout: 30_000 }, () => {
  let home: FreeholdHome;
  let restate: Restate;
  let queue: AccountQueue;
  let ports: Record<'endpoint' | 'second', number>;
  let endpoint: LoopbackServer | undefined;
  let served: ReturnType<typeof createPlatform>;

  beforeAll(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-object-')) });
    ports = await choosePorts(['endpoint', 'second']);
    restate = await embedRestate(home, logger);
    queue = openAccountQueue(restate.ingress);
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
      stages: { provision: stages, upgrade: stages, suspend: stages },
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
    endpoint = await serveHandlers([account], port, restate.identityKeys, logger);
    await registerHandlers(restate.admin, endpoint.origin, [accountObjectName]);
    served = platform;
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
    served.want(request);
    return queue.submit(request);
  }

  async function ended(
    platform: ReturnType<typeof createPlatform>,
    operationId: string,
  ): Promise<OperationReport> {
    return vi.waitFor(() => {
      const report = platform.stored.get(operationId);
      if (report === undefined || report.status === 'running')
        throw new Error(`${operationId} has not ended: ${JSON.stringify(report)}`);
      return report;
    }, waiting);
  }

  it('carries out an operation and reports its steps and its end', async () => {
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

  it('carries out an operation once, no matter how often it is sent', async () => {
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

  it('retries after an outage, and the final report does not mention it', async () => {
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

  it('fails at once, with the original message, when a retry would change nothing', async () => {
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
    const first = requestFor();
    const second = requestFor('upgrade', first.account.id);
    const other = requestFor();
    const begun: string[] = [];
    const mayEnd = Promise.withResolvers<void>();
    const platform = await serve(async ({ request }) => {
      begun.push(request.operationId);
      if (request.operationId === first.operationId) await mayEnd.promise;
      return { kind: 'succeeded' };
    });
    await send(first);
    await vi.waitUntil(() => begun.includes(first.operationId), waiting);
    await send(second);
    await send(other);
    // The other account's operation begins and ends while the first one runs; the next one of the same account waits.
    await ended(platform, other.operationId);
    expect(begun).toEqual([first.operationId, other.operationId]);
    mayEnd.resolve();
    await ended(platform, second.operationId);
    expect(begun).toEqual([first.operationId, other.operationId, second.operationId]);
  });

  it('repeats a stage that the end of the service interrupted, and continues its steps and its revision', async () => {
    const platform = createPlatform();
    const reached = Promise.withResolvers<void>();
    const request = requestFor();
    await serve(
      async ({ timeline, changed }) => {
        timeline.begin('database', Date.now());
        timeline.end('database', 'succeeded', Date.now(), 'created');
        changed();
        await vi.waitUntil(() => platform.stored.get(request.operationId)?.steps.length === 1, waiting);
        reached.resolve();
        return { kind: 'interrupted' };
      },
      { platform },
    );
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
    expect(report.steps).toMatchObject([{ name: 'database', status: 'succeeded', detail: 'created' }]);
    expect(report.steps).toEqual(before?.steps);
    expect(report.revision).toBeGreaterThan(before?.revision ?? 0);
  });

  it('finds its handlers again after they moved to another port', async () => {
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
    await serve(
      async () => {
        platform.setAway(true);
        return { kind: 'succeeded' };
      },
      { platform, port: ports.second },
    );
    const request = requestFor();
    await send(request);
    await expect.poll(() => platform.undelivered()).toBeGreaterThan(1);
    expect(platform.stored.get(request.operationId)?.status).not.toBe('succeeded');
    platform.setAway(false);
    expect((await ended(platform, request.operationId)).status).toBe('succeeded');
  });

  describe('a message that it does not carry out', () => {
    let runs = 0;
    const serveCounting = async () => {
      runs = 0;
      return serve(async () => {
        runs += 1;
        return { kind: 'succeeded' };
      });
    };
    /** Sends to the object past the queue, as any client of Restate can; returns how the invocation ended. */
    const invoke = async (key: string, handler: string, body: unknown) => {
      const response = await restate.ingress.fetch(`${restate.ingress.url}/account/${key}/${handler}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    };
    /** A genuine operation for the same account, which must not be delayed by the message before it. */
    const goesOn = async (platform: ReturnType<typeof createPlatform>, accountId: string) => {
      const request = requestFor('upgrade', accountId);
      await send(request);
      return (await ended(platform, request.operationId)).status;
    };

    it('is an operation that the platform did not request', async () => {
      const platform = await serveCounting();
      const invented = requestFor();
      const answer = await invoke(invented.account.id, 'provision', invented);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('the platform did not request operation');
      expect(platform.stored.has(invented.operationId)).toBe(false);
      expect(runs).toBe(0);
      expect(await goesOn(platform, invented.account.id)).toBe('succeeded');
    });

    it.each<[string, (wanted: OperationRequest) => OperationRequest, string]>([
      [
        'of another kind',
        (wanted) => ({ ...wanted, kind: 'provision', input: {} }),
        'of kind suspend, not provision',
      ],
      [
        'for another account',
        (wanted) => ({ ...wanted, account: { ...wanted.account, id: newId('acc', Date.now()) } }),
        'for another account',
      ],
      ['with other input', (wanted) => ({ ...wanted, input: { reason: 'Fraud.' } }), 'other input'],
    ])('is an operation that the platform has stored %s', async (_what, forge, why) => {
      const platform = await serveCounting();
      const wanted: OperationRequest = { ...requestFor('suspend'), input: { reason: 'Unpaid.' } };
      platform.want(wanted);
      const forged = forge(wanted);
      const answer = await invoke(forged.account.id, forged.kind, forged);
      expect(answer.text).toContain(why);
      expect(answer.status).toBe(404);
      expect(platform.stored.has(wanted.operationId)).toBe(false);
      expect(runs).toBe(0);
    });

    it('is an operation that has ended', async () => {
      const platform = await serveCounting();
      const request = requestFor('upgrade');
      await send(request);
      await ended(platform, request.operationId);
      const answer = await invoke(request.account.id, 'upgrade', request);
      expect(answer.text).toContain('has already succeeded');
      expect(runs).toBe(1);
    });

    it.each<[string, (request: OperationRequest) => unknown]>([
      ['nothing', () => null],
      ['no account', ({ account: _, ...rest }) => rest],
      ['an unknown field', (request) => ({ ...request, force: true })],
      ['the kind of another handler', (request) => ({ ...request, kind: 'upgrade' })],
    ])('has %s', async (_what, damage) => {
      const platform = await serveCounting();
      const request = requestFor();
      const answer = await invoke(request.account.id, 'provision', damage(request));
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('not a valid operation request');
      expect(platform.asked).toEqual([]);
      expect(await goesOn(platform, request.account.id)).toBe('succeeded');
    });

    it('is sent under the key of another account', async () => {
      const platform = await serveCounting();
      const request = requestFor();
      platform.want(request);
      const answer = await invoke(newId('acc', Date.now()), 'provision', request);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('account.id: the key of this object is another account');
      expect(runs).toBe(0);
    });
  });
});
