import { R2Bucket } from '@pulumi/cloudflare/r2bucket.js';
import * as pulumi from '@pulumi/pulumi';
import { physicalName } from '../../schema/factory/names.ts';
import type { Placement, Region } from '../../schema/factory/settings.ts';
import { accountBindings } from '../bindings.ts';
import type { Bundle } from '../bundle.ts';
import { AccountRegistration } from '../freehold/account-registration.ts';
import { createMigratedDatabase, type Migrations } from '../migrated-database.ts';
import { placements } from '../placements/placements.ts';
import { jurisdictionOf } from '../residency.ts';
import { irreplaceable, timeouts } from '../safety.ts';

export interface AccountStackArgs {
  /** Id of the account's row, `acc-…`. Everything in Cloudflare is named after it, never after the firm. */
  readonly accountId: string;
  /** Cloudflare account of all resources. */
  readonly cloudflareAccountId: string;
  /** Public JWK of the platform, as JSON text, by which the Worker knows the platform's calls. */
  readonly platformPublicKey: string;
  /** Zone that people's browsers use. */
  readonly zoneName: string;
  /** Zone with one host for each account's Worker. */
  readonly accountsZoneId: string;
  readonly accountsZoneName: string;
  /** Name of the release that the bundle, the migrations and the compatibility settings are of. */
  readonly release: string;
  readonly bundle: Bundle;
  readonly migrations: Migrations;
  /** `YYYY-MM-DD`. */
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  /** Where the data rests. A change would replace database and bucket, and their protection refuses it. */
  readonly region: Region;
  /** How the Worker is deployed. */
  readonly placement: Placement;
  /** Which Cloudflare account of the operator holds the account. */
  readonly cell: string;
  /** Lifts the protection, so that a destroy may delete everything. Default false. */
  readonly isOffboarding?: boolean;
  /** Id of a database that an update made and could not record. Default: none, a new one is made. */
  readonly adoptDatabaseId?: string | undefined;
  /** Whether such an update has left a bucket. Default false, a new one is made. */
  readonly adoptBucket?: boolean;
}

/**
 * The resources of one firm: a database, a bucket and a Worker that no other firm shares, and the entry in the registry.
 *
 * The entry comes last, so that an account is active only once all the rest exists.
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
    const ownName = physicalName(accountId);
    const jurisdiction = jurisdictionOf(args.region);

    const { database, migrations } = createMigratedDatabase(this, name, {
      cloudflareAccountId,
      physicalName: ownName,
      jurisdiction,
      migrations: args.migrations,
      isOffboarding,
      adoptDatabaseId: args.adoptDatabaseId,
    });

    const bucket = new R2Bucket(
      `${name}-documents`,
      { accountId: cloudflareAccountId, name: ownName, jurisdiction },
      {
        parent: this,
        ...irreplaceable(isOffboarding),
        deleteBeforeReplace: true,
        // Each jurisdiction is a separate namespace: an update in place would address a bucket in the other one.
        replaceOnChanges: ['jurisdiction'],
        customTimeouts: timeouts,
        ...(args.adoptBucket && { import: `${cloudflareAccountId}/${ownName}/${jurisdiction}` }),
      },
    );

    const { scriptName, workerUrl, isReady } = placements[args.placement](this, name, {
      ...args,
      physicalName: ownName,
      bindings: accountBindings({ ...args, jurisdiction, databaseId: database.id, bucketName: bucket.name }),
      dependsOn: [migrations],
    });

    new AccountRegistration(
      `${name}-registration`,
      {
        accountId,
        workerUrl,
        scriptName,
        databaseId: database.id,
        bucketName: bucket.name,
        placement: args.placement,
        cell: args.cell,
        release: args.release,
      },
      {
        parent: this,
        dependsOn: [...isReady],
        ...irreplaceable(isOffboarding),
        deleteBeforeReplace: true,
        customTimeouts: timeouts,
      },
    );

    this.databaseId = database.id;
    this.bucketName = bucket.name;
    this.scriptName = scriptName;
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
