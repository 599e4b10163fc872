import * as pulumi from '@pulumi/pulumi';
import { readMigrationFiles } from '../schema/migrate/migration-ledger.ts';
import { AccountStack } from './account/account-stack.ts';
import { releaseOf } from './bundle.ts';
import { type AccountConfig, type PlatformConfig, readFactoryConfig, readPlatformSecrets } from './config.ts';
import type { Migrations } from './migrated-database.ts';
import { PlatformStack } from './platform/platform-stack.ts';

/**
 * The Pulumi program of the factory: builds the platform or one account, as the stack's config says.
 *
 * The same function is the inline program of the automation service and what a bare `pulumi up` runs.
 *
 * @returns The outputs of the stack.
 */
export async function factoryProgram(): Promise<Record<string, unknown>> {
  const stack = pulumi.getStack();
  const config = readFactoryConfig(stack);
  return config.kind === 'platform' ? deployPlatform(config) : deployAccount(stack, config);
}

async function deployPlatform(config: PlatformConfig): Promise<Record<string, unknown>> {
  const { databaseId, url } = new PlatformStack('platform', {
    ...config,
    ...readPlatformSecrets(),
    bundle: config.platformBundle,
    migrations: await readMigrations(config.platformMigrations),
  });
  return { databaseId, url, release: releaseOf(config.platformBundle) };
}

async function deployAccount(accountId: string, config: AccountConfig): Promise<Record<string, unknown>> {
  const { databaseId, bucketName, scriptName, workerUrl, latestMigration } = new AccountStack(accountId, {
    ...config,
    accountId,
    bundle: config.accountBundle,
    migrations: await readMigrations(config.accountMigrations),
    isOffboarding: config.offboarding,
  });
  const release = releaseOf(config.accountBundle);
  return { databaseId, bucketName, scriptName, workerUrl, latestMigration, release };
}

async function readMigrations(directory: string): Promise<Migrations> {
  const files = await readMigrationFiles(directory);
  return { directory, checksums: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])) };
}
