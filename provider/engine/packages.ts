import { createRequire } from 'node:module';
import { d1Database } from '../cloudflare/d1-database.ts';
import { r2Bucket } from '../cloudflare/r2-bucket.ts';
import { r2BucketLifecycle } from '../cloudflare/r2-bucket-lifecycle.ts';
import { workersCronTrigger } from '../cloudflare/workers-cron-trigger.ts';
import { workersCustomDomain } from '../cloudflare/workers-custom-domain.ts';
import { workersRoute } from '../cloudflare/workers-route.ts';
import { workersScript } from '../cloudflare/workers-script.ts';
import { workersScriptSubdomain } from '../cloudflare/workers-script-subdomain.ts';
import { accountRegistration } from '../freehold/account-registration.ts';
import { databaseMigrations } from '../freehold/database-migrations.ts';
import type { ResourceType } from './resource-type.ts';

/** The Pulumi packages that this room serves. */
export type PackageName = 'cloudflare' | 'freehold';

/** Every resource type, by package. To add one, write its file and name it here. */
export const packages: { readonly [name in PackageName]: readonly ResourceType[] } = {
  cloudflare: [
    d1Database,
    r2Bucket,
    r2BucketLifecycle,
    workersScript,
    workersScriptSubdomain,
    workersCustomDomain,
    workersRoute,
    workersCronTrigger,
  ],
  freehold: [databaseMigrations, accountRegistration],
};

/** Asks whether a string names a package of this room. */
export function isPackageName(name: string | undefined): name is PackageName {
  return name !== undefined && Object.hasOwn(packages, name);
}

/** The version a package says it has: for `cloudflare` that of the SDK whose tokens it serves. */
export function packageVersion(name: PackageName): string {
  const require = createRequire(import.meta.url);
  const manifest: unknown = require(
    name === 'cloudflare' ? '@pulumi/cloudflare/package.json' : '../../package.json',
  );
  return String((manifest as { readonly version: unknown }).version);
}
