import {
  describePulumiFailure,
  type FailureVerdict,
  judgePulumiFailure,
  type PulumiFailure,
} from '../../engine/runner/pulumi-failure.ts';
import type { AccountStatus } from '../../schema/factory/account-states.ts';

/** Why a stage of an operation did not end well: a failure of Pulumi, or one that the service finds by itself. */
export type OperationFailure =
  | PulumiFailure
  /** The platform did not say how the account is. */
  | { readonly kind: 'platform_unavailable'; readonly slug: string; readonly detail: string }
  /** The platform refuses to say it, now and later. */
  | { readonly kind: 'platform_refused'; readonly slug: string; readonly detail: string }
  /** The platform has no such operation, has another one under this id, or has seen it end. */
  | { readonly kind: 'operation_unknown'; readonly operationId: string; readonly detail: string }
  /** The account is leaving, or has left, since the operation was asked for. */
  | { readonly kind: 'account_departed'; readonly slug: string; readonly status: AccountStatus }
  /** A later operation has given the account another status than this one is for. */
  | {
      readonly kind: 'overtaken';
      readonly slug: string;
      readonly status: AccountStatus;
      readonly expected: AccountStatus;
    }
  /** `confirm` is not the slug of the account. */
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

/** Words a failure for the operator who reads the operation. */
export function describeOperationFailure(failure: OperationFailure): string {
  switch (failure.kind) {
    case 'platform_unavailable':
      return `the platform does not say how account ${failure.slug} is: ${failure.detail}`;
    case 'platform_refused':
      return `the platform refuses to say how account ${failure.slug} is: ${failure.detail}`;
    case 'operation_unknown':
      return `the platform did not ask for operation ${failure.operationId}: ${failure.detail}`;
    case 'account_departed':
      return `account ${failure.slug} is ${failure.status}: nothing is built for it any more`;
    case 'overtaken':
      return `account ${failure.slug} is ${failure.status} and not ${failure.expected}: a later operation changed it`;
    case 'not_confirmed':
      return `this needs "confirm" to be "${failure.slug}"`;
    case 'not_served':
      return `account ${failure.slug} is deployed, but ${failure.url} does not answer as it should: ${failure.detail}. Something may have been deleted at Cloudflare: run freehold account refresh ${failure.slug}, then freehold account up ${failure.slug}`;
    case 'stack_missing':
      return `there is no stack ${failure.stack}: set the account up first`;
    default:
      return describePulumiFailure(failure);
  }
}
