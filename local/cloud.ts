import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { listenOnLoopback } from '../system/loopback-server.ts';
import { Transfers } from './api/d1/transfers.ts';
import { apiBase, createApiServer } from './api/http/server.ts';
import { type CloudConfig, setRuntimeEnvironment } from './config.ts';
import { createEdgeServer } from './edge/edge-server.ts';
import { createEgressServer } from './edge/egress-server.ts';
import { Faults } from './faults.ts';
import { serveIssuer } from './issuer/issuer-server.ts';
import { CronTriggers } from './storage/cron-triggers.ts';
import { Pool } from './storage/pool.ts';
import { Registry } from './storage/registry.ts';
import { Volumes } from './storage/volumes.ts';
import { Watchdog } from './storage/watchdog.ts';
import { WorkerLog } from './storage/worker-log.ts';
import { createZone } from './zones.ts';

/** A running local cloud. */
export interface Cloud {
  readonly cloudflareApi: string;
  readonly edge: string;
  /** Address of the sign-in server. */
  readonly issuer: string;
  /** What its tokens name as their issuer, whatever its port is. Workers reach it by this name. */
  readonly issuerName: string;
  /** Names and ids of the two zones. */
  readonly zone: string;
  readonly zoneId: string;
  readonly accountsZone: string;
  readonly accountsZoneId: string;
  readonly cron: CronTriggers;
  readonly pool: Pool;
  /** Stops every server and process; data stays on disk. */
  readonly stop: () => Promise<void>;
}

/** Idle time after which a workerd process is stopped, in milliseconds. */
const idleMs = 10 * 60_000;

/** Starts Cloudflare on this machine: the API, the edge, the sign-in server. */
export async function startCloud(config: CloudConfig): Promise<Cloud> {
  const registry = new Registry(config.directory);
  // The registry is locked now, so processes and files of an earlier cloud can be removed.
  const runDirectory = path.join(config.directory, 'run');
  const temporaryDirectory = path.join(runDirectory, 'tmp');
  const watchdog = new Watchdog(runDirectory);
  rmSync(temporaryDirectory, { recursive: true, force: true });
  mkdirSync(temporaryDirectory, { recursive: true });
  const restoreEnvironment = setRuntimeEnvironment(watchdog.launcher, temporaryDirectory);

  const log = new WorkerLog(path.join(config.directory, 'logs'));
  const report = (error: unknown): void => {
    log.write(`cloud: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const volumes = new Volumes(path.join(config.directory, 'storage'));
  const egress = { address: '', secret: randomBytes(32).toString('hex') };
  const gatewaySecret = randomBytes(32).toString('hex');
  const pool = new Pool(
    { registry, volumes, egress, gatewaySecret, inspect: config.inspect },
    { runningMax: config.runningMax, idleMs, now: Date.now, log, prune: () => watchdog.prune() },
  );
  const zone = createZone(config.accountId, config.zoneName);
  const accountsZone = createZone(config.accountId, config.accountsZoneName);
  const zones = [zone, accountsZone];
  const edgeContext = { registry, pool, zones, report };
  const faults = new Faults();
  const cron = new CronTriggers(registry, pool, report);
  const api = createApiServer(
    {
      registry,
      pool,
      volumes,
      accountId: config.accountId,
      zones,
      transfers: new Transfers(Date.now),
      now: Date.now,
    },
    config.apiToken,
    faults,
    report,
    log.file,
  );
  const apiServer = await listenOnLoopback(api, config.apiPort);
  const namedServers = new Map<string, string>();
  const egressServer = await listenOnLoopback(
    createEgressServer(edgeContext, egress.secret, namedServers, () => [apiServer.port, egressServer.port]),
  );
  egress.address = `127.0.0.1:${egressServer.port}`;
  const edge = await listenOnLoopback(createEdgeServer(edgeContext, faults), config.edgePort);
  const issuerName = `http://issuer.${config.zoneName}`;
  const issuer = await serveIssuer({
    name: issuerName,
    directory: path.join(config.directory, 'issuer'),
    port: config.issuerPort,
    secret: config.issuerSecret,
    report,
  });
  namedServers.set(issuerName, issuer.url);
  cron.start(Date.now);

  return {
    cloudflareApi: `${apiServer.origin}${apiBase}`,
    edge: edge.origin,
    issuer: issuer.url,
    issuerName,
    zone: config.zoneName,
    zoneId: zone.id,
    accountsZone: config.accountsZoneName,
    accountsZoneId: accountsZone.id,
    cron,
    pool,
    stop: async () => {
      cron.stop();
      await Promise.all([apiServer.close(), edge.close(), issuer.stop()]);
      await pool.stop();
      await egressServer.close();
      await watchdog.stop();
      log.close();
      registry.close();
      restoreEnvironment();
    },
  };
}
