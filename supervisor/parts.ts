import { join } from 'node:path';
import { type FreeholdHome, projectRoot } from '../system/home/home.ts';
import type { Secrets } from '../system/home/secrets.ts';
import {
  type CloudReady,
  type PartProgress,
  parseCloudReady,
  parseProgress,
  parseServiceReady,
  type ServiceReady,
} from '../system/part-messages.ts';
import { type Part, startPart } from './part.ts';
import type { PortName } from './port-plan.ts';

/** The Workers and their databases are saved before the cloud ends. */
const CLOUD_STOP_TIMEOUT_MS = 15_000;

/** A working engine is asked to stop first, and Restate after it. */
const SERVICE_STOP_TIMEOUT_MS = 25_000;

/** Settings of every part. */
export interface PartContext {
  readonly home: FreeholdHome;
  readonly env: NodeJS.ProcessEnv;
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<PortName, number>>;
  onProgress(progress: PartProgress): void;
  onRestart(reason: string): void;
  onGivenUp(reason: string): void;
}

/** Starts Cloudflare on this machine: its API, the edge and the sign-in server. */
export function startCloudPart(context: PartContext): Part<CloudReady> {
  const { home, secrets, ports } = context;
  return startPart({
    ...common(context),
    name: 'the local cloud',
    file: join(projectRoot, 'local', 'main.ts'),
    logFile: join(home.logsDirectory, 'local-cloud.log'),
    stopTimeoutMs: CLOUD_STOP_TIMEOUT_MS,
    parseReady: parseCloudReady,
    env: {
      ...baseEnvironment(context),
      FREEHOLD_CLOUD_DIRECTORY: home.cloudDirectory,
      FREEHOLD_CLOUD_API_PORT: String(ports.cloudflareApi),
      FREEHOLD_EDGE_PORT: String(ports.edge),
      FREEHOLD_ISSUER_PORT: String(ports.issuer),
      FREEHOLD_CLOUD_ACCOUNT_ID: secrets.cloudflareAccountId,
      FREEHOLD_CLOUD_API_TOKEN: secrets.cloudflareApiToken,
      FREEHOLD_ISSUER_SECRET: secrets.issuerSecret,
    },
  });
}

/** Starts the automation service, which deploys the platform before it is ready. */
export function startServicePart(
  context: PartContext,
  cloud: CloudReady,
  pulumiPath: string,
): Part<ServiceReady> {
  const { home, secrets, ports } = context;
  return startPart({
    ...common(context),
    name: 'the automation service',
    file: join(projectRoot, 'automation', 'main.ts'),
    logFile: join(home.logsDirectory, 'automation.log'),
    stopTimeoutMs: SERVICE_STOP_TIMEOUT_MS,
    parseReady: parseServiceReady,
    env: {
      ...baseEnvironment(context),
      FREEHOLD_AUTOMATION_PORT: String(ports.automation),
      FREEHOLD_RESTATE_ENDPOINT_PORT: String(ports.restateEndpoint),
      FREEHOLD_PULUMI_PATH: pulumiPath,
      FREEHOLD_PLATFORM_URL: cloud.edge,
      FREEHOLD_ISSUER_URL: cloud.issuerName,
      FREEHOLD_ZONE_NAME: cloud.zone,
      FREEHOLD_ZONE_ID: cloud.zoneId,
      FREEHOLD_ACCOUNTS_ZONE_NAME: cloud.accountsZone,
      FREEHOLD_ACCOUNTS_ZONE_ID: cloud.accountsZoneId,
      CLOUDFLARE_BASE_URL: cloud.cloudflareApi,
      CLOUDFLARE_ACCOUNT_ID: secrets.cloudflareAccountId,
      CLOUDFLARE_API_TOKEN: secrets.cloudflareApiToken,
    },
  });
}

function common({ onProgress, onRestart, onGivenUp }: PartContext) {
  return {
    onRestart,
    onGivenUp,
    onMessage: (message: unknown) => {
      const progress = parseProgress(message);
      if (progress !== undefined) onProgress(progress);
    },
  };
}

function baseEnvironment({ env, home }: PartContext): NodeJS.ProcessEnv {
  // V8's code cache halves the second start of every process.
  return { ...env, FREEHOLD_HOME: home.root, NODE_COMPILE_CACHE: home.compileCacheDirectory };
}
