import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FreeholdHome } from '../../system/home/home.ts';
import {
  readRestateRecord,
  removeRestateRecord,
  writeRestateRecord,
} from '../../system/home/restate-record.ts';
import { openLog, readLogTail } from '../../system/log-file.ts';
import type { Logger } from '../../system/logger.ts';
import {
  endProcess,
  identifyProcess,
  isRunning,
  type ProcessIdentity,
} from '../../system/process-identity.ts';
import { writeFileAtomically } from '../../system/write-file.ts';
import { ensureRequestIdentity } from './request-identity.ts';
import { isRestateHealthy, type Restate } from './restate.ts';
import { findRestateBinary } from './restate-binary.ts';
import { renderRestateConfig, restateNodeName } from './restate-config.ts';
import { openRestateEndpoint } from './restate-endpoint.ts';

/** Time limit of a start; the first one creates its data. */
const startTimeoutMs = 30_000;
const endSignals = [
  { signal: 'SIGTERM', waitMs: 8_000 },
  { signal: 'SIGKILL', waitMs: 3_000 },
] as const;

/**
 * Ensures that the factory's own Restate server runs: takes over a running one with the same binary and configuration,
 * ends any other of the factory, and starts one if needed. It listens on sockets in the factory's home, to which only
 * the owner can connect, and stores everything there.
 *
 * @param onLost Called once, with the end of its log, when the server ends without having been stopped.
 * @throws With the end of its log when it does not start.
 */
export async function embedRestate(
  home: FreeholdHome,
  logger: Logger,
  onLost: (reason: string) => void = () => {},
): Promise<Restate> {
  const binary = findRestateBinary();
  await mkdir(home.restateDirectory, { recursive: true });
  // Access to the sockets is that of their folder.
  await chmod(home.restateDirectory, 0o700);
  const { privateKeyFile, publicKey } = await ensureRequestIdentity(home);
  const config = renderRestateConfig({ dataDirectory: dataOf(home), identityKeyFile: privateKeyFile });
  const endpoints = endpointsOf(home);
  const open = (identity: ProcessIdentity, origin: Restate['origin']): Restate => {
    const endWatch = watchFor(identity, home, onLost);
    return {
      ...endpoints,
      identityKeys: [publicKey],
      origin,
      isHealthy: () => isRestateHealthy(endpoints, 1_000),
      async stop() {
        endWatch();
        if (!(await endProcess(identity, endSignals))) return;
        await removeRestateRecord(home);
        await rm(temporaryDirectory(home), { recursive: true, force: true });
      },
    };
  };
  const last = await readRestateRecord(home);
  if (last !== undefined && (await isRunning(last))) {
    const same = last.binary === binary && last.config === config;
    if (same && (await isRestateHealthy(endpoints, 3_000))) return open(last, 'still running');
    logger.warn('ending a Restate server that cannot be used', { pid: last.pid });
    await endProcess(last, endSignals);
  }
  return open(await start(home, binary, config, endpoints), 'started');
}

async function start(
  home: FreeholdHome,
  binary: string,
  config: string,
  endpoints: RestateEndpoints,
): Promise<ProcessIdentity> {
  const configFile = join(home.restateDirectory, 'restate.toml');
  const logFile = logFileOf(home);
  const temporary = temporaryDirectory(home);
  // A killed server has left its files there.
  await rm(temporary, { recursive: true, force: true });
  await Promise.all(
    [dataOf(home), temporary, home.logsDirectory].map((folder) => mkdir(folder, { recursive: true })),
  );
  await writeFileAtomically(configFile, config, 0o600);
  const log = openLog(logFile);
  try {
    const child = spawn(binary, ['--config-file', configFile, '--no-logo'], {
      // It binds its sockets by paths relative to this folder, because an absolute path may be too long.
      cwd: home.restateDirectory,
      env: { TMPDIR: temporary },
      stdio: ['ignore', log ?? 'ignore', log ?? 'ignore'],
      // The service ends it after the handlers; Ctrl-C must not end it together with them.
      detached: true,
    });
    const died = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`it ended with ${signal ?? code}`)));
    });
    died.catch(() => {});
    child.unref();
    const identity = child.pid === undefined ? undefined : await identifyProcess(child.pid);
    if (identity !== undefined) await writeRestateRecord(home, { ...identity, binary, config });
    await Promise.race([waitUntilAnswering(endpoints), died]);
    if (identity === undefined) throw new Error('it ended at once');
    return identity;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Restate did not start: ${why}; its log ends: ${readLogTail(logFile)}`);
  } finally {
    if (log !== undefined) closeSync(log);
  }
}

type RestateEndpoints = Pick<Restate, 'ingress' | 'admin'>;

function endpointsOf(home: FreeholdHome): RestateEndpoints {
  const socket = (name: string) => openRestateEndpoint(`unix:${join(dataOf(home), restateNodeName, name)}`);
  return { ingress: socket('ingress.sock'), admin: socket('admin.sock') };
}

function dataOf(home: FreeholdHome): string {
  return join(home.restateDirectory, 'data');
}

/** The server creates folders at each start and does not remove them. */
function temporaryDirectory(home: FreeholdHome): string {
  return join(home.restateDirectory, 'tmp');
}

async function waitUntilAnswering(endpoints: RestateEndpoints): Promise<void> {
  const deadlineMs = Date.now() + startTimeoutMs;
  while (Date.now() < deadlineMs) {
    if (await isRestateHealthy(endpoints, 500)) return;
    await sleep(20);
  }
  throw new Error(`it did not answer within ${startTimeoutMs} ms`);
}

function logFileOf(home: FreeholdHome): string {
  return join(home.logsDirectory, 'restate.log');
}

/** How often to check that the server still runs. One that was taken over is not a child of this process. */
const watchIntervalMs = 1_000;

/** Calls `onLost` when the process has ended; the returned function ends the watch. */
function watchFor(
  identity: ProcessIdentity,
  home: FreeholdHome,
  onLost: (reason: string) => void,
): () => void {
  const timer = setInterval(async () => {
    if (await isRunning(identity)) return;
    clearInterval(timer);
    onLost(`the Restate server has ended; its log ends: ${readLogTail(logFileOf(home))}`);
  }, watchIntervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
