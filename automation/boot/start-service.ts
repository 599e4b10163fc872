import { createServer } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import { releaseOf } from '../../infra/bundle.ts';
import { ensurePlatformKeys, ensureSecrets } from '../../system/home/secrets.ts';
import type { Logger } from '../../system/logger.ts';
import { listenOnLoopback } from '../../system/loopback-server.ts';
import type { ServiceReady } from '../../system/part-messages.ts';
import { type AccountQueue, openAccountQueue } from '../accounts/account-queue.ts';
import { createHttpApi } from '../api/http-api.ts';
import { createReadiness } from '../api/readiness.ts';
import { createSignedRequests } from '../api/signed-requests.ts';
import { ensurePlatform } from '../platform/ensure-platform.ts';
import { openReportClient } from '../progress/report-client.ts';
import type { ServiceConfig } from './config.ts';
import { openRestate } from './open-restate.ts';
import { openServiceTools } from './open-service-tools.ts';
import { prepareWorkspace } from './prepare-workspace.ts';
import { serveObjects } from './serve-objects.ts';
import type { ReportStep } from './step-reporter.ts';
import type { StopSequence } from './stop-sequence.ts';

export interface StartServiceOptions {
  readonly config: ServiceConfig;
  readonly logger: Logger;
  readonly report: ReportStep;
  /** Gets everything that this start begins, so that it can be ended at any moment. */
  readonly stops: StopSequence;
}

/**
 * Starts the service: API listening, workspace written, Restate running, handlers registered, platform deployed; as much
 * of it as possible at once. Throws with the reason when a part cannot be had; what has begun is in `stops`.
 */
export async function startService(options: StartServiceOptions): Promise<Omit<ServiceReady, 'ms'>> {
  const { config, logger, report, stops } = options;
  const { home, platformUrl } = config;
  const secrets = await ensureSecrets(home);
  const { automationSecret } = secrets;
  const platformKeys = await ensurePlatformKeys(home);
  const readiness = createReadiness();

  const openingRestate = report('restate', async (detail) => {
    const restate = await openRestate(config, logger, stops);
    readiness.add('restate', () => restate.isHealthy());
    detail(restate.origin);
    return restate;
  });
  // It is awaited below; until then the rest of the start goes on.
  openingRestate.catch(() => {});

  const tools = await report('toolchain', () => openServiceTools(config, secrets, logger, stops));
  let queue: AccountQueue | undefined;
  const requests = createSignedRequests(automationSecret, Date.now);
  const api = createHttpApi({ requests, queue: () => queue, readiness, logger });
  const http = await listenOnLoopback(createServer(createServerAdapter(api)), config.automationPort);
  await stops.add('http', () => http.close(2_000));

  const { bundles, wanted } = await report('workspace', async (detail) => {
    const automationUrl = config.automationUrl ?? http.origin;
    const prepared = await prepareWorkspace({ config, tools, automationUrl, automationSecret, platformKeys });
    detail(prepared.bundles.built ? 'bundles built' : 'bundles up to date');
    return prepared;
  });

  const restate = await openingRestate;
  const platformStands = Promise.withResolvers<void>();
  let tellDetail = (_: string): void => {};
  await report('handlers', () =>
    serveObjects({
      ...{ tools, home, wanted, stops, restate, port: config.restateEndpointPort },
      reports: openReportClient({ platformUrl, secret: automationSecret }),
      platformStands: platformStands.promise,
      onDetail: (text) => tellDetail(text),
    }),
  );
  readiness.add('handlers');

  const platform = await report('platform', async (detail) => {
    tellDetail = detail;
    const ensured = await ensurePlatform(restate.ingress, wanted.digest);
    detail(describeChanges(ensured.changes));
    return ensured.platform;
  });
  platformStands.resolve();
  queue = openAccountQueue(restate.ingress);
  readiness.add('platform');
  return {
    type: 'ready',
    automation: http.origin,
    restate: restate.ingress.address,
    platformDatabaseId: platform.databaseId,
    accountRelease: releaseOf(bundles.account),
  };
}

function describeChanges(changes: Readonly<Record<string, number>> | undefined): string {
  if (changes === undefined) return 'unchanged';
  return Object.entries(changes)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
