import { R2Bucket } from '@pulumi/cloudflare/r2bucket.js';
import { WorkersCustomDomain } from '@pulumi/cloudflare/workersCustomDomain.js';
import * as pulumi from '@pulumi/pulumi';
import { accountBindings } from '../bindings.ts';
import { type Bundle, releaseOf } from '../bundle.ts';
import { createBundledWorker } from '../bundled-worker.ts';
import { AccountRegistration } from '../freehold/account-registration.ts';
import { createMigratedDatabase, type Migrations } from '../migrated-database.ts';
import { jurisdiction } from '../residency.ts';
import { irreplaceable, timeouts } from '../safety.ts';

export interface AccountStackArgs {
  /** Id of the account's row, `acc-…`. Everything in Cloudflare is named after it, never after the firm. */
  readonly accountId: string;
  /** Cloudflare account that holds it all. */
  readonly cloudflareAccountId: string;
  /** Public JWK of the platform, as JSON text, by which the Worker knows the platform's calls. */
  readonly platformPublicKey: string;
  /** Zone that people's browsers use. */
  readonly zoneName: string;
  /** Zone with one host for each account's Worker. */
  readonly accountsZoneId: string;
  readonly accountsZoneName: string;
  /** D1 database with the registry. */
  readonly platformDatabaseId: string;
  readonly bundle: Bundle;
  readonly migrations: Migrations;
  /** How the Worker is deployed. */
  readonly placement: string;
  /** Lifts the protection, so that a destroy may take everything away. Default false. */
  readonly isOffboarding?: boolean;
  /** Id of a database that an update made and could not record. Default: none, a new one is made. */
  readonly adoptDatabaseId?: string | undefined;
  /** Whether such an update has left a bucket. Default false, a new one is made. */
  readonly adoptBucket?: boolean;
}

/**
 * Everything that one firm has: its own database, bucket and Worker, shared with no other, and its line in
 * the registry.
 *
 * The line comes last, so that an account is active only when all the rest is there.
 */
export class AccountStack extends pulumi.ComponentResource {
  /** D1 database id (UUID). */
  readonly databaseId: pulumi.Output<string>;
  readonly bucketName: pulumi.Output<string>;
  readonly scriptName: pulumi.Output<string>;
  /** Where the Worker answers. */
  readonly workerUrl: pulumi.Output<string>;
  /** Name of the last applied migration. */
  readonly latestMigration: pulumi.Output<string>;

  constructor(name: string, args: AccountStackArgs, opts?: pulumi.ComponentResourceOptions) {
    super('factory:account:AccountStack', name, {}, opts);
    const { accountId, cloudflareAccountId, isOffboarding = false } = args;
    const physicalName = `fh-${accountId}`;

    const { database, migrations } = createMigratedDatabase(this, name, {
      cloudflareAccountId,
      physicalName,
      migrations: args.migrations,
      isOffboarding,
      adoptDatabaseId: args.adoptDatabaseId,
    });

    const bucket = new R2Bucket(
      `${name}-documents`,
      { accountId: cloudflareAccountId, name: physicalName, jurisdiction },
      {
        parent: this,
        ...irreplaceable(isOffboarding),
        deleteBeforeReplace: true,
        // Each jurisdiction is a namespace of its own; an update in place would reach into the other one.
        replaceOnChanges: ['jurisdiction'],
        customTimeouts: timeouts,
        ...(args.adoptBucket && { import: `${cloudflareAccountId}/${physicalName}/${jurisdiction}` }),
      },
    );

    const { script, subdomain } = createBundledWorker(this, name, {
      cloudflareAccountId,
      physicalName,
      bundle: args.bundle,
      bindings: accountBindings({ ...args, databaseId: database.id, bucketName: bucket.name }),
      dependsOn: [migrations],
    });

    const domain = new WorkersCustomDomain(
      `${name}-domain`,
      {
        accountId: cloudflareAccountId,
        hostname: `${accountId}.${args.accountsZoneName}`,
        service: script.scriptName,
        zoneId: args.accountsZoneId,
      },
      { parent: this, deleteBeforeReplace: true, customTimeouts: timeouts },
    );

    const workerUrl = pulumi.interpolate`https://${domain.hostname}`;
    new AccountRegistration(
      `${name}-registration`,
      {
        cloudflareAccountId,
        platformDatabaseId: args.platformDatabaseId,
        accountId,
        workerUrl,
        scriptName: script.scriptName,
        databaseId: database.id,
        bucketName: bucket.name,
        placement: args.placement,
        release: releaseOf(args.bundle),
      },
      {
        parent: this,
        dependsOn: [subdomain],
        ...irreplaceable(isOffboarding),
        deleteBeforeReplace: true,
        customTimeouts: timeouts,
      },
    );

    this.databaseId = database.id;
    this.bucketName = bucket.name;
    this.scriptName = script.scriptName;
    this.workerUrl = workerUrl;
    this.latestMigration = migrations.latest;
    this.registerOutputs({
      databaseId: this.databaseId,
      bucketName: this.bucketName,
      scriptName: this.scriptName,
      workerUrl: this.workerUrl,
      latestMigration: this.latestMigration,
    });
  }
}
