import * as pulumi from '@pulumi/pulumi';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';

/** Which row of the registry is to say what about where an account is. */
export interface AccountRegistrationArgs {
  /** Cloudflare account that holds the platform's database. A change replaces the resource. */
  readonly cloudflareAccountId: pulumi.Input<string>;
  /** D1 database with the registry. A change replaces the resource. */
  readonly platformDatabaseId: pulumi.Input<string>;
  /** Id of the account's row. A change replaces the resource. */
  readonly accountId: pulumi.Input<string>;
  /** Where the account's Worker answers, such as `https://acc-….accounts.example`. */
  readonly workerUrl: pulumi.Input<string>;
  readonly scriptName: pulumi.Input<string>;
  /** Id of the account's D1 database. */
  readonly databaseId: pulumi.Input<string>;
  readonly bucketName: pulumi.Input<string>;
  /** How the Worker is deployed. Default `script`. */
  readonly placement?: pulumi.Input<string>;
  /** Which Cloudflare account of the operator holds the account. Default `default`. */
  readonly cell?: pulumi.Input<string>;
  /** Release of the account's code. It is stored when the row is written; a new one alone costs no call. */
  readonly release?: pulumi.Input<string>;
}

/**
 * The line in the registry that makes an account reachable, and active if it was being provisioned.
 *
 * Fails when the registry has no such row. Deleting the resource makes the account unreachable, and
 * `offboarding` until nothing of it is left.
 */
export class AccountRegistration extends pulumi.CustomResource {
  /** Status of the account after the registration, such as `active`. */
  declare readonly status: pulumi.Output<string>;

  constructor(name: string, args: AccountRegistrationArgs, opts?: pulumi.CustomResourceOptions) {
    super(accountRegistrationToken, name, { ...args, status: undefined }, opts);
  }
}
