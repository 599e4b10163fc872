import * as pulumi from '@pulumi/pulumi';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';

/** What the registry is to say of an account. */
export interface AccountRegistrationArgs {
  /** Id of the account's row. A change replaces the resource. */
  readonly accountId: pulumi.Input<string>;
  /** Where the account's Worker answers, such as `https://acc-….accounts.example`. */
  readonly workerUrl: pulumi.Input<string>;
  readonly scriptName: pulumi.Input<string>;
  /** Id of the account's D1 database. */
  readonly databaseId: pulumi.Input<string>;
  readonly bucketName: pulumi.Input<string>;
  /** How the Worker is deployed. */
  readonly placement: pulumi.Input<string>;
  /** Which Cloudflare account of the operator holds the account. */
  readonly cell: pulumi.Input<string>;
  /** Release that the stack has deployed. */
  readonly release: pulumi.Input<string>;
}

/**
 * What the registry says of where an account is and what runs there. Signed requests to the platform, whose address and
 * secret the provider takes from its environment: `FREEHOLD_PLATFORM_URL` and `FREEHOLD_PLATFORM_SECRET`.
 *
 * The platform makes an account active that was being set up, or could not be. Fails when the registry has no such
 * account. Deleting the resource makes the account unreachable, and `offboarding` until nothing of it is left.
 */
export class AccountRegistration extends pulumi.CustomResource {
  /** Status of the account after the registration, such as `active`. */
  declare readonly status: pulumi.Output<string>;

  constructor(name: string, args: AccountRegistrationArgs, opts?: pulumi.CustomResourceOptions) {
    super(accountRegistrationToken, name, { ...args, status: undefined }, opts);
  }
}
