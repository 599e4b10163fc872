import { writeWorkspace } from '../../engine/workspace/write-workspace.ts';
import { releaseOf } from '../../infra/bundle.ts';
import { platformStackName } from '../../schema/factory/names.ts';
import { settlePorts } from '../../system/home/ports.ts';
import { findRunningRestate } from '../../system/home/restate-record.ts';
import { ensurePlatformKeys, ensureSecrets } from '../../system/home/secrets.ts';
import { serveHttp } from '../../system/http-server.ts';
import type { Logger } from '../../system/logger.ts';
import type { ServiceReady } from '../../system/part-messages.ts';
import { accountObjectName, createAccountObject } from '../accounts/account-object.ts';
import { loadAccountStages } from '../accounts/account-stages.ts';
import { createStackRuns } from '../accounts/stack-runs.ts';
import { createStagePerformer } from '../accounts/stage-performer.ts';
import { createHttpApi, type OperationQueue } from '../api/http-api.ts';
import { createSignedRequests } from '../api/signed-requests.ts';
import { serveHandlers } from '../durable/handler-endpoint.ts';
import { openRestateAdmin } from '../durable/restate-admin.ts';
import { ensureRestateServer, type RestateServer } from '../durable/restate-server.ts';
import { deployPlatform } from '../platform/deploy-platform.ts';
import { createLiveOperations } from '../progress/live-operations.ts';
import { openReportClient } from '../progress/report-client.ts';
import type { ServiceConfig } from './config.ts';
import { openStackTools, stopGraceMs } from './stack-tools.ts';
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
 * Starts the service: API listening, workspace written, platform deployed, Restate running, handlers registered; as
 * much of it as possible at once. Throws with the reason when a part cannot be had; what has begun is in `stops`.
 */
export async function startService(options: StartServiceOptions): Promise<Omit<ServiceReady, 'ms'>> {
  const { config, logger, report, stops } = options;
  const { home } = config;
  const secrets = await ensureSecrets(home);
  const platformKeys = await ensurePlatformKeys(home);
  const running = await findRunningRestate(home);
  const ports = await settlePorts(
    home,
    {
      automation: config.automationPort,
      restateIngress: config.restateIngressPort,
      restateAdmin: config.restateAdminPort,
      restateNode: config.restateNodePort,
      restateEndpoint: config.restateEndpointPort,
    },
    // A server that outlived its service holds these ports for us.
    (_, port) => running !== undefined && Object.values(running).includes(port),
  );
  const restatePorts = { ingress: ports.restateIngress, admin: ports.restateAdmin, node: ports.restateNode };
  const starting = report('restate', (detail) => startRestate(options, restatePorts, detail));
  // Whoever awaits it sees the rejection; until then the rest of the start goes on.
  starting.catch(() => {});

  const tools = await report('toolchain', () => openStackTools(config, secrets, logger, stops));
  const live = createLiveOperations(tools.cutOffOperations);
  let queue: OperationQueue | undefined;
  const api = createHttpApi({
    requests: createSignedRequests(secrets.automationSecret, Date.now),
    live,
    operations: () => queue,
    logger,
  });
  const http = await serveHttp(api, ports.automation);
  await stops.add('http', () => http.close(2_000));

  const bundles = await report('workspace', async (detail) => {
    const written = await writeWorkspace(home, {
      pulumiPath: tools.command.path,
      path: config.inheritedPath,
      settings: {
        cloudflareAccountId: tools.cloudflare.accountId,
        issuer: config.issuer,
        zoneName: config.zoneName,
        zoneId: config.zoneId,
        accountsZoneName: config.accountsZoneName,
        accountsZoneId: config.accountsZoneId,
        platformPublicKey: platformKeys.publicKey,
      },
    });
    detail(written.built ? 'bundles built' : 'bundles up to date');
    return written;
  });
  const platform = await report('platform', async (detail) => {
    const deployed = await deployPlatform({
      ...tools,
      home,
      resources: tools.resourcesOf(platformStackName),
      automationUrl: http.url,
      automationSecret: secrets.automationSecret,
      platformSigningKey: platformKeys.signingKey,
      logger,
      onDetail: detail,
    });
    detail(describeChanges(deployed.changes));
    return deployed;
  });

  const restate = await starting;
  const reports = openReportClient({ platformUrl: config.platformUrl, secret: secrets.automationSecret });
  const stackOptions = { ...tools, logger, nowMs: Date.now };
  const account = createAccountObject({
    stages: await loadAccountStages({ ...stackOptions, reports, runs: createStackRuns(stackOptions) }),
    perform: createStagePerformer({ reports, calls: tools.calls, live, logger, nowMs: Date.now }),
    reports,
    live,
  });
  const admin = openRestateAdmin(restate.adminUrl, restate.ingressUrl);
  await report('handlers', async () => {
    const endpoint = await serveHandlers([account], ports.restateEndpoint, logger);
    await stops.add('handlers', () => endpoint.close());
    // The runs end before the handlers do, and the handlers before Restate: what was cut off is repeated next time.
    await stops.add('runs', () => tools.runner.stop(stopGraceMs));
    await admin.register(endpoint.url, accountObjectName);
  });
  queue = toQueue(admin, restate);
  return {
    type: 'ready',
    automation: http.url,
    restate: restate.ingressUrl,
    restateAdmin: restate.adminUrl,
    platformDatabaseId: platform.databaseId,
    accountRelease: releaseOf(bundles.account),
  };
}

async function startRestate(
  { config, logger, stops }: StartServiceOptions,
  ports: Parameters<typeof ensureRestateServer>[1],
  detail: (text: string) => void,
): Promise<RestateServer> {
  const server = await ensureRestateServer(config.home, ports, logger);
  await stops.add('restate', () => server.stop());
  detail(server.reused ? 'was still running' : 'started');
  return server;
}

function toQueue(admin: ReturnType<typeof openRestateAdmin>, restate: RestateServer): OperationQueue {
  return {
    submit: (request) =>
      admin.send(
        { service: accountObjectName, key: request.account.id, handler: request.kind },
        request.operationId,
        request,
      ),
    find: (operationId) => admin.findInvocation(operationId),
    isHealthy: () => restate.isHealthy(),
  };
}

function describeChanges(changes: Readonly<Record<string, number>>): string {
  return Object.entries(changes)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
