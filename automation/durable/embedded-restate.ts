import { spawn } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FreeholdHome } from '../../system/home/home.ts';
import {
  type RestatePorts,
  readRestateRecord,
  removeRestateRecord,
  writeRestateRecord,
} from '../../system/home/restate-record.ts';
import { readLogTail } from '../../system/log-file.ts';
import type { Logger } from '../../system/logger.ts';
import {
  endProcess,
  identifyProcess,
  isRunning,
  type ProcessIdentity,
} from '../../system/process-identity.ts';
import { writeFileAtomically } from '../../system/write-file.ts';
import { isRestateHealthy, type Restate } from './restate.ts';
import { findRestateBinary } from './restate-binary.ts';
import { renderRestateConfig } from './restate-config.ts';

/** How long a start may take: the first one lays out its data. */
const startTimeoutMs = 30_000;
const endSignals = [
  { signal: 'SIGTERM', waitMs: 8_000 },
  { signal: 'SIGKILL', waitMs: 3_000 },
] as const;

/**
 * Makes sure that the factory's own Restate server runs: takes over a living one with the same binary and ports, ends
 * any other of ours, and starts one if needed. It listens on loopback alone and keeps everything in the factory's home.
 *
 * @throws With the end of its log when it does not come up.
 */
export async function embedRestate(
  home: FreeholdHome,
  ports: RestatePorts,
  logger: Logger,
): Promise<Restate> {
  const binary = findRestateBinary();
  const last = await readRestateRecord(home);
  if (last !== undefined && (await isRunning(last))) {
    const same = last.binary === binary && JSON.stringify(last.ports) === JSON.stringify(ports);
    if (same && (await isRestateHealthy(urlsOf(ports), 3_000))) {
      return openServer(home, last, ports, 'still running');
    }
    logger.warn('a Restate server that cannot be used is ended', { pid: last.pid });
    await endProcess(last, endSignals);
  }
  const identity = await start(home, binary, ports);
  return openServer(home, identity, ports, 'started');
}

async function start(home: FreeholdHome, binary: string, ports: RestatePorts): Promise<ProcessIdentity> {
  const data = join(home.restateDirectory, 'data');
  const configFile = join(home.restateDirectory, 'restate.toml');
  const logFile = join(home.logsDirectory, 'restate.log');
  const temporary = temporaryDirectory(home);
  // One that was killed has left its own there.
  await rm(temporary, { recursive: true, force: true });
  await Promise.all(
    [data, temporary, home.logsDirectory].map((folder) => mkdir(folder, { recursive: true })),
  );
  await writeFileAtomically(configFile, renderRestateConfig(data, ports), 0o600);
  const log = await open(logFile, 'w');
  try {
    const child = spawn(binary, ['--config-file', configFile, '--no-logo'], {
      cwd: home.restateDirectory,
      env: { TMPDIR: temporary },
      stdio: ['ignore', log.fd, log.fd],
      // Its end is the service's to order: after the handlers, not together with them on Ctrl-C.
      detached: true,
    });
    const died = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`it ended with ${signal ?? code}`)));
    });
    died.catch(() => {});
    child.unref();
    const identity = child.pid === undefined ? undefined : await identifyProcess(child.pid);
    if (identity !== undefined) await writeRestateRecord(home, { ...identity, binary, ports });
    await Promise.race([waitUntilAnswering(ports), died]);
    if (identity === undefined) throw new Error('it was gone at once');
    return identity;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Restate did not start: ${why}; its log ends: ${readLogTail(logFile)}`);
  } finally {
    await log.close();
  }
}

function openServer(
  home: FreeholdHome,
  identity: ProcessIdentity,
  ports: RestatePorts,
  origin: Restate['origin'],
): Restate {
  return {
    ...urlsOf(ports),
    origin,
    isHealthy: () => isRestateHealthy(urlsOf(ports), 1_000),
    async stop() {
      if (!(await endProcess(identity, endSignals))) return;
      await removeRestateRecord(home);
      await rm(temporaryDirectory(home), { recursive: true, force: true });
    },
  };
}

function urlsOf(ports: RestatePorts) {
  return {
    ingressUrl: `http://127.0.0.1:${ports.ingress}`,
    adminUrl: `http://127.0.0.1:${ports.admin}`,
  };
}

/** The server makes folders for itself at each start and leaves them behind. */
function temporaryDirectory(home: FreeholdHome): string {
  return join(home.restateDirectory, 'tmp');
}

async function waitUntilAnswering(ports: RestatePorts): Promise<void> {
  const deadlineMs = Date.now() + startTimeoutMs;
  while (Date.now() < deadlineMs) {
    if (await isRestateHealthy(urlsOf(ports), 500)) return;
    await sleep(20);
  }
  throw new Error(`it did not answer within ${startTimeoutMs} ms`);
}
