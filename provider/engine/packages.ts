import { createRequire } from 'node:module';
import type { PlatformApi } from '../api/platform-api.ts';
import { d1Database } from '../cloudflare/d1-database.ts';
import { r2Bucket } from '../cloudflare/r2-bucket.ts';
import { r2BucketLifecycle } from '../cloudflare/r2-bucket-lifecycle.ts';
import { workersCronTrigger } from '../cloudflare/workers-cron-trigger.ts';
import { workersCustomDomain } from '../cloudflare/workers-custom-domain.ts';
import { workersRoute } from '../cloudflare/workers-route.ts';
import { workersScript } from '../cloudflare/workers-script.ts';
import { workersScriptSubdomain } from '../cloudflare/workers-script-subdomain.ts';
import { createAccountRegistration } from '../freehold/account-registration.ts';
import { databaseMigrations } from '../freehold/database-migrations.ts';
import type { ResourceType } from './resource-type.ts';

/** The Pulumi packages that the provider serves. */
export const packageNames = ['cloudflare', 'freehold'] as const;
export type PackageName = (typeof packageNames)[number];

/**
 * All resource types of a package.
 *
 * @param platform The platform that registrations go to.
 */
export function resourceTypesOf(name: PackageName, platform: PlatformApi): readonly ResourceType[] {
  switch (name) {
    case 'cloudflare':
      return [
        d1Database,
        r2Bucket,
        r2BucketLifecycle,
        workersScript,
        workersScriptSubdomain,
        workersCustomDomain,
        workersRoute,
        workersCronTrigger,
      ];
    case 'freehold':
      return [databaseMigrations, createAccountRegistration(platform)];
  }
}

/** Whether a string is the name of a package that the provider serves. */
export function isPackageName(name: string | undefined): name is PackageName {
  return packageNames.some((known) => known === name);
}

/** The reported version of a package; for `cloudflare`, that of the SDK with its resource tokens. */
export function packageVersion(name: PackageName): string {
  const require = createRequire(import.meta.url);
  const manifest: unknown = require(
    name === 'cloudflare' ? '@pulumi/cloudflare/package.json' : '../../package.json',
  );
  return String((manifest as { readonly version: unknown }).version);
}
