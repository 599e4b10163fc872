import type { AccountStatus } from '../../schema/factory/account-states.ts';
import type { OperationRequest, OperationStep } from '../../schema/factory/operation-messages.ts';
import type { Timeline } from '../progress/timeline.ts';
import type { OperationFailure } from './operation-failure.ts';

/** How far an operation has come: what its journal keeps between two stages. */
export interface Progress {
  readonly steps: readonly OperationStep[];
  /** Calls to Cloudflare's API so far. */
  readonly apiCalls: number;
  /** Revision of the last report to the platform. */
  readonly revision: number;
}

/** How one attempt at a stage ended. A plain value, since it is written to the journal. */
export type StageOutcome =
  | { readonly kind: 'succeeded'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly failure: OperationFailure; readonly progress: Progress };

/** What a stage works with. */
export interface StageContext {
  /** As the platform has it. */
  readonly request: OperationRequest;
  /** The account's status when this attempt began. */
  readonly accountStatus: AccountStatus;
  /** From 1. */
  readonly attempt: number;
  readonly timeline: Timeline;
  /** Tells the platform about a change of the timeline. */
  readonly changed: () => void;
}

/** What a stage says when it is over. `interrupted`: the service is stopping, and the next one repeats the stage. */
export type StageResult =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: OperationFailure }
  | { readonly kind: 'interrupted' };

/** A part of an operation that is repeated as a whole. It must do no harm when it is. */
export interface Stage {
  readonly name: string;
  run(context: StageContext): Promise<StageResult>;
}
