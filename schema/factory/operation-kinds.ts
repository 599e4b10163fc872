import * as v from 'valibot';
import { atMost, line } from '../model/fields.ts';
import type { AccountStatus, StatusChange } from './account-states.ts';
import { releaseNameLength, releaseNamePattern } from './names.ts';
import type { EndedStatus } from './operation-states.ts';

/**
 * Order of access when calls to Cloudflare's API are scarce: first work that a person waits for, then work on accounts
 * in use, then work that can wait.
 */
export const apiPriorities = ['person', 'fleet', 'background'] as const;
export type ApiPriority = (typeof apiPriorities)[number];

/** An event of an operation that may change the status of its account. */
export type StatusEvent = 'accepted' | EndedStatus;

/** Definition of one kind of operation. */
export interface OperationKindDefinition {
  /** What it does, as a sentence for documents and help. */
  readonly describes: string;
  /**
   * The command of `freehold account` that requests it. The account's status selects among kinds that share a command.
   */
  readonly command: string;
  /**
   * The kind's own fields of a request, in addition to `kind` and `confirm`, each with a description for users. A field
   * `reason` is shown on the account while it has the status that the operation set.
   */
  readonly input: v.ObjectEntries;
  /** Whether the request must repeat the account's slug in `confirm`, because the operation cannot be undone. */
  readonly needsConfirmation: boolean;
  readonly priority: ApiPriority;
  /** Statuses of the account in which it may be requested. */
  readonly startableFrom: readonly AccountStatus[];
  /**
   * A status that it reverses while the account is still registered; after that, too much is deleted. Default: none.
   */
  readonly reverses?: AccountStatus;
  /** How the account's status changes when the operation is accepted, and when it ends. */
  readonly changes: Readonly<Partial<Record<StatusEvent, StatusChange>>>;
  /**
   * Whether it works on an account that is being deleted. No other operation may be requested until it has ended.
   * Default false: the operation fails when the account is being deleted, or is deleted, by the time its turn comes.
   */
  readonly isForLeaving?: boolean;
}

const release = v.pipe(
  v.optional(
    v.pipe(
      v.string(),
      atMost(releaseNameLength),
      v.regex(releaseNamePattern, 'must be the name of a release, 16 hex digits'),
    ),
  ),
  v.description('Name of the release. Default: the current one of the factory.'),
);

/**
 * Every kind of operation. A new one is an entry here and a file `<kind>-stages.ts` in `automation/accounts/`; who may
 * start it, its input and its effect on the account's status are derived from the entry everywhere.
 */
export const operationKinds = {
  provision: {
    describes: 'Sets the account up: database, bucket, Worker and registration.',
    command: 'up',
    input: { release },
    needsConfirmation: false,
    priority: 'person',
    startableFrom: ['provisioning', 'failed'],
    changes: {
      accepted: { from: ['failed'], to: 'provisioning' },
      // There is no change for success: the registration, the last resource of the stack, makes the account active, and
      // a late report must not undo a later change.
      failed: { from: ['provisioning'], to: 'failed' },
      stalled: { from: ['provisioning'], to: 'failed' },
    },
  },
  upgrade: {
    describes: 'Deploys a release. Reverses a failed offboarding while the account is registered.',
    command: 'up',
    input: { release },
    needsConfirmation: false,
    priority: 'fleet',
    startableFrom: ['active', 'suspended'],
    reverses: 'offboarding',
    changes: { accepted: { from: ['offboarding'], to: 'active' } },
  },
  refresh: {
    describes: "Reads the account's resources from Cloudflare into its stack.",
    command: 'refresh',
    input: {},
    needsConfirmation: false,
    priority: 'background',
    startableFrom: ['active', 'suspended', 'failed'],
    changes: {},
  },
  suspend: {
    describes: 'Stops serving the account. Its data is kept.',
    command: 'suspend',
    input: { reason: v.pipe(line(500), v.description('The reason, shown to the firm’s users.')) },
    needsConfirmation: false,
    priority: 'person',
    startableFrom: ['active'],
    // At acceptance: a suspension must not wait for an active upgrade.
    changes: { accepted: { from: ['active'], to: 'suspended' } },
  },
  resume: {
    describes: 'Serves a suspended account again.',
    command: 'resume',
    input: {},
    needsConfirmation: false,
    priority: 'person',
    startableFrom: ['suspended'],
    changes: { accepted: { from: ['suspended'], to: 'active' } },
  },
  offboard: {
    describes: 'Deletes all resources and data of the account permanently.',
    command: 'destroy',
    input: {},
    needsConfirmation: true,
    priority: 'background',
    startableFrom: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
    isForLeaving: true,
    changes: {
      // At acceptance, not at its start: operations that wait before it must not create resources any more.
      accepted: { from: ['provisioning', 'active', 'suspended', 'failed'], to: 'offboarding' },
      // After a failed offboarding the account stays `offboarding`, so that it can be requested again.
      succeeded: {
        from: ['provisioning', 'active', 'suspended', 'failed', 'offboarding'],
        to: 'offboarded',
      },
    },
  },
} as const satisfies Readonly<Record<string, OperationKindDefinition>>;

/** Name of a kind of operation. */
export type OperationKind = keyof typeof operationKinds;

/** A table of kinds: the factory's own, or one that a test has extended. */
export type OperationKinds = Readonly<Record<OperationKind, OperationKindDefinition>>;

/** The kind that a sign-up requests: it creates the account. */
export const signUpKind: OperationKind = 'provision';

/** The kind that deploys another release of an account. */
export const releaseKind = 'upgrade' satisfies OperationKind;

/** The kind that finds out what has changed at Cloudflare, so that the next deployment makes again what is missing. */
export const inspectionKind = 'refresh' satisfies OperationKind;

/** The names of a table of kinds. */
export function kindNamesOf(kinds: OperationKinds): [OperationKind, ...OperationKind[]] {
  return Object.keys(kinds) as [OperationKind, ...OperationKind[]];
}

export const operationKindNames = kindNamesOf(operationKinds);

/** Input of an operation as its row stores it: the kind's own fields and the confirmation. */
export function operationInput({ input, needsConfirmation }: OperationKindDefinition) {
  const entries: v.ObjectEntries = needsConfirmation ? { ...input, confirm: confirmation } : input;
  return v.strictObject(entries);
}

const confirmation = v.pipe(line(63), v.description('The slug of the account, as a confirmation.'));

/** The input fields of all kinds, each optional; `operationInput` defines the fields of one kind. */
export const anyOperationInput = v.strictObject(
  Object.fromEntries(
    operationKindNames.flatMap((kind) =>
      Object.entries(operationInput(operationKinds[kind]).entries).map(([name, field]) => [
        name,
        v.optional(field),
      ]),
    ),
  ),
);
