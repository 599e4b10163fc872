import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedRestate } from '../../automation/durable/embedded-restate.ts';
import type { Restate } from '../../automation/durable/restate.ts';
import { platformStackName, projectName } from '../../schema/factory/names.ts';
import { projectRoot } from '../../system/home/home.ts';
import { createLogger } from '../../system/logger.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';
import { FactoryFixture } from './factory-fixture.ts';

// The tests need the PATH to find Pulumi and Node; everything else is set here.
// biome-ignore lint/style/noProcessEnv: the environment boundary of this file
const path = `${join(projectRoot, 'node_modules', '.bin')}:${process.env.PATH}`;

describe('two services with one Restate and one state backend', { timeout: 180_000 }, () => {
  let first: FactoryFixture;
  let second: FactoryFixture;
  let restate: Restate;
  let settings: Readonly<Record<string, string>>;
  let stateDirectory: string;

  beforeAll(async () => {
    // Each of these characters has a special meaning in a URL.
    first = await FactoryFixture.create(path, 'freehold #1 50%25 ?-');
    await first.startCloud();
    second = await first.addMachine('freehold #2 50%25 ?-');
    const { automation } = await choosePorts(['automation']);
    restate = await embedRestate(
      first.home,
      createLogger(() => {}),
    );
    stateDirectory = join(first.home.root, 'shared-state');
    settings = {
      FREEHOLD_RESTATE_INGRESS_URL: restate.ingress.address,
      FREEHOLD_RESTATE_ADMIN_URL: restate.admin.address,
      FREEHOLD_RESTATE_IDENTITY_KEY: restate.identityKeys[0] ?? '',
      FREEHOLD_STATE_URL: pathToFileURL(stateDirectory).href,
      FREEHOLD_AUTOMATION_URL: `http://127.0.0.1:${automation}`,
    };
  }, 120_000);
  afterAll(async () => {
    await second.endService('SIGTERM');
    await first.endService('SIGTERM');
    await restate.stop();
    await second.remove();
    await first.remove();
  }, 60_000);

  it('deploy the platform once when they start at the same time', async () => {
    const ready = await Promise.all([first.startService(settings), second.startService(settings)]);
    expect(ready[0].platformDatabaseId).toBe(ready[1].platformDatabaseId);
    expect(await updatesOf(platformStackName)).toBe(1);
    const databases = await first.cloudflare<{ name: string }[]>('GET', '/d1/database');
    expect(databases.map(({ name }) => name)).toEqual(['fh-platform']);
  });

  it('change nothing in a platform that is up to date', async () => {
    expect(await second.endService('SIGTERM')).toBe(0);
    await second.startService(settings);
    expect(await updatesOf(platformStackName)).toBe(1);
    expect(await restate.isHealthy()).toBe(true);
  });

  it('can each create an account', async () => {
    const account = await first.newAccount('shared');
    expect(await first.perform('provision', account, 'shared')).toMatchObject({ status: 'succeeded' });
    expect(await second.perform('upgrade', account, 'shared')).toMatchObject({
      status: 'succeeded',
      apiCalls: 0,
    });
  });

  /** Number of updates of a stack in its backend's history. */
  async function updatesOf(stack: string): Promise<number> {
    const files = await readdir(join(stateDirectory, '.pulumi', 'history', projectName, stack));
    return files.filter((file) => file.endsWith('.history.json')).length;
  }
});
