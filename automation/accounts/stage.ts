import type { AccountStatus } from '../../schema/factory/account-states.ts';
import type { OperationRequest, OperationStep } from '../../schema/factory/operation-messages.ts';
import type { Timeline } from '../progress/timeline.ts';
import type { OperationFailure } from './operation-failure.ts';

/** Progress of an operation: what its journal keeps between two stages. */
export interface Progress {
  readonly steps: readonly OperationStep[];
  /** Calls to Cloudflare's API so far. */
  readonly apiCalls: number;
  /** Revision of the last report to the platform. */
  readonly revision: number;
}

/** How one attempt at a stage ended. A plain value, because the journal stores it. */
export type StageOutcome =
  | { readonly kind: 'succeeded'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly failure: OperationFailure; readonly progress: Progress };

/** The input of a stage. */
export interface StageContext {
  /** The platform's current version of the request. */
  readonly request: OperationRequest;
  /** The account's status when this attempt began. */
  readonly accountStatus: AccountStatus;
  /** From 1. */
  readonly attempt: number;
  readonly timeline: Timeline;
  /** Reports a change of the timeline to the platform. */
  readonly changed: () => void;
}

/** The result of a stage. `interrupted`: the service is stopping, and the next service repeats the stage. */
export type StageResult =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: OperationFailure }
  | { readonly kind: 'interrupted' };

/** A part of an operation that is repeated as a whole, and must be safe to repeat. */
export interface Stage {
  readonly name: string;
  run(context: StageContext): Promise<StageResult>;
}
