import {
  describePulumiFailure,
  type FailureVerdict,
  judgePulumiFailure,
  type PulumiFailure,
} from '../../engine/runner/pulumi-failure.ts';
import type { AccountStatus } from '../../schema/factory/account-states.ts';

/** Why a stage of an operation failed: a failure of Pulumi, or one that the service itself finds. */
export type OperationFailure =
  | PulumiFailure
  /** The platform did not respond. */
  | { readonly kind: 'platform_unavailable'; readonly slug: string; readonly detail: string }
  /** The platform refuses the request; a retry does not change that. */
  | { readonly kind: 'platform_refused'; readonly slug: string; readonly detail: string }
  /** The platform has no such operation, has another one with this id, or has stored its end. */
  | { readonly kind: 'operation_unknown'; readonly operationId: string; readonly detail: string }
  /** The account is offboarding or offboarded since the operation was requested. */
  | { readonly kind: 'account_departed'; readonly slug: string; readonly status: AccountStatus }
  /** A later operation has changed the status that this one sets. */
  | {
      readonly kind: 'overtaken';
      readonly slug: string;
      readonly status: AccountStatus;
      readonly expected: AccountStatus;
    }
  /** `confirm` is not the account's slug. */
  | { readonly kind: 'not_confirmed'; readonly slug: string }
  /** The account does not answer where people reach it. */
  | {
      readonly kind: 'not_served';
      readonly slug: string;
      readonly url: string;
      readonly detail: string;
      /** Whether it may answer later: a new host name takes a while to be known, and a platform that is away comes back. */
      readonly mayPass: boolean;
    }
  /** There is no stack to work on. */
  | { readonly kind: 'stack_missing'; readonly stack: string };

/** Decides what a failure means for its operation. */
export function judgeOperationFailure(failure: OperationFailure): FailureVerdict {
  switch (failure.kind) {
    case 'platform_unavailable':
      return 'retry';
    case 'not_served':
      return failure.mayPass ? 'retry' : 'fail';
    case 'platform_refused':
    case 'operation_unknown':
    case 'account_departed':
    case 'overtaken':
    case 'not_confirmed':
    case 'stack_missing':
      return 'fail';
    default:
      return judgePulumiFailure(failure);
  }
}

/** Describes a failure for the operator who reads the operation. */
export function describeOperationFailure(failure: OperationFailure): string {
  switch (failure.kind) {
    case 'platform_unavailable':
      return `the platform could not be asked about account ${failure.slug}: ${failure.detail}`;
    case 'platform_refused':
      return `the platform refuses requests about account ${failure.slug}: ${failure.detail}`;
    case 'operation_unknown':
      return `the platform did not request operation ${failure.operationId}: ${failure.detail}`;
    case 'account_departed':
      return `account ${failure.slug} is ${failure.status}: no more resources are created for it`;
    case 'overtaken':
      return `account ${failure.slug} is ${failure.status}, not ${failure.expected}: a later operation changed it`;
    case 'not_confirmed':
      return `"confirm" must be "${failure.slug}"`;
    case 'not_served':
      return `account ${failure.slug} is deployed, but ${failure.url} does not answer as it should: ${failure.detail}. Something may have been deleted at Cloudflare: run freehold account refresh ${failure.slug}, then freehold account up ${failure.slug}`;
    case 'stack_missing':
      return `stack ${failure.stack} does not exist: provision the account first`;
    default:
      return describePulumiFailure(failure);
  }
}
