import * as pulumi from '@pulumi/pulumi';
import { AccountStack } from './account/account-stack.ts';
import { type AccountConfig, type PlatformConfig, readFactoryConfig, readPlatformSecrets } from './config.ts';
import { PlatformStack } from './platform/platform-stack.ts';
import type { OpenedRelease } from './release/open-release.ts';

/**
 * The Pulumi program of a release: declares the platform or one account, as the stack's settings say, with the code and
 * the schema of that release.
 *
 * @returns The outputs of the stack.
 */
export async function factoryProgram(release: OpenedRelease): Promise<Record<string, unknown>> {
  const stack = pulumi.getStack();
  const config = readFactoryConfig(stack);
  return config.kind === 'platform'
    ? declarePlatform(config, release)
    : declareAccount(stack, config, release);
}

function declarePlatform(config: PlatformConfig, { name, ...release }: OpenedRelease) {
  const { databaseId, url } = new PlatformStack('platform', {
    ...config,
    ...readPlatformSecrets(),
    ...release.platform,
    ...release.settings,
    release: name,
  });
  return { databaseId, url, release: name };
}

function declareAccount(accountId: string, config: AccountConfig, { name, ...release }: OpenedRelease) {
  const { databaseId, bucketName, scriptName, workerUrl, latestMigration } = new AccountStack(accountId, {
    ...config,
    ...release.account,
    ...release.settings,
    accountId,
    release: name,
    isOffboarding: config.offboarding,
  });
  return { databaseId, bucketName, scriptName, workerUrl, latestMigration, release: name };
}
