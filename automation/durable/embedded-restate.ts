import { spawn } from 'node:child_process';
import { chmod, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FreeholdHome } from '../../system/home/home.ts';
import {
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
import { ensureRequestIdentity } from './request-identity.ts';
import { isRestateHealthy, type Restate } from './restate.ts';
import { findRestateBinary } from './restate-binary.ts';
import { renderRestateConfig, restateNodeName } from './restate-config.ts';
import { openRestateEndpoint } from './restate-endpoint.ts';

/** How long a start may take: the first one lays out its data. */
const startTimeoutMs = 30_000;
const endSignals = [
  { signal: 'SIGTERM', waitMs: 8_000 },
  { signal: 'SIGKILL', waitMs: 3_000 },
] as const;

/**
 * Makes sure that the factory's own Restate server runs: takes over a living one with the same binary and configuration,
 * ends any other of ours, and starts one if needed. It listens on sockets in the factory's home, which only its owner can
 * connect to, and keeps everything there.
 *
 * @throws With the end of its log when it does not come up.
 */
export async function embedRestate(home: FreeholdHome, logger: Logger): Promise<Restate> {
  const binary = findRestateBinary();
  await mkdir(home.restateDirectory, { recursive: true });
  // The sockets are as open as the folder that they are in.
  await chmod(home.restateDirectory, 0o700);
  const { privateKeyFile, publicKey } = await ensureRequestIdentity(home);
  const config = renderRestateConfig({ dataDirectory: dataOf(home), identityKeyFile: privateKeyFile });
  const endpoints = endpointsOf(home);
  const open = (identity: ProcessIdentity, origin: Restate['origin']): Restate => ({
    ...endpoints,
    identityKeys: [publicKey],
    origin,
    isHealthy: () => isRestateHealthy(endpoints, 1_000),
    async stop() {
      if (!(await endProcess(identity, endSignals))) return;
      await removeRestateRecord(home);
      await rm(temporaryDirectory(home), { recursive: true, force: true });
    },
  });
  const last = await readRestateRecord(home);
  if (last !== undefined && (await isRunning(last))) {
    const same = last.binary === binary && last.config === config;
    if (same && (await isRestateHealthy(endpoints, 3_000))) return open(last, 'still running');
    logger.warn('a Restate server that cannot be used is ended', { pid: last.pid });
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
  const logFile = join(home.logsDirectory, 'restate.log');
  const temporary = temporaryDirectory(home);
  // One that was killed has left its own there.
  await rm(temporary, { recursive: true, force: true });
  await Promise.all(
    [dataOf(home), temporary, home.logsDirectory].map((folder) => mkdir(folder, { recursive: true })),
  );
  await writeFileAtomically(configFile, config, 0o600);
  const log = await open(logFile, 'w');
  try {
    const child = spawn(binary, ['--config-file', configFile, '--no-logo'], {
      // It binds its sockets by their paths from here, so that a long path of the home does no harm.
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
    if (identity !== undefined) await writeRestateRecord(home, { ...identity, binary, config });
    await Promise.race([waitUntilAnswering(endpoints), died]);
    if (identity === undefined) throw new Error('it was gone at once');
    return identity;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Restate did not start: ${why}; its log ends: ${readLogTail(logFile)}`);
  } finally {
    await log.close();
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

/** The server makes folders for itself at each start and leaves them behind. */
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
