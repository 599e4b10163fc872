import * as pulumi from '@pulumi/pulumi';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';

/** The registration of an account. */
export interface AccountRegistrationArgs {
  /** Id of the account's row. A change replaces the resource. */
  readonly accountId: pulumi.Input<string>;
  /** URL of the account's Worker, such as `https://acc-….accounts.example`. */
  readonly workerUrl: pulumi.Input<string>;
  readonly scriptName: pulumi.Input<string>;
  /** Id of the account's D1 database. */
  readonly databaseId: pulumi.Input<string>;
  readonly bucketName: pulumi.Input<string>;
  /** How the Worker is deployed. */
  readonly placement: pulumi.Input<string>;
  /** The operator's Cloudflare account that holds the account. */
  readonly cell: pulumi.Input<string>;
  /** Release that the stack has deployed. */
  readonly release: pulumi.Input<string>;
}

/**
 * Registers where an account is and what it runs, by signed requests to the platform. The provider reads the
 * platform's address and secret from its environment: `FREEHOLD_PLATFORM_URL` and `FREEHOLD_PLATFORM_SECRET`.
 *
 * An account whose provisioning was running or failed becomes active. Fails when the registry has no such account.
 * Deleting the resource makes the account unreachable and `offboarding` until its resources are deleted.
 */
export class AccountRegistration extends pulumi.CustomResource {
  /** Status of the account after the registration, such as `active`. */
  declare readonly status: pulumi.Output<string>;

  constructor(name: string, args: AccountRegistrationArgs, opts?: pulumi.CustomResourceOptions) {
    super(accountRegistrationToken, name, { ...args, status: undefined }, opts);
  }
}
