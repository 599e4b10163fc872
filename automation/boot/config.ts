import { availableParallelism, totalmem } from 'node:os';
import * as v from 'valibot';
import { defaultProcessesMax } from '../../engine/runner/processes-max.ts';
import { stateCredentials } from '../../engine/states/open-stack-states.ts';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';
import type { GivenRestate } from '../durable/given-restate.ts';

const port = v.pipe(
  v.string('must be given'),
  v.regex(/^\d{1,5}$/, 'must be a port'),
  v.transform(Number),
  v.minValue(1, 'must be a port, from 1'),
  v.maxValue(65_535, 'must be a port, up to 65535'),
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
  FREEHOLD_RESTATE_IDENTITY_KEY: v.optional(
    v.pipe(v.string(), v.startsWith('publickeyv1_', 'must start with publickeyv1_')),
  ),
  FREEHOLD_RESTATE_ENDPOINT_PORT: port,
  FREEHOLD_PULUMI_PATH: v.optional(text),
  FREEHOLD_PULUMI_PROCESSES_MAX: v.optional(processes),
  FREEHOLD_STATE_URL: v.optional(text),
  FREEHOLD_PLATFORM_URL: url,
  FREEHOLD_ISSUER_URL: url,
  FREEHOLD_ZONE_NAME: v.optional(text, 'freehold.localhost'),
  FREEHOLD_ZONE_ID: text,
  FREEHOLD_ACCOUNTS_ZONE_NAME: v.optional(text, 'freehold-accounts.localhost'),
  FREEHOLD_ACCOUNTS_ZONE_ID: text,
  CLOUDFLARE_BASE_URL: v.optional(url, 'https://api.cloudflare.com/client/v4'),
  CLOUDFLARE_API_TOKEN: v.optional(text),
  CLOUDFLARE_ACCOUNT_ID: v.optional(text),
});

/** The Restate that the service uses: one that runs elsewhere, or one that the service starts. */
export type RestateChoice = ({ readonly kind: 'given' } & GivenRestate) | { readonly kind: 'embedded' };

/**
 * The configuration of the service process. The caller chooses the ports, so that they are the same after a restart.
 */
export interface ServiceConfig {
  readonly home: FreeholdHome;
  readonly automationPort: number;
  /** URL at which the platform reaches the service. Default: its own address on loopback. */
  readonly automationUrl: string | undefined;
  readonly restate: RestateChoice;
  /** Where Restate calls the handlers. Journals are pinned to this address, so it must survive a restart. */
  readonly restateEndpointPort: number;
  /** Path of the Pulumi CLI. Default: the toolchain finds it. */
  readonly pulumiPath: string | undefined;
  /** How many `pulumi` processes run at once. Default: as many as the machine's processors and memory allow. */
  readonly pulumiProcessesMax: number;
  /** Pulumi's state backend. Default: a folder of the factory. */
  readonly stateUrl: string | undefined;
  /** Variables from which the state backend's own tools take its credentials. */
  readonly stateCredentials: Readonly<Record<string, string>>;
  /** The environment in which the toolchain finds or builds the CLI. */
  readonly toolchainEnvironment: NodeJS.ProcessEnv;
  readonly platformUrl: string;
  readonly issuer: string;
  readonly zoneName: string;
  readonly zoneId: string;
  readonly accountsZoneName: string;
  readonly accountsZoneId: string;
  readonly cloudflareBaseUrl: string;
  /** Default for both: the token and account of the local cloud, in `secrets.json`. */
  readonly cloudflareApiToken: string | undefined;
  readonly cloudflareAccountId: string | undefined;
  /** The caller's PATH and temporary folder: children inherit only these two. */
  readonly inheritedPath: string;
  readonly temporaryDirectory: string | undefined;
}

/** The values that defaults depend on. */
const thisMachine = {
  processors: availableParallelism(),
  // A container may have less memory than its machine.
  memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
};

/** Reads the environment of the service process. Throws with the names of all variables that are missing or invalid. */
// The service process reads its environment only here; other code gets the object.
// biome-ignore lint/style/noProcessEnv: the environment boundary of the process
export function readServiceConfig(env: NodeJS.ProcessEnv = process.env): ServiceConfig {
  const values = parseEnvironment(environmentSchema, env);
  return {
    home: freeholdHome(values),
    automationPort: values.FREEHOLD_AUTOMATION_PORT,
    automationUrl: values.FREEHOLD_AUTOMATION_URL && withoutTrailingSlash(values.FREEHOLD_AUTOMATION_URL),
    restate: chooseRestate(values),
    restateEndpointPort: values.FREEHOLD_RESTATE_ENDPOINT_PORT,
    pulumiPath: values.FREEHOLD_PULUMI_PATH,
    pulumiProcessesMax: values.FREEHOLD_PULUMI_PROCESSES_MAX ?? defaultProcessesMax(thisMachine),
    stateUrl: values.FREEHOLD_STATE_URL,
    stateCredentials: readStateCredentials(values.FREEHOLD_STATE_URL, env),
    toolchainEnvironment: env,
    platformUrl: withoutTrailingSlash(values.FREEHOLD_PLATFORM_URL),
    issuer: values.FREEHOLD_ISSUER_URL,
    zoneName: values.FREEHOLD_ZONE_NAME,
    zoneId: values.FREEHOLD_ZONE_ID,
    accountsZoneName: values.FREEHOLD_ACCOUNTS_ZONE_NAME,
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

function parseEnvironment<Schema extends v.GenericSchema>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, env);
  if (parsed.success) return parsed.output;
  const issues = parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
  throw new Error(`the environment of the automation service is incomplete: ${issues.join('; ')}`);
}

function chooseRestate(values: v.InferOutput<typeof environmentSchema>): RestateChoice {
  const {
    FREEHOLD_RESTATE_INGRESS_URL: ingressUrl,
    FREEHOLD_RESTATE_ADMIN_URL: adminUrl,
    FREEHOLD_RESTATE_IDENTITY_KEY: identityKey,
  } = values;
  if (ingressUrl === undefined && adminUrl === undefined) {
    if (identityKey === undefined) return { kind: 'embedded' };
    throw new Error('FREEHOLD_RESTATE_IDENTITY_KEY requires FREEHOLD_RESTATE_INGRESS_URL');
  }
  if (ingressUrl === undefined || adminUrl === undefined) {
    throw new Error('FREEHOLD_RESTATE_INGRESS_URL and FREEHOLD_RESTATE_ADMIN_URL must be set together');
  }
  return {
    kind: 'given',
    ingressUrl: withoutTrailingSlash(ingressUrl),
    adminUrl: withoutTrailingSlash(adminUrl),
    identityKey,
  };
}

function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
