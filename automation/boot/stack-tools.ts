import { availableParallelism } from 'node:os';
import { createProgramPool } from '../../engine/programs/program-pool.ts';
import { type AccountResources, openAccountResources } from '../../engine/recovery/account-resources.ts';
import { createPulumiRunner, type PulumiRunner } from '../../engine/runner/pulumi-runner.ts';
import { createRunRecords, type RunRecords } from '../../engine/runner/run-record.ts';
import type { PulumiCommand } from '../../engine/runner/spawn-pulumi.ts';
import { openStackStates, type StackStates } from '../../engine/states/stack-state.ts';
import {
  type CloudflareAccess,
  defaultStateUrl,
  pulumiEnvironment,
} from '../../engine/workspace/shell-environment.ts';
import { openStackFiles, type StackFiles } from '../../engine/workspace/stack-files.ts';
import { serveProviders } from '../../provider/engine/serve.ts';
import type { Secrets } from '../../system/home/secrets.ts';
import type { Logger } from '../../system/logger.ts';
import { ensurePulumi } from '../../toolchain/pulumi.ts';
import { type ApiCallCounter, createApiCallCounter } from '../budget/api-call-counter.ts';
import type { ServiceConfig } from './config.ts';
import type { StopSequence } from './stop-sequence.ts';

/** Everything that works on stacks, shared by the platform's deployment and the accounts' operations. */
export interface StackTools {
  readonly cloudflare: CloudflareAccess;
  readonly command: PulumiCommand;
  readonly runner: PulumiRunner;
  readonly states: StackStates;
  readonly records: RunRecords;
  readonly stackFiles: StackFiles;
  readonly calls: ApiCallCounter;
  /** Cloudflare, with the calls counted for this stack. */
  readonly resourcesOf: (stack: string) => AccountResources;
  /** Operations that were cut off together with the service before this one. */
  readonly cutOffOperations: ReadonlySet<string>;
}

/** Further attempts at one API call, within a run. A run that fails is repeated as a whole, after a durable wait. */
const apiRetriesMax = 3;

/** More programs at once than this would wait for the API, not for the processor. */
const programsMax = 4;

/** How long runs may go on when the service ends; most need less. After that they are interrupted and repeated next time. */
export const stopGraceMs = 4_000;

/** Starts the providers and the first program process, and opens the stacks. */
export async function openStackTools(
  config: ServiceConfig,
  secrets: Secrets,
  logger: Logger,
  stops: StopSequence,
): Promise<StackTools> {
  const { home } = config;
  const cloudflare: CloudflareAccess = {
    baseUrl: config.cloudflareBaseUrl,
    accountId: config.cloudflareAccountId ?? secrets.cloudflareAccountId,
    apiToken: config.cloudflareApiToken ?? secrets.cloudflareApiToken,
  };
  const stateUrl = config.stateUrl ?? defaultStateUrl(home);
  const common = {
    ...(config.stateUrl === undefined ? {} : config.stateCredentials),
    ...pulumiEnvironment(home, cloudflare, config.inheritedPath, stateUrl),
    HOME: home.root,
    ...(config.temporaryDirectory === undefined ? {} : { TMPDIR: config.temporaryDirectory }),
  };
  const calls = createApiCallCounter();
  const pool = createProgramPool({
    size: Math.max(2, Math.min(availableParallelism(), programsMax)),
    env: { ...common, NODE_COMPILE_CACHE: home.compileCacheDirectory },
    logger,
  });
  await stops.add('programs', () => pool.close());
  const [pulumiPath, providers] = await Promise.all([
    findPulumiPath(config),
    serveProviders({
      cloudflare,
      platform: { url: config.platformUrl, secret: secrets.automationSecret },
      retriesMax: apiRetriesMax,
      onApiCall: ({ stack }) => calls.add(stack),
    }),
  ]);
  await stops.add('providers', () => providers.close());

  const command: PulumiCommand = {
    path: pulumiPath,
    cwd: home.workspace,
    env: {
      ...common,
      PULUMI_DEBUG_PROVIDERS: providers.debugProviders,
      // Without it the CLI does not know --event-log.
      PULUMI_DEBUG_COMMANDS: 'true',
      PULUMI_AUTOMATION_API: 'true',
    },
  };
  const records = createRunRecords(home.runsDirectory);
  const runner = createPulumiRunner({ command, pool, records, logsDirectory: home.logsDirectory, logger });
  await stops.add('runs', () => runner.stop(stopGraceMs));
  const leftOver = await Promise.all((await records.stacks()).map((stack) => records.find(stack)));
  return {
    cloudflare,
    command,
    runner,
    states: openStackStates(command, stateUrl),
    records,
    stackFiles: openStackFiles(home),
    calls,
    resourcesOf: (stack) => openAccountResources(cloudflare, () => calls.add(stack)),
    cutOffOperations: new Set(leftOver.flatMap((record) => (record ? [record.operationId] : []))),
  };
}

async function findPulumiPath(config: ServiceConfig): Promise<string> {
  if (config.pulumiPath !== undefined) return config.pulumiPath;
  return (await ensurePulumi({ env: config.toolchainEnvironment })).path;
}
