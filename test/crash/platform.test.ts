import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../system/home/home.ts';
import { endProcess, findProcesses } from '../../system/process-identity.ts';
import { FactoryFixture } from '../service/factory-fixture.ts';

// The tests need the PATH to find Pulumi and Node; everything else is set here.
// biome-ignore lint/style/noProcessEnv: the environment boundary of this file
const path = `${join(projectRoot, 'node_modules', '.bin')}:${process.env.PATH}`;

const routes = /\/zones\/[^/]+\/workers\/routes$/;

describe('a deployment of the platform that is killed', { timeout: 240_000 }, () => {
  let factory: FactoryFixture;

  beforeAll(async () => {
    factory = await FactoryFixture.create(path);
    await factory.startCloud();
  }, 60_000);
  afterAll(() => factory.remove(), 60_000);

  it('is completed at the next start, with the route that it had created without recording it', async () => {
    await factory.local('POST', '/faults', {
      match: { method: 'POST', pathPattern: routes.source },
      ...{ effect: 'after', action: 'hang', times: 1 },
    });
    const begun = factory.beginService();
    begun.catch(() => {});
    await expect.poll(callsToMakeARoute, { timeout: 110_000 }).toBe(1);
    const killed = expect(begun).rejects.toThrow('SIGKILL');
    await factory.endService('SIGKILL');
    await killed;
    const [engine] = await findProcesses('--stack=platform');
    if (engine !== undefined) await endProcess(engine, [{ signal: 'SIGKILL', waitMs: 5_000 }]);
    await factory.local('DELETE', '/faults');

    await factory.startService();
    expect(await callsToMakeARoute()).toBe(1);
    const account = await factory.newAccount('after-all');
    expect(await factory.perform('provision', account, 'after-all')).toMatchObject({ status: 'succeeded' });
  });

  async function callsToMakeARoute(): Promise<number> {
    const { calls } = await factory.local<{ calls: readonly { method: string; path: string }[] }>(
      'GET',
      '/calls?since=0',
    );
    return calls.filter((call) => call.method === 'POST' && routes.test(call.path)).length;
  }
});
