import pLimit from 'p-limit';
import { createProgramPool } from '../../engine/programs/program-pool.ts';
import { openAccountResources } from '../../engine/recovery/account-resources.ts';
import { openReleaseStore, type ReleaseStore } from '../../engine/releases/release-store.ts';
import { openFileRunRecords } from '../../engine/runner/file-run-records.ts';
import { createPulumiRunner } from '../../engine/runner/pulumi-runner.ts';
import type { PulumiCommand } from '../../engine/runner/spawn-pulumi.ts';
import type { StackTools } from '../../engine/stack-tools.ts';
import { openStackStates } from '../../engine/states/open-stack-states.ts';
import {
  type CloudflareAccess,
  defaultStateUrl,
  pulumiEnvironment,
} from '../../engine/workspace/shell-environment.ts';
import { openStackFiles, type StackFiles } from '../../engine/workspace/stack-files.ts';
import { serveProviders } from '../../provider/engine/serve.ts';
import type { Secrets } from '../../system/home/secrets.ts';
import { identifyHost } from '../../system/host-identity.ts';
import type { Logger } from '../../system/logger.ts';
import { ensurePulumi } from '../../toolchain/pulumi.ts';
import { type ApiCallCounter, createApiCallCounter } from '../budget/api-call-counter.ts';
import type { ServiceConfig } from './config.ts';
import type { StopSequence } from './stop-sequence.ts';

/** The tools with which the service works on stacks. */
export interface ServiceTools extends StackTools {
  readonly cloudflare: CloudflareAccess;
  readonly command: PulumiCommand;
  readonly stateUrl: string;
  readonly stackFiles: StackFiles;
  readonly releases: ReleaseStore;
  readonly calls: ApiCallCounter;
  /** Operations that were interrupted when the previous service ended. */
  readonly cutOffOperations: ReadonlySet<string>;
}

/** Retries of one API call within a run. A failed run is repeated as a whole, after a durable wait. */
const apiRetriesMax = 3;

/** Starts the providers and the first program process, and opens the stacks. Throws when Pulumi is missing. */
export async function openServiceTools(
  config: ServiceConfig,
  secrets: Secrets,
  logger: Logger,
  stops: StopSequence,
): Promise<ServiceTools> {
  const { home } = config;
  const cloudflare: CloudflareAccess = {
    baseUrl: config.cloudflareBaseUrl,
    accountId: config.cloudflareAccountId ?? secrets.cloudflareAccountId,
    apiToken: config.cloudflareApiToken ?? secrets.cloudflareApiToken,
  };
  const stateUrl = config.stateUrl ?? defaultStateUrl(home);
  const common = {
    ...pulumiEnvironment(home, cloudflare, config.inheritedPath, stateUrl),
    HOME: home.root,
    ...(config.temporaryDirectory === undefined ? {} : { TMPDIR: config.temporaryDirectory }),
  };
  const calls = createApiCallCounter();
  const pool = createProgramPool({
    size: config.pulumiProcessesMax,
    releasesDirectory: home.releasesDirectory,
    env: { ...common, NODE_COMPILE_CACHE: home.compileCacheDirectory },
    logger,
  });
  await stops.add('programs', () => pool.close());
  const [pulumiPath, providers, host] = await Promise.all([
    findPulumiPath(config),
    serveProviders({
      cloudflare,
      platform: { url: config.platformUrl, secret: secrets.automationSecret },
      retriesMax: apiRetriesMax,
      onApiCall: ({ stack }) => calls.add(stack),
    }),
    identifyHost(),
  ]);
  await stops.add('providers', () => providers.close());

  const command: PulumiCommand = {
    path: pulumiPath,
    cwd: home.workspace,
    env: {
      ...config.stateCredentials,
      ...common,
      PULUMI_DEBUG_PROVIDERS: providers.debugProviders,
      // Without this the CLI does not accept --event-log.
      PULUMI_DEBUG_COMMANDS: 'true',
      PULUMI_AUTOMATION_API: 'true',
    },
    limit: pLimit(config.pulumiProcessesMax),
  };
  const records = openFileRunRecords(home.runsDirectory);
  const leftOver = await Promise.all((await records.stacks()).map((stack) => records.find(stack)));
  return {
    cloudflare,
    command,
    stateUrl,
    host,
    records,
    logger,
    calls,
    runner: createPulumiRunner({ command, pool, records, host, logsDirectory: home.logsDirectory, logger }),
    states: openStackStates({ command, records, host }, stateUrl),
    stackFiles: openStackFiles(home),
    releases: openReleaseStore(home.releasesDirectory),
    resourcesOf: (stack) => openAccountResources(cloudflare, () => calls.add(stack)),
    cutOffOperations: new Set(leftOver.flatMap((record) => (record ? [record.operationId] : []))),
  };
}

async function findPulumiPath(config: ServiceConfig): Promise<string> {
  if (config.pulumiPath !== undefined) return config.pulumiPath;
  return (await ensurePulumi({ env: config.toolchainEnvironment })).path;
}
