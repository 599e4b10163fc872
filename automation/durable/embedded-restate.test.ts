import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';
import { createLogger } from '../../system/logger.ts';
import { findProcesses } from '../../system/process-identity.ts';
import { choosePorts } from '../../system/testing/choose-ports.ts';
import { embedRestate } from './embedded-restate.ts';
import { useGivenRestate } from './given-restate.ts';

const logger = createLogger(() => {});
const restatePorts = ['ingress', 'admin', 'node'] as const;

describe('the Restate server of a factory', { timeout: 90_000 }, () => {
  let home: FreeholdHome;
  beforeEach(async () => {
    home = freeholdHome({ FREEHOLD_HOME: await mkdtemp(join(tmpdir(), 'freehold-restate-')) });
  });
  afterEach(() => rm(home.root, { recursive: true, force: true }));

  it('is taken over when it outlived its service, and replaced when it does not answer', async () => {
    const ports = await choosePorts(restatePorts);
    const first = await embedRestate(home, ports, logger);
    expect(first.origin).toBe('started');
    const second = await embedRestate(home, ports, logger);
    expect(second.origin).toBe('still running');
    const third = await embedRestate(home, await choosePorts(restatePorts), logger);
    expect(third.origin).toBe('started');
    expect(await first.isHealthy()).toBe(false);
    await third.stop();
    expect(await third.isHealthy()).toBe(false);
  });

  it('keeps its temporary files in the factory, and leaves none when it ends', async () => {
    const temporary = join(home.restateDirectory, 'tmp');
    const restate = await embedRestate(home, await choosePorts(restatePorts), logger);
    try {
      await expect
        .poll(() => readdir(temporary), { timeout: 30_000 })
        .toContainEqual(expect.stringMatching(/^invoker-/));
    } finally {
      await restate.stop();
    }
    await expect(readdir(temporary)).rejects.toThrow('ENOENT');
  });

  it('can be used by its URLs, and is not ended by one who was given them', async () => {
    const owner = await embedRestate(home, await choosePorts(restatePorts), logger);
    try {
      const given = await useGivenRestate(owner.ingressUrl, owner.adminUrl);
      expect(given.origin).toBe('given');
      await given.stop();
      expect(await owner.isHealthy()).toBe(true);
      expect(await findProcesses(join(home.restateDirectory, 'restate.toml'))).toHaveLength(1);
    } finally {
      await owner.stop();
    }
  });
});
