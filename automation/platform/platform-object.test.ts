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
import { ensurePlatform } from './ensure-platform.ts';
import type { DeploymentAttempt, DeploymentProgress } from './platform-deployer.ts';
import { createPlatformObject, platformObjectName } from './platform-object.ts';

const logger = createLogger(() => {});
const outage: PulumiFailure = { kind: 'api_refused', status: 503, message: 'PUT "…": 503' };
const refusal: PulumiFailure = { kind: 'refused', message: 'the program is wrong' };
const progress: DeploymentProgress = { steps: [], apiCalls: 0 };
const done: DeploymentAttempt = { kind: 'succeeded', progress, databaseId: 'uuid', changes: { create: 7 } };
const [wanted, other] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];

describe('the platform object', { timeout: 60_000 }, () => {
  let home: FreeholdHome;
  let restate: Restate;
  let port: number;
  let endpoint: LoopbackServer | undefined;
  /** Each test has a platform of its own. */
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

  it('deploys once for services that want the same at the same time', async () => {
    const gate = Promise.withResolvers<DeploymentAttempt>();
    await serve(() => gate.promise);
    const services = [ensure(wanted), ensure(wanted)];
    await expect.poll(() => asked.length).toBe(1);
    gate.resolve(done);
    const platform = { digest: wanted, databaseId: 'uuid' };
    expect(await Promise.all(services)).toEqual([
      { platform, changes: { create: 7 } },
      { platform, changes: { create: 7 } },
    ]);
    expect(await ensure(wanted)).toEqual({ platform, changes: undefined });
    expect(asked).toEqual([wanted]);
  });

  it('deploys again when something else is wanted, and again when it is changed back', async () => {
    await serve(async () => done);
    for (const digest of [wanted, other, other, wanted]) await ensure(digest);
    expect(asked).toEqual([wanted, other, wanted]);
  });

  it('tries again after an outage, a bounded number of times, and when it is asked for anew', async () => {
    let isOut = true;
    await serve(async () => (isOut ? { kind: 'failed', progress, failure: outage } : done));
    await expect(ensure(wanted)).rejects.toThrow(
      `the platform cannot be deployed: given up after 3 attempts: ${outage.message}`,
    );
    expect(asked).toHaveLength(3);
    isOut = false;
    expect((await ensure(wanted)).platform.databaseId).toBe('uuid');
  });

  it('does not take a platform for deployed whose next deployment has failed', async () => {
    let attempt: DeploymentAttempt = done;
    await serve(async () => attempt);
    await ensure(wanted);
    attempt = { kind: 'failed', progress, failure: refusal };
    await expect(ensure(other)).rejects.toThrow(refusal.message);
    attempt = done;
    expect((await ensure(wanted)).changes).toEqual({ create: 7 });
    expect(asked).toEqual([wanted, other, wanted]);
  });

  it('makes an attempt again that was cut off together with its service', async () => {
    const reached = Promise.withResolvers<void>();
    await serve(() => {
      reached.resolve();
      return new Promise<never>(() => {});
    });
    const service = ensure(wanted);
    await reached.promise;
    await endpoint?.close();
    await serve(async () => done);
    expect((await service).platform.digest).toBe(wanted);
    expect(asked).toEqual([wanted, wanted]);
  });

  it('ends a request at once that names no platform', async () => {
    await serve(async () => done);
    await expect(ensure('not a digest')).rejects.toThrow('must name the digest of a platform');
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

  function ensure(digest: string) {
    return ensurePlatform(restate.ingress, digest, key);
  }
});
