import { createServer } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import { openReleaseReports } from '../../engine/releases/release-reports.ts';
import { openStackFiles } from '../../engine/workspace/stack-files.ts';
import { ensurePlatformKeys, ensureSecrets } from '../../system/home/secrets.ts';
import { describeError, type Logger } from '../../system/logger.ts';
import { listenOnLoopback } from '../../system/loopback-server.ts';
import type { ServiceReady } from '../../system/part-messages.ts';
import { openAccountQueue } from '../accounts/account-queue.ts';
import { type AcceptingService, createHttpApi } from '../api/http-api.ts';
import { createReadiness } from '../api/readiness.ts';
import { createSignedRequests } from '../api/signed-requests.ts';
import { type EnsuredPlatform, openPlatformDeployments } from '../platform/platform-deployments.ts';
import { digestPlatform } from '../platform/platform-surroundings.ts';
import { openReportClient } from '../progress/report-client.ts';
import { ensureRelease } from '../releases/ensure-release.ts';
import { reportReleases } from '../releases/report-releases.ts';
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
  /** Collects everything that this start begins, so that it can be stopped at any moment. */
  readonly stops: StopSequence;
  /** Called when the service has lost a part that it cannot work without; a new start brings it back. */
  readonly onLost: (reason: string) => void;
}

/**
 * Starts the service, as much of it in parallel as possible: listens for the API, writes the workspace, runs Restate,
 * registers the handlers. The first start of a home also creates its first release and deploys the platform; later
 * starts deploy nothing unless the factory's addresses have changed. Throws the reason when a part cannot start; the
 * parts that have started are in `stops`.
 */
export async function startService(options: StartServiceOptions): Promise<Omit<ServiceReady, 'ms'>> {
  const { config, logger, report, stops, onLost } = options;
  const { home, platformUrl } = config;
  const secrets = await ensureSecrets(home);
  const { automationSecret } = secrets;
  const isDeployed = await openStackFiles(home).hasPlatformSecrets();
  const platformKeys = await ensurePlatformKeys(home, isDeployed);
  const readiness = createReadiness();

  const openingRestate = report('restate', async (detail) => {
    const restate = await openRestate(config, logger, stops, onLost);
    readiness.add('restate', () => restate.isHealthy());
    detail(restate.origin);
    return restate;
  });
  // Awaited below; the rest of the start continues meanwhile.
  openingRestate.catch(() => {});

  const tools = await report('toolchain', () => openServiceTools(config, secrets, logger, stops));
  let accepting: AcceptingService | undefined;
  const requests = createSignedRequests(automationSecret, Date.now);
  const api = createHttpApi({
    ...{ requests, readiness, logger },
    service: () => accepting,
    releases: tools.releases,
  });
  const http = await listenOnLoopback(createServer(createServerAdapter(api)), config.automationPort);
  await stops.add('http', () => http.close(2_000));

  const surroundings = await report('workspace', () => {
    const automationUrl = config.automationUrl ?? http.origin;
    return prepareWorkspace({ config, tools, automationUrl, automationSecret, platformKeys });
  });
  const release = await report('release', async (detail) => {
    const { name, made, problem } = await ensureRelease(tools.releases, () => new Date());
    if (problem !== undefined) logger.error('the current release cannot be deployed', { problem });
    detail(problem ?? (made ? `${name} made` : name));
    return name;
  });

  const restate = await openingRestate;
  const platformDeployed = Promise.withResolvers<void>();
  let tellDetail = (_: string): void => {};
  await report('handlers', () =>
    serveObjects({
      ...{ tools, home, surroundings, stops, restate, platformUrl, port: config.restateEndpointPort },
      reports: openReportClient({ platformUrl, secret: automationSecret }),
      platformDeployed: platformDeployed.promise,
      onDetail: (text) => tellDetail(text),
    }),
  );
  readiness.add('handlers');

  const deployments = openPlatformDeployments({
    ingress: restate.ingress,
    digestOf: (name) => digestPlatform(surroundings, name),
  });
  const platform = await report('platform', async (detail) => {
    tellDetail = detail;
    const ensured = await deployments.ensure(release);
    detail(describePlatform(ensured));
    return ensured.platform;
  });
  platformDeployed.resolve();
  const stopReports = new AbortController();
  await stops.add('release reports', async () => stopReports.abort());
  void reportReleases({
    ...{ logger, releases: tools.releases, signal: stopReports.signal },
    reports: openReleaseReports({ platformUrl, secret: automationSecret }),
  }).catch((error: unknown) =>
    logger.error('the releases could not be read', { error: describeError(error) }),
  );
  accepting = { queue: openAccountQueue(restate.ingress), platform: deployments };
  readiness.add('platform');
  return {
    type: 'ready',
    automation: http.origin,
    restate: restate.ingress.address,
    platformDatabaseId: platform.databaseId,
    accountRelease: release,
  };
}

function describePlatform({ platform, changes, lastFailure }: EnsuredPlatform): string {
  if (changes === undefined) {
    const failed = lastFailure === undefined ? '' : `; the last deployment failed: ${lastFailure}`;
    return `release ${platform.release}, unchanged${failed}`;
  }
  return Object.entries(changes)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
