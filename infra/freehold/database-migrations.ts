import * as pulumi from '@pulumi/pulumi';
import { databaseMigrationsToken } from '../../schema/factory/resource-tokens.ts';

/** A database and its migrations. */
export interface DatabaseMigrationsArgs {
  /** Cloudflare account that holds the database. A change replaces the resource. */
  readonly cloudflareAccountId: pulumi.Input<string>;
  /** Id of the D1 database. A change replaces the resource. */
  readonly databaseId: pulumi.Input<string>;
  /** Absolute path of the folder with the files `0001_name.sql`. A change of the path alone is not a change. */
  readonly directory: pulumi.Input<string>;
  /**
   * Name of each migration, without `.sql`, to the sha256 of its text in hex. The SQL is not stored in the state.
   */
  readonly checksums: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
}

/**
 * The schema of a D1 database, maintained by migrations. Each is applied once, as one transaction.
 *
 * A migration that was edited after it was applied is refused by name, even in a preview. Deleting the resource leaves
 * the schema as it is.
 */
export class DatabaseMigrations extends pulumi.CustomResource {
  /** Names of the applied migrations, oldest first. */
  declare readonly applied: pulumi.Output<readonly string[]>;
  /** Name of the last applied migration, or empty. */
  declare readonly latest: pulumi.Output<string>;

  constructor(name: string, args: DatabaseMigrationsArgs, opts?: pulumi.CustomResourceOptions) {
    super(databaseMigrationsToken, name, { ...args, applied: undefined, latest: undefined }, opts);
  }
}
