import type * as pulumi from '@pulumi/pulumi';

/**
 * Options of a resource with data that cannot be recreated.
 *
 * Pulumi refuses to delete or replace it, and retains it when it is removed from the program. Offboarding lifts this,
 * so that a destroy deletes it. The service lifts the protection in the state instead, so that an account whose
 * program fails can be offboarded: `docs/decisions/0010`.
 */
export function irreplaceable(isOffboarding: boolean): pulumi.CustomResourceOptions {
  return { protect: !isOffboarding, retainOnDelete: !isOffboarding };
}

/** Limits the retries of a call to Cloudflare, so that an operation ends during a long outage. */
export const timeouts: pulumi.CustomTimeouts = { create: '3m', update: '3m', delete: '3m' };
