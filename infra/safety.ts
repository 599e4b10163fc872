import type * as pulumi from '@pulumi/pulumi';

/**
 * Options of a resource that holds what cannot be made again.
 *
 * Pulumi refuses to delete or replace it, and lets go of it rather than delete it when it leaves the program,
 * until the account is being offboarded: only then may a destroy take it away. The service lifts the protection in the
 * state instead, so that an account whose program fails can leave: `docs/decisions/0010`.
 */
export function irreplaceable(isOffboarding: boolean): pulumi.CustomResourceOptions {
  return { protect: !isOffboarding, retainOnDelete: !isOffboarding };
}

/** Bounds the retries of a call to Cloudflare, so that an operation ends where an outage does not. */
export const timeouts: pulumi.CustomTimeouts = { create: '3m', update: '3m', delete: '3m' };
