import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationKind } from '../../schema/factory/operation-kinds.ts';
import { type LoopbackServer, listenOnLoopback } from '../../system/loopback-server.ts';
import { createTimeline } from '../progress/timeline.ts';
import { describeOperationFailure, judgeOperationFailure } from './operation-failure.ts';
import { createReadyStage } from './ready-stage.ts';

describe('the last stage of an operation after which an account is served', () => {
  /** What the platform answers to one call after the other; the last one again and again. */
  let answers: readonly { readonly status: number; readonly body?: string }[] = [];
  const paths: string[] = [];
  let platform: LoopbackServer;

  beforeAll(async () => {
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      const { status, body } = answers[Math.min(paths.length, answers.length) - 1] ?? { status: 500 };
      response.writeHead(status).end(body ?? '{"status":"ok"}');
    });
    platform = await listenOnLoopback(server);
  });
  afterAll(() => platform.close());

  async function run(kind: OperationKind = 'upgrade', platformUrl = platform.origin) {
    paths.length = 0;
    const timeline = createTimeline();
    const account = { id: 'acc-1', slug: 'ada', region: 'eu', placement: 'script', cell: 'default' } as const;
    const stage = createReadyStage({ platformUrl, nowMs: () => 0 }, [1, 1]);
    const result = await stage.run({
      request: { operationId: 'op-1', kind, account, input: {} },
      accountStatus: 'active',
      attempt: 1,
      timeline,
      changed: () => {},
    });
    return { result, steps: timeline.steps(), calls: [...paths] };
  }
  const problem = (type: string, title: string) =>
    JSON.stringify({ type: `urn:freehold:problem:${type}`, title, status: 403 });

  it('calls the account once, as people reach it, and succeeds', async () => {
    answers = [{ status: 200 }];
    expect(await run()).toMatchObject({
      result: { kind: 'succeeded' },
      calls: ['/a/ada/readyz'],
      steps: [{ name: 'ready', status: 'succeeded', detail: 'answers' }],
    });
  });

  it('waits for a host name that is not known yet', async () => {
    answers = [{ status: 404, body: 'nothing here' }, { status: 502, body: '' }, { status: 200 }];
    const { result, calls } = await run();
    expect(result.kind).toBe('succeeded');
    expect(calls).toHaveLength(3);
  });

  it('is content with an account that is closed on purpose', async () => {
    answers = [{ status: 403, body: problem('account-suspended', 'The account is suspended') }];
    expect(await run()).toMatchObject({
      result: { kind: 'succeeded' },
      calls: { length: 1 },
      steps: [{ detail: 'The account is suspended' }],
    });
  });

  it.each([
    ['the edge knows no such host', 404, 'nothing here', 'HTTP 404'],
    [
      'the database is gone',
      503,
      problem('database-unavailable', 'The database is away'),
      'HTTP 503, The database is away',
    ],
    ['it is not the account that refuses', 403, '{"message":"no"}', 'HTTP 403'],
  ])('fails with what to do where %s', async (_, status, body, detail) => {
    answers = [{ status, body }];
    const { result, calls } = await run();
    expect(calls).toHaveLength(3);
    if (result.kind !== 'failed') throw new Error(result.kind);
    const url = `${platform.origin}/a/ada/readyz`;
    expect(describeOperationFailure(result.failure)).toBe(
      `account ada is deployed, but ${url} does not answer as it should: ${detail}. Something may have been deleted ` +
        'at Cloudflare: run freehold account refresh ada, then freehold account up ada',
    );
    expect(judgeOperationFailure(result.failure)).toBe('fail');
  });

  it('is tried again later for an account that has just been made', async () => {
    answers = [{ status: 404, body: '' }];
    const { result } = await run('provision');
    expect(result.kind === 'failed' && judgeOperationFailure(result.failure)).toBe('retry');
  });

  it('is tried again later when the platform itself is away', async () => {
    const { result } = await run('upgrade', 'http://127.0.0.1:1');
    expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'not_served' } });
    expect(result.kind === 'failed' && judgeOperationFailure(result.failure)).toBe('retry');
  });
});
