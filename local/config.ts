import * as v from 'valibot';

/** Configuration of the local cloud. */
export interface CloudConfig {
  /** Folder of its state. */
  readonly directory: string;
  /** Ports on 127.0.0.1; 0 takes any free one. */
  readonly apiPort: number;
  readonly edgePort: number;
  readonly issuerPort: number;
  /** The one Cloudflare account, 32 hexadecimal digits. */
  readonly accountId: string;
  /** The one API token. */
  readonly apiToken: string;
  /** Zone of the platform and of the accounts' public hosts. */
  readonly zoneName: string;
  /** Zone of the accounts' own Workers. */
  readonly accountsZoneName: string;
  /** Secret for requesting development tokens from the sign-in server. */
  readonly issuerSecret: string;
  /** Maximum number of workerd processes. */
  readonly runningMax: number;
  /** Whether DevTools can attach to the Workers. */
  readonly inspect: boolean;
}

const port = v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0), v.maxValue(65535)), '0');

const environmentSchema = v.object({
  FREEHOLD_CLOUD_DIRECTORY: v.pipe(v.string(), v.minLength(1)),
  FREEHOLD_CLOUD_API_PORT: port,
  FREEHOLD_EDGE_PORT: port,
  FREEHOLD_ISSUER_PORT: port,
  FREEHOLD_CLOUD_ACCOUNT_ID: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
  FREEHOLD_CLOUD_API_TOKEN: v.pipe(v.string(), v.regex(/^[\w-]{40,80}$/u)),
  FREEHOLD_ZONE_NAME: v.optional(v.string(), 'freehold.localhost'),
  FREEHOLD_ACCOUNTS_ZONE_NAME: v.optional(v.string(), 'freehold-accounts.localhost'),
  FREEHOLD_ISSUER_SECRET: v.pipe(v.string(), v.minLength(16)),
  FREEHOLD_CLOUD_PROCESSES_MAX: v.optional(
    v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
    '12',
  ),
  FREEHOLD_CLOUD_INSPECT: v.optional(v.picklist(['0', '1']), '0'),
});

/** Reads the environment of this process. Throws an error that names the invalid variable. */
export function readConfig(): CloudConfig {
  // biome-ignore lint/style/noProcessEnv: the one place of this process that reads its environment
  const parsed = v.safeParse(environmentSchema, process.env);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${v.getDotPath(issue)} is not valid: ${issue.message}`);
  }
  const environment = parsed.output;
  return {
    directory: environment.FREEHOLD_CLOUD_DIRECTORY,
    apiPort: environment.FREEHOLD_CLOUD_API_PORT,
    edgePort: environment.FREEHOLD_EDGE_PORT,
    issuerPort: environment.FREEHOLD_ISSUER_PORT,
    accountId: environment.FREEHOLD_CLOUD_ACCOUNT_ID,
    apiToken: environment.FREEHOLD_CLOUD_API_TOKEN,
    zoneName: environment.FREEHOLD_ZONE_NAME,
    accountsZoneName: environment.FREEHOLD_ACCOUNTS_ZONE_NAME,
    issuerSecret: environment.FREEHOLD_ISSUER_SECRET,
    runningMax: environment.FREEHOLD_CLOUD_PROCESSES_MAX,
    inspect: environment.FREEHOLD_CLOUD_INSPECT === '1',
  };
}

/**
 * Sets the options that Miniflare only reads from the environment: the program to start as workerd, and the folder for
 * temporary files.
 *
 * @returns A function that restores the environment.
 */
export function setRuntimeEnvironment(launcher: string, temporaryDirectory: string): () => void {
  // biome-ignore lint/style/noProcessEnv: Miniflare offers no option for either
  const environment = process.env;
  const before = { MINIFLARE_WORKERD_PATH: environment.MINIFLARE_WORKERD_PATH, TMPDIR: environment.TMPDIR };
  Object.assign(environment, { MINIFLARE_WORKERD_PATH: launcher, TMPDIR: temporaryDirectory });
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete environment[name];
      else environment[name] = value;
    }
  };
}
