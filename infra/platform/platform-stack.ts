import { WorkersCronTrigger } from '@pulumi/cloudflare/workersCronTrigger.js';
import { WorkersCustomDomain } from '@pulumi/cloudflare/workersCustomDomain.js';
import { WorkersRoute } from '@pulumi/cloudflare/workersRoute.js';
import * as pulumi from '@pulumi/pulumi';
import { firmsRoute, physicalName, platformStackName } from '../../schema/factory/names.ts';
import { platformBindings } from '../bindings.ts';
import type { Bundle } from '../bundle.ts';
import { createBundledWorker } from '../bundled-worker.ts';
import { createMigratedDatabase, type Migrations } from '../migrated-database.ts';
import { jurisdictionOf, platformRegion } from '../residency.ts';
import { timeouts } from '../safety.ts';

export interface PlatformStackArgs {
  /** Cloudflare account that holds the platform. */
  readonly cloudflareAccountId: string;
  /** Issuer of the access tokens, as in their `iss`. */
  readonly issuer: string;
  /** Zone that people's browsers use: the platform answers at its apex and at every `<slug>.<zone>`. */
  readonly zoneId: string;
  readonly zoneName: string;
  /** Zone with one host for each account's Worker. */
  readonly accountsZoneName: string;
  /** Base URL of the automation service. */
  readonly automationUrl: string;
  /** Secret that the platform and the automation service sign their requests with. */
  readonly automationSecret: pulumi.Input<string>;
  /** Private JWK, as JSON text, that the platform signs its calls to the accounts with. */
  readonly platformSigningKey: pulumi.Input<string>;
  /** Name of the release that the bundle, the migrations and the compatibility settings are of. */
  readonly release: string;
  readonly bundle: Bundle;
  readonly migrations: Migrations;
  /** `YYYY-MM-DD`. */
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  /** Id of a database that an update made and could not record. Default: none, a new one is made. */
  readonly adoptDatabaseId?: string | undefined;
  /** Id of a route that an update made and could not record. Default: none, a new one is made. */
  readonly adoptRouteId?: string | undefined;
}

/**
 * How often the platform looks for sign-ups that the automation service has not heard of, and for accounts whose
 * maintenance is due: every minute, the shortest there is.
 */
const outboxSchedule = '* * * * *';

/**
 * What all firms share: the registry, the Worker that signs them up and leads to them, and its hosts. No
 * firm's data.
 */
export class PlatformStack extends pulumi.ComponentResource {
  /** D1 database id (UUID) of the registry. */
  readonly databaseId: pulumi.Output<string>;
  /** Where the platform answers. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: PlatformStackArgs, opts?: pulumi.ComponentResourceOptions) {
    super('factory:platform:PlatformStack', name, {}, opts);
    const { cloudflareAccountId } = args;
    const platformName = physicalName(platformStackName);

    const { database, migrations } = createMigratedDatabase(this, name, {
      cloudflareAccountId,
      physicalName: platformName,
      jurisdiction: jurisdictionOf(platformRegion),
      migrations: args.migrations,
      isOffboarding: false,
      adoptDatabaseId: args.adoptDatabaseId,
    });

    const { script } = createBundledWorker(this, name, {
      cloudflareAccountId,
      physicalName: platformName,
      bundle: args.bundle,
      compatibilityDate: args.compatibilityDate,
      compatibilityFlags: args.compatibilityFlags,
      bindings: platformBindings({ ...args, databaseId: database.id }),
      dependsOn: [migrations],
    });

    const domain = new WorkersCustomDomain(
      `${name}-domain`,
      {
        accountId: cloudflareAccountId,
        hostname: args.zoneName,
        service: script.scriptName,
        zoneId: args.zoneId,
      },
      { parent: this, deleteBeforeReplace: true, customTimeouts: timeouts },
    );

    new WorkersRoute(
      `${name}-route`,
      { zoneId: args.zoneId, pattern: firmsRoute(args.zoneName), script: script.scriptName },
      {
        parent: this,
        deleteBeforeReplace: true,
        customTimeouts: timeouts,
        ...(args.adoptRouteId !== undefined && { import: `${args.zoneId}/${args.adoptRouteId}` }),
      },
    );

    new WorkersCronTrigger(
      `${name}-outbox`,
      {
        accountId: cloudflareAccountId,
        scriptName: script.scriptName,
        schedules: [{ cron: outboxSchedule }],
      },
      { parent: this, deleteBeforeReplace: true, customTimeouts: timeouts },
    );

    this.databaseId = database.id;
    this.url = pulumi.interpolate`https://${domain.hostname}`;
    this.registerOutputs({ databaseId: this.databaseId, url: this.url });
  }
}
