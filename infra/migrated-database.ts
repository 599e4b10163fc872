import { D1Database } from '@pulumi/cloudflare/d1database.js';
import type * as pulumi from '@pulumi/pulumi';
import { DatabaseMigrations } from './freehold/database-migrations.ts';
import { irreplaceable, timeouts } from './safety.ts';

/** The migrations of one tier as the release has them. */
export interface Migrations {
  /** Absolute path of the folder. */
  readonly directory: string;
  /** Name of each migration to its sha256. */
  readonly checksums: Readonly<Record<string, string>>;
}

export interface MigratedDatabaseArgs {
  readonly cloudflareAccountId: string;
  /** Name of the database in Cloudflare. */
  readonly physicalName: string;
  /** Jurisdiction of the database and its replicas. A change replaces the database. */
  readonly jurisdiction: string;
  readonly migrations: Migrations;
  readonly isOffboarding: boolean;
  /** Id of an existing database to import. Default: none; a new one is created. */
  readonly adoptDatabaseId?: string | undefined;
}

/** A D1 database and its schema, as children `<name>-db` and `<name>-migrations` of a component. */
export function createMigratedDatabase(
  parent: pulumi.ComponentResource,
  name: string,
  args: MigratedDatabaseArgs,
): { readonly database: D1Database; readonly migrations: DatabaseMigrations } {
  const { cloudflareAccountId, adoptDatabaseId } = args;
  const database = new D1Database(
    `${name}-db`,
    {
      accountId: cloudflareAccountId,
      name: args.physicalName,
      jurisdiction: args.jurisdiction,
      // Set explicitly: a program that omits it sends `null` after a refresh, which Cloudflare refuses.
      readReplication: { mode: 'disabled' },
    },
    {
      parent,
      ...irreplaceable(args.isOffboarding),
      // Two databases cannot have the same name.
      deleteBeforeReplace: true,
      replaceOnChanges: ['jurisdiction'],
      customTimeouts: timeouts,
      ...(adoptDatabaseId !== undefined && { import: `${cloudflareAccountId}/${adoptDatabaseId}` }),
    },
  );
  const migrations = new DatabaseMigrations(
    `${name}-migrations`,
    { cloudflareAccountId, databaseId: database.id, ...args.migrations },
    { parent, customTimeouts: timeouts },
  );
  return { database, migrations };
}
