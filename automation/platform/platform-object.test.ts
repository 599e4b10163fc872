import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PulumiFailure } from '../../engine/runner/pulumi-failure.ts';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';
import { createLogger } from '../../system/logger.ts';
import type { LoopbackServer } from '../../system/loopback-server.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';
import { embedRestate } from '../durable/embedded-restate.ts';
import { serveHandlers } from '../durable/handler-endpoint.ts';
import { registerHandlers } from '../durable/register-handlers.ts';
import type { Restate } from '../durable/restate.ts';
import type { DeploymentAttempt, DeploymentProgress } from './platform-deployer.ts';
import { openPlatformDeployments } from './platform-deployments.ts';
import { createPlatformObject, platformObjectName } from './platform-object.ts';

const logger = createLogger(() => {});
const outage: PulumiFailure = { kind: 'api_refused', status: 503, message: 'PUT "…": 503' };
const refusal: PulumiFailure = { kind: 'refused', message: 'the program is wrong' };
const progress: DeploymentProgress = { steps: [], apiCalls: 0 };
const done: DeploymentAttempt = { kind: 'succeeded', progress, databaseId: 'uuid', changes: { create: 7 } };
const [first, second] = ['a', 'b'].map((digit) => digit.repeat(16)) as [string, string];
/** The digest of a release with the service's addresses. */
const digestOf = (release: string, address = '0') => `${address}${release.repeat(4).slice(1)}`;

describe('the platform object', { timeout: 60_000 }, () => {
  let home: FreeholdHome;
  let restate: Restate;
  let port: number;
  let endpoint: LoopbackServer | undefined;
  /** Each test has its own platform. */
  let key: string;
  let platforms = 0;
  let asked: string[];

  beforeAll(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-platform-')) });
    ({ endpoint: port } = await choosePorts(['endpoint']));
    restate = await embedRestate(home, logger);
  }, 60_000);
  beforeEach(() => {
    platforms += 1;
    key = `platform-${platforms}`;
    asked = [];
  });
  afterEach(() => endpoint?.close());
  afterAll(async () => {
    await restate.stop();
    await rm(home.root, { recursive: true, force: true });
  });

  it('deploys once for services that start at the same time', async () => {
    const gate = Promise.withResolvers<DeploymentAttempt>();
    await serve(() => gate.promise);
    const services = [start(), start()];
    await expect.poll(() => asked.length).toBe(1);
    gate.resolve(done);
    const platform = { release: first, digest: digestOf(first), databaseId: 'uuid' };
    expect(await Promise.all(services)).toMatchObject([
      { platform, changes: { create: 7 } },
      { platform, changes: { create: 7 } },
    ]);
    expect(asked).toEqual([digestOf(first)]);
  });

  it('deploys nothing when a service with another current release starts', async () => {
    await serve(async () => done);
    await start();
    const again = await start({ current: second });
    expect(again.changes).toBeUndefined();
    expect(again.platform.release).toBe(first);
    expect(asked).toEqual([digestOf(first)]);
  });

  it('deploys its release again when the addresses of the service have changed', async () => {
    await serve(async () => done);
    await start();
    await start({ current: second, address: '1' });
    await start({ address: '1' });
    expect(asked).toEqual([digestOf(first), digestOf(first, '1')]);
  });

  it('deploys another release on request, and reports how that ended', async () => {
    await serve(async () => done);
    await start();
    const { endingsBefore } = await deployments().request(second, 'msg-1');
    const request = { release: second, digest: digestOf(second) };
    await expect.poll(async () => (await deployments().status()).endings).toBe(endingsBefore + 1);
    expect(await deployments().status()).toEqual({
      endings: endingsBefore + 1,
      deployed: { ...request, databaseId: 'uuid' },
      last: { ...request, status: 'succeeded', changes: { create: 7 } },
    });
  });

  it('deploys nothing for a request that is repeated, also after another one', async () => {
    await serve(async () => done);
    await start();
    const ended = (endings: number) =>
      expect.poll(async () => (await deployments().status()).endings).toBe(endings);
    await deployments().request(second, 'msg-1');
    await ended(2);
    await deployments().request(first, 'msg-2');
    await ended(3);
    await deployments().request(second, 'msg-1');
    await deployments().request(first, 'msg-3');
    await ended(4);
    expect(asked).toEqual([first, second, first, first].map((release) => digestOf(release)));
  });

  it('retries after an outage, a limited number of times, and again at the next request', async () => {
    let isOut = true;
    await serve(async () => (isOut ? { kind: 'failed', progress, failure: outage } : done));
    await expect(start()).rejects.toThrow(
      `the platform could not be deployed: given up after 3 attempts: ${outage.message}`,
    );
    expect(asked).toHaveLength(3);
    isOut = false;
    expect((await start()).platform.databaseId).toBe('uuid');
  });

  it('lets a service start after a failed change of the platform’s release, and reports the reason', async () => {
    let attempt: DeploymentAttempt = done;
    await serve(async () => attempt);
    await start();
    attempt = { kind: 'failed', progress, failure: refusal };
    await deployments().request(second, 'msg-1');
    await expect.poll(async () => (await deployments().status()).last?.status).toBe('failed');
    const started = await start();
    expect(started).toMatchObject({ changes: undefined, lastFailure: refusal.message });
    expect(started.platform.release).toBe(first);
    expect(asked).toEqual([digestOf(first), digestOf(second)]);
  });

  it('deploys again after a change of addresses has failed and was reverted', async () => {
    let attempt: DeploymentAttempt = done;
    await serve(async () => attempt);
    await start();
    attempt = { kind: 'failed', progress, failure: refusal };
    await expect(start({ address: '1' })).rejects.toThrow(refusal.message);
    attempt = done;
    expect((await start()).changes).toEqual({ create: 7 });
    expect(asked).toEqual([digestOf(first), digestOf(first, '1'), digestOf(first)]);
  });

  it('repeats an attempt that the end of its service interrupted', async () => {
    const reached = Promise.withResolvers<void>();
    await serve(() => {
      reached.resolve();
      return new Promise<never>(() => {});
    });
    const service = start();
    await reached.promise;
    expect((await deployments().status()).running?.release).toBe(first);
    await endpoint?.close();
    await serve(async () => done);
    expect((await service).platform.release).toBe(first);
    expect(asked).toEqual([digestOf(first), digestOf(first)]);
  });

  it('rejects a request without a release at once', async () => {
    await serve(async () => done);
    await expect(start({ current: 'the latest' })).rejects.toThrow('must name a release');
    expect(asked).toEqual([]);
  });

  /** Serves the object with its attempts, as a service process does. */
  async function serve(attempt: (earlier: DeploymentProgress) => Promise<DeploymentAttempt>): Promise<void> {
    const object = createPlatformObject({
      deploy: ({ digest }, earlier) => {
        asked.push(digest);
        return attempt(earlier);
      },
      retryDelaysMs: [10, 10],
    });
    endpoint = await serveHandlers([object], port, restate.identityKeys, logger);
    await registerHandlers(restate.admin, endpoint.origin, [platformObjectName]);
  }

  /** What a service with this address does for the platform when it starts. */
  function start({ current = first, address = '0' } = {}) {
    return deployments(address).ensure(current);
  }

  function deployments(address = '0') {
    return openPlatformDeployments({
      ingress: restate.ingress,
      digestOf: (release) => digestOf(release, address),
      key,
    });
  }
});
