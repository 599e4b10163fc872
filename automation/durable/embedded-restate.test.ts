import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { object as createObject, type ObjectContext } from '@restatedev/restate-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';
import { createLogger } from '../../system/logger.ts';
import { findProcesses, isRunning } from '../../system/process-identity.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';
import { listeningPorts } from '../../system/testing/listening-ports.ts';
import { embedRestate } from './embedded-restate.ts';
import { useGivenRestate } from './given-restate.ts';
import { serveHandlers } from './handler-endpoint.ts';
import { registerHandlers } from './register-handlers.ts';

const logger = createLogger(() => {});

describe('the Restate server of a factory', { timeout: 90_000 }, () => {
  let home: FreeholdHome;
  beforeEach(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-restate-')) });
  });
  afterEach(() => rm(home.root, { recursive: true, force: true }));

  it('is taken over when it has outlived its service, and replaced when it does not respond', async () => {
    const first = await embedRestate(home, logger);
    expect(first.origin).toBe('started');
    const second = await embedRestate(home, logger);
    expect(second.origin).toBe('still running');
    const [identity] = await findProcesses(configFile());
    if (identity === undefined) throw new Error('no server runs');
    process.kill(identity.pid, 'SIGSTOP');
    const third = await embedRestate(home, logger);
    expect(third.origin).toBe('started');
    expect(await isRunning(identity)).toBe(false);
    await third.stop();
    expect(await third.isHealthy()).toBe(false);
  });

  it('is missed when it ends without having been stopped, and not when it was stopped', async () => {
    const lost: string[] = [];
    const stopped = await embedRestate(home, logger, (reason) => lost.push(reason));
    await stopped.stop();
    const killed = await embedRestate(home, logger, (reason) => lost.push(reason));
    const [identity] = await findProcesses(configFile());
    process.kill(identity?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => lost, { timeout: 10_000 }).toHaveLength(1);
    expect(lost[0]).toContain('the Restate server has ended; its log ends: ');
    await killed.stop();
  });

  it('keeps its temporary files in the factory and removes them when it ends', async () => {
    const temporary = join(home.restateDirectory, 'tmp');
    const restate = await embedRestate(home, logger);
    try {
      await expect
        .poll(() => readdir(temporary), { timeout: 30_000 })
        .toContainEqual(expect.stringMatching(/^invoker-/));
    } finally {
      await restate.stop();
    }
    await expect(readdir(temporary)).rejects.toThrow('ENOENT');
  });

  it('listens on no port, only at sockets that the owner of the factory can reach', async () => {
    const restate = await embedRestate(home, logger);
    try {
      const [identity] = await findProcesses(configFile());
      expect(await listeningPorts(identity?.pid ?? 0)).toEqual([]);
      expect(restate.ingress.address).toMatch(/^unix:.*\/ingress\.sock$/);
      expect((await stat(home.restateDirectory)).mode & 0o777).toBe(0o700);
    } finally {
      await restate.stop();
    }
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const long = freeholdHome({ FREEHOLD_HOME: join(home.root, 'long'.repeat(30)) });
    await mkdir(long.root);
    const before = process.cwd();
    process.chdir(long.root);
    try {
      const restate = await embedRestate(long, logger);
      expect(await restate.isHealthy()).toBe(true);
      await restate.stop();
    } finally {
      process.chdir(before);
    }
  });

  it('is the only server whose calls its handlers accept', async () => {
    const { endpoint: port } = await choosePorts(['endpoint']);
    const restate = await embedRestate(home, logger);
    const object = createObject({
      name: 'greeter',
      handlers: { greet: async (context: ObjectContext) => `hello ${context.key}` },
    });
    const handlers = await serveHandlers([object], port, restate.identityKeys, logger);
    try {
      await registerHandlers(restate.admin, handlers.origin, ['greeter']);
      const answer = await restate.ingress.fetch(`${restate.ingress.url}/greeter/ada/greet`, {
        method: 'POST',
      });
      expect(await answer.json()).toBe('hello ada');
      expect(await discover(handlers.origin)).toBe(401);
    } finally {
      await handlers.close();
      await restate.stop();
    }
  });

  it('can be used by its addresses, and is not ended by their user', async () => {
    const owner = await embedRestate(home, logger);
    try {
      const given = await useGivenRestate({
        ingressUrl: owner.ingress.address,
        adminUrl: owner.admin.address,
        identityKey: owner.identityKeys[0],
      });
      expect(given.origin).toBe('given');
      expect(given.identityKeys).toEqual(owner.identityKeys);
      await given.stop();
      expect(await owner.isHealthy()).toBe(true);
      expect(await findProcesses(configFile())).toHaveLength(1);
    } finally {
      await owner.stop();
    }
  });

  function configFile(): string {
    return join(home.restateDirectory, 'restate.toml');
  }
});

/** Sends Restate's discovery request to handlers without its signature, and returns the status. */
async function discover(origin: string): Promise<number> {
  const session = connect(origin);
  try {
    const request = session.request({
      ':path': '/discover',
      accept: 'application/vnd.restate.endpointmanifest.v3+json',
    });
    const [headers] = (await once(request, 'response')) as [{ ':status': number }];
    return headers[':status'];
  } finally {
    session.destroy();
  }
}
