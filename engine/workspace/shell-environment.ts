import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEndpoints } from '../../system/home/endpoints.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { readSecrets } from '../../system/home/secrets.ts';

/** Which Cloudflare, real or local, a factory talks to. */
export interface CloudflareAccess {
  /** Ends in `/client/v4`. */
  readonly baseUrl: string;
  readonly accountId: string;
  readonly apiToken: string;
}

/**
 * A state backend that no `pulumi` can open, and that says why in the error of every command. A shell that asks for a
 * factory and gets none must not go on with the backend of its user.
 */
export const noFactoryStateUrl = 'file:///dev/null/no-freehold-factory-is-running--start-one-with-npm-start';

/**
 * Variables that a shell may have and that would win over those of a factory: a passphrase wins over its file, a global
 * key over a token, a stack or file of another project over the one of the command, and providers of another process
 * over the launchers.
 */
const winningVariables = [
  'PULUMI_CONFIG_PASSPHRASE',
  'PULUMI_CREDENTIALS_PATH',
  'PULUMI_STACK',
  'PULUMI_OPTION_STACK',
  'PULUMI_OPTION_CONFIG_FILE',
  'PULUMI_DEBUG_PROVIDERS',
  'PULUMI_DEBUG_LANGUAGES',
  'PULUMI_IGNORE_AMBIENT_PLUGINS',
  'CLOUDFLARE_API_KEY',
  'CLOUDFLARE_API_USER_SERVICE_KEY',
  'CLOUDFLARE_EMAIL',
] as const;

/**
 * The variables that a shell must not keep when it takes those of a factory.
 *
 * @param stateUrl Where the state is: only Pulumi Cloud needs a token of the caller's.
 */
export function variablesToUnset(stateUrl: string): readonly string[] {
  return stateUrl.startsWith('https:') ? winningVariables : [...winningVariables, 'PULUMI_ACCESS_TOKEN'];
}

/** Where Pulumi keeps the state of the stacks: a folder of the factory unless told otherwise. */
export function defaultStateUrl(home: FreeholdHome): string {
  return pathToFileURL(home.stateDirectory).href;
}

/** What goes in front of the PATH of a caller: the launchers of the factory, and the Node that they need. */
export function factoryPath(home: FreeholdHome): string {
  return [home.binDirectory, dirname(process.execPath)].join(delimiter);
}

/**
 * The variables that make a plain `pulumi` work on this factory's stacks, from any folder.
 *
 * @param path PATH of the caller, which the factory's own launchers go in front of.
 */
export function pulumiEnvironment(
  home: FreeholdHome,
  cloudflare: CloudflareAccess,
  path: string,
  stateUrl = defaultStateUrl(home),
): Record<string, string> {
  return {
    PATH: [factoryPath(home), path].join(delimiter),
    PULUMI_HOME: home.pulumiHome,
    PULUMI_BACKEND_URL: stateUrl,
    PULUMI_CONFIG_PASSPHRASE_FILE: home.passphraseFile,
    PULUMI_OPTION_CWD: home.workspace,
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    // The banner of wrangler looks up its newest version in a registry.
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_SEND_METRICS: 'false',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    CLOUDFLARE_BASE_URL: cloudflare.baseUrl,
    CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId,
    CLOUDFLARE_API_TOKEN: cloudflare.apiToken,
  };
}

/**
 * What a shell needs so that `pulumi up -s <stack>` works; `freehold env` prints it.
 *
 * @param stateUrl Where the service keeps the state: FREEHOLD_STATE_URL, as the service was given it.
 * @returns Undefined while no factory runs in this home.
 * @throws when the file that says where it answers is damaged.
 */
export async function shellEnvironment(
  home: FreeholdHome,
  path: string,
  stateUrl?: string,
): Promise<Record<string, string> | undefined> {
  const endpoints = await readEndpoints(home);
  const secrets = await readSecrets(home);
  if (endpoints === undefined || secrets === undefined) return undefined;
  const cloudflare = {
    baseUrl: endpoints.cloudflareApi,
    accountId: endpoints.cloudflareAccountId,
    apiToken: endpoints.cloudflareApiToken,
  };
  return {
    ...pulumiEnvironment(home, cloudflare, path, stateUrl),
    // Where people and systems call the platform and the accounts.
    FREEHOLD_URL: endpoints.platform,
    // Where the package `freehold` registers accounts. The providers of the service get both from the service.
    FREEHOLD_PLATFORM_URL: endpoints.platform,
    FREEHOLD_PLATFORM_SECRET: secrets.automationSecret,
  };
}

/** The launcher of the Pulumi CLI that belongs to this factory. */
export function pulumiLauncher(home: FreeholdHome): string {
  return join(home.binDirectory, 'pulumi');
}
