import { availableParallelism, totalmem } from 'node:os';
import * as v from 'valibot';
import { defaultProcessesMax } from '../../engine/runner/processes-max.ts';
import { stateCredentials } from '../../engine/states/open-stack-states.ts';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';

const port = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'must be a port'), v.transform(Number), v.maxValue(65_535)),
  '0',
);
const url = v.pipe(v.string(), v.url());
const text = v.pipe(v.string(), v.minLength(1));
const processes = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, 'must be a number of processes'),
  v.transform(Number),
  v.minValue(1, 'must be at least 1'),
);

const environmentSchema = v.object({
  FREEHOLD_HOME: v.optional(v.string()),
  FREEHOLD_AUTOMATION_PORT: port,
  FREEHOLD_AUTOMATION_URL: v.optional(url),
  FREEHOLD_RESTATE_INGRESS_URL: v.optional(url),
  FREEHOLD_RESTATE_ADMIN_URL: v.optional(url),
  FREEHOLD_RESTATE_INGRESS_PORT: port,
  FREEHOLD_RESTATE_ADMIN_PORT: port,
  FREEHOLD_RESTATE_NODE_PORT: port,
  FREEHOLD_RESTATE_ENDPOINT_PORT: port,
  FREEHOLD_PULUMI_PATH: v.optional(text),
  FREEHOLD_PULUMI_PROCESSES_MAX: v.optional(processes),
  FREEHOLD_STATE_URL: v.optional(text),
  FREEHOLD_PLATFORM_URL: url,
  FREEHOLD_ISSUER: url,
  FREEHOLD_ZONE: v.optional(text, 'freehold.localhost'),
  FREEHOLD_ZONE_ID: text,
  FREEHOLD_ACCOUNTS_ZONE: v.optional(text, 'freehold-accounts.localhost'),
  FREEHOLD_ACCOUNTS_ZONE_ID: text,
  CLOUDFLARE_BASE_URL: v.optional(url, 'https://api.cloudflare.com/client/v4'),
  CLOUDFLARE_API_TOKEN: v.optional(text),
  CLOUDFLARE_ACCOUNT_ID: v.optional(text),
});

/** Everything the service process is told from outside. Ports of 0 mean any free one, remembered for the next start. */
export interface ServiceConfig {
  readonly home: FreeholdHome;
  readonly automationPort: number;
  /** URL at which the platform reaches the service. Default: its own address on loopback. */
  readonly automationUrl: string | undefined;
  /** A Restate that somebody else runs. Default: none, the service starts one of its own. */
  readonly givenRestate: { readonly ingressUrl: string; readonly adminUrl: string } | undefined;
  readonly restateIngressPort: number;
  readonly restateAdminPort: number;
  /** Restate's own traffic between nodes; nothing of ours calls it. */
  readonly restateNodePort: number;
  /** Where Restate calls the handlers. Journals are pinned to this address, so it must survive a restart. */
  readonly restateEndpointPort: number;
  /** Path of the Pulumi CLI; without one the toolchain looks for it. */
  readonly pulumiPath: string | undefined;
  /** How many `pulumi` processes run at once. Default: what the machine's processors and memory allow. */
  readonly pulumiProcessesMax: number;
  /** Pulumi's state backend. Default: a folder of the factory. */
  readonly stateUrl: string | undefined;
  /** What the state backend takes its credentials from: the variables of its own tools. */
  readonly stateCredentials: Readonly<Record<string, string>>;
  /** What the toolchain reads when it has to find or make the CLI. */
  readonly toolchainEnvironment: NodeJS.ProcessEnv;
  readonly platformUrl: string;
  readonly issuer: string;
  readonly zoneName: string;
  readonly zoneId: string;
  readonly accountsZoneName: string;
  readonly accountsZoneId: string;
  readonly cloudflareBaseUrl: string;
  /** Without one, the token and account of `secrets.json` are used: those of the local cloud. */
  readonly cloudflareApiToken: string | undefined;
  readonly cloudflareAccountId: string | undefined;
  /** The caller's PATH and temporary folder: children get these two and nothing else of the environment. */
  readonly inheritedPath: string;
  readonly temporaryDirectory: string | undefined;
}

/** What the defaults of a machine depend on. */
const thisMachine = {
  processors: availableParallelism(),
  // A container may have less than its machine.
  memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
};

/** Reads the environment of the service process. Throws with the names of all variables that are missing or wrong. */
// This is the one place of the service process that reads its environment; the rest gets the object.
// biome-ignore lint/style/noProcessEnv: the environment boundary of the process
export function readServiceConfig(env: NodeJS.ProcessEnv = process.env): ServiceConfig {
  const parsed = v.safeParse(environmentSchema, env);
  if (!parsed.success) {
    const issues = parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
    throw new Error(`the environment of the automation service is incomplete: ${issues.join('; ')}`);
  }
  const values = parsed.output;
  return {
    home: freeholdHome(values),
    automationPort: values.FREEHOLD_AUTOMATION_PORT,
    automationUrl: values.FREEHOLD_AUTOMATION_URL && withoutTrailingSlash(values.FREEHOLD_AUTOMATION_URL),
    givenRestate: toGivenRestate(values.FREEHOLD_RESTATE_INGRESS_URL, values.FREEHOLD_RESTATE_ADMIN_URL),
    restateIngressPort: values.FREEHOLD_RESTATE_INGRESS_PORT,
    restateAdminPort: values.FREEHOLD_RESTATE_ADMIN_PORT,
    restateNodePort: values.FREEHOLD_RESTATE_NODE_PORT,
    restateEndpointPort: values.FREEHOLD_RESTATE_ENDPOINT_PORT,
    pulumiPath: values.FREEHOLD_PULUMI_PATH,
    pulumiProcessesMax: values.FREEHOLD_PULUMI_PROCESSES_MAX ?? defaultProcessesMax(thisMachine),
    stateUrl: values.FREEHOLD_STATE_URL,
    stateCredentials: readStateCredentials(values.FREEHOLD_STATE_URL, env),
    toolchainEnvironment: env,
    platformUrl: withoutTrailingSlash(values.FREEHOLD_PLATFORM_URL),
    issuer: values.FREEHOLD_ISSUER,
    zoneName: values.FREEHOLD_ZONE,
    zoneId: values.FREEHOLD_ZONE_ID,
    accountsZoneName: values.FREEHOLD_ACCOUNTS_ZONE,
    accountsZoneId: values.FREEHOLD_ACCOUNTS_ZONE_ID,
    cloudflareBaseUrl: withoutTrailingSlash(values.CLOUDFLARE_BASE_URL),
    cloudflareApiToken: values.CLOUDFLARE_API_TOKEN,
    cloudflareAccountId: values.CLOUDFLARE_ACCOUNT_ID,
    inheritedPath: env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    temporaryDirectory: env.TMPDIR,
  };
}

function readStateCredentials(stateUrl: string | undefined, env: NodeJS.ProcessEnv): Record<string, string> {
  if (stateUrl === undefined) return {};
  try {
    return stateCredentials(stateUrl, env);
  } catch (error) {
    throw new Error(`FREEHOLD_STATE_URL: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toGivenRestate(ingressUrl: string | undefined, adminUrl: string | undefined) {
  if (ingressUrl === undefined && adminUrl === undefined) return undefined;
  if (ingressUrl === undefined || adminUrl === undefined) {
    throw new Error(
      'FREEHOLD_RESTATE_INGRESS_URL and FREEHOLD_RESTATE_ADMIN_URL are given together or not at all',
    );
  }
  return { ingressUrl: withoutTrailingSlash(ingressUrl), adminUrl: withoutTrailingSlash(adminUrl) };
}

function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
