import * as v from 'valibot';
import { type FreeholdHome, freeholdHome } from '../../system/home/home.ts';

const port = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'must be a port'), v.transform(Number), v.maxValue(65_535)),
  '0',
);
const url = v.pipe(v.string(), v.url());
const text = v.pipe(v.string(), v.minLength(1));

const environmentSchema = v.object({
  FREEHOLD_HOME: v.optional(v.string()),
  FREEHOLD_AUTOMATION_PORT: port,
  FREEHOLD_RESTATE_INGRESS_PORT: port,
  FREEHOLD_RESTATE_ADMIN_PORT: port,
  FREEHOLD_RESTATE_NODE_PORT: port,
  FREEHOLD_RESTATE_ENDPOINT_PORT: port,
  FREEHOLD_PULUMI_PATH: v.optional(text),
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
  readonly restateIngressPort: number;
  readonly restateAdminPort: number;
  /** Restate's own traffic between nodes; nothing of ours calls it. */
  readonly restateNodePort: number;
  /** Where Restate calls the handlers. Journals are pinned to this address, so it must survive a restart. */
  readonly restateEndpointPort: number;
  /** Path of the Pulumi CLI; without one the toolchain looks for it. */
  readonly pulumiPath: string | undefined;
  /** Pulumi's state backend. Default: a folder of the factory. */
  readonly stateUrl: string | undefined;
  /** What a state backend outside this machine wants to see: the variables of its own tools. */
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
    restateIngressPort: values.FREEHOLD_RESTATE_INGRESS_PORT,
    restateAdminPort: values.FREEHOLD_RESTATE_ADMIN_PORT,
    restateNodePort: values.FREEHOLD_RESTATE_NODE_PORT,
    restateEndpointPort: values.FREEHOLD_RESTATE_ENDPOINT_PORT,
    pulumiPath: values.FREEHOLD_PULUMI_PATH,
    stateUrl: values.FREEHOLD_STATE_URL,
    stateCredentials: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) =>
        value !== undefined && /^(?:AWS|AZURE|GOOGLE|PG)_?[A-Z]/.test(name) ? [[name, value]] : [],
      ),
    ),
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

function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
