import * as v from 'valibot';
import { line } from '../model/fields.ts';
import type { AccountStatus, StatusChange } from './account-states.ts';

/** How an operation can stand. The last three are ends: nothing changes after them. */
export const operationStatuses = ['queued', 'running', 'succeeded', 'failed', 'stalled'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

/** Statuses after which nothing changes any more. `stalled` was given up after its last attempt. */
export const endedStatuses = ['succeeded', 'failed', 'stalled'] as const;
export type EndedStatus = (typeof endedStatuses)[number];

/** Whether an operation with this status has ended. */
export function hasEnded(status: OperationStatus): status is EndedStatus {
  return endedStatuses.some((ended) => ended === status);
}

/**
 * Who goes first when calls to Cloudflare's API are scarce: people who wait, then work on accounts in use, then
 * work that nobody waits for.
 */
export const apiPriorities = ['person', 'fleet', 'background'] as const;
export type ApiPriority = (typeof apiPriorities)[number];

/** What the factory knows of one kind of operation. */
export interface OperationKindDefinition {
  /** What it does, as a sentence for documents and help. */
  readonly describes: string;
  /** The kind's own fields of a request, next to `kind` and `confirm`. */
  readonly input: v.ObjectEntries;
  /** Whether the request repeats the account's slug in `confirm`, because what it does cannot be undone. */
  readonly needsConfirmation: boolean;
  readonly priority: ApiPriority;
  /** Statuses of the account in which it may be asked for. */
  readonly startableFrom: readonly AccountStatus[];
  /**
   * A status that it takes back, as long as the account is still registered: more has been lost after that.
   * Default: none.
   */
  readonly reverses?: AccountStatus;
  /** What becomes of the account's status when the operation is accepted, and when it ends. */
  readonly changes: Readonly<Partial<Record<'accepted' | EndedStatus, StatusChange>>>;
  /** Whether it builds for an account that is leaving or gone. Default false: it is refused when its turn comes. */
  readonly isForLeaving?: boolean;
}

/**
 * Every kind of operation. A new one is an entry here and a file of stages in `automation/accounts/`; who may start it,
 * what it takes and what it does to the account's status follow from the entry everywhere.
 */
export const operationKinds = {
  provision: {
    describes: 'Sets the account up: database, bucket, Worker and registration.',
    input: {},
    needsConfirmation: false,
    priority: 'person',
    startableFrom: ['provisioning', 'failed'],
    changes: {
      accepted: { from: ['failed'], to: 'provisioning' },
      // Success is not among them: the registration, the last resource of the stack, makes the account active, and a
      // report that arrives late must not undo what has happened to it since.
      failed: { from: ['provisioning'], to: 'failed' },
      stalled: { from: ['provisioning'], to: 'failed' },
    },
  },
  upgrade: {
    describes: 'Brings the account to the current release.',
    input: {},
    needsConfirmation: false,
    priority: 'fleet',
    startableFrom: ['active', 'suspended'],
    reverses: 'offboarding',
    changes: { accepted: { from: ['offboarding'], to: 'active' } },
  },
  refresh: {
    describes: "Reads the account's resources from Cloudflare into its stack.",
    input: {},
    needsConfirmation: false,
    priority: 'background',
    startableFrom: ['active', 'suspended', 'failed'],
    changes: {},
  },
  offboard: {
    describes: 'Deletes everything the account has, for good.',
    input: {},
    needsConfirmation: true,
    priority: 'background',
    startableFrom: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
    isForLeaving: true,
    changes: {
      // At once, not when it begins: whatever waits before it must learn that there is no account to build any more.
      accepted: { from: ['provisioning', 'active', 'suspended', 'failed'], to: 'offboarding' },
      // An offboarding that fails leaves the account `offboarding`, so that it can be asked for again.
      succeeded: {
        from: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
        to: 'offboarded',
      },
    },
  },
} as const satisfies Readonly<Record<string, OperationKindDefinition>>;

/** Name of a kind of operation. */
export type OperationKind = keyof typeof operationKinds;
export const operationKindNames = Object.keys(operationKinds) as [OperationKind, ...OperationKind[]];

/** What the factory knows of a kind of operation. */
export function operationKindOf(kind: OperationKind): OperationKindDefinition {
  return operationKinds[kind];
}

/** What an operation is asked for with, as its row keeps it: the kind's own fields, and the confirmation. */
export function operationInput(kind: OperationKind) {
  const { input, needsConfirmation } = operationKindOf(kind);
  const entries: v.ObjectEntries = needsConfirmation ? { ...input, confirm: line(63) } : input;
  return v.strictObject(entries);
}
