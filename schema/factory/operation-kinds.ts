import * as v from 'valibot';
import { atMost, line } from '../model/fields.ts';
import type { AccountStatus, StatusChange } from './account-states.ts';
import { releaseNameLength, releaseNamePattern } from './names.ts';
import type { EndedStatus } from './operation-states.ts';

/**
 * Who goes first when calls to Cloudflare's API are scarce: people who wait, then work on accounts in use, then
 * work that nobody waits for.
 */
export const apiPriorities = ['person', 'fleet', 'background'] as const;
export type ApiPriority = (typeof apiPriorities)[number];

/** Something that happens to an operation and may change the status of its account. */
export type StatusEvent = 'accepted' | EndedStatus;

/** What the factory knows of one kind of operation. */
export interface OperationKindDefinition {
  /** What it does, as a sentence for documents and help. */
  readonly describes: string;
  /** The command of `freehold account` that asks for it. Kinds that share one are told apart by the account's status. */
  readonly command: string;
  /**
   * The kind's own fields of a request, next to `kind` and `confirm`, each with a description for people. A field
   * `reason` is shown on the account as long as it has the status that the operation gave it.
   */
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
  readonly changes: Readonly<Partial<Record<StatusEvent, StatusChange>>>;
  /**
   * Whether it works on an account that is leaving or gone, and alone: nothing else may be asked for before it has
   * ended. Default false: it is refused when the account has left by the time its turn comes.
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
 * start it, what it takes and what it does to the account's status follow from the entry everywhere.
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
      // Success is not among them: the registration, the last resource of the stack, makes the account active, and a
      // report that arrives late must not undo what has happened to it since.
      failed: { from: ['provisioning'], to: 'failed' },
      stalled: { from: ['provisioning'], to: 'failed' },
    },
  },
  upgrade: {
    describes:
      'Brings the account to a release. Takes back an offboarding that failed, while the account is registered.',
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
    input: { reason: v.pipe(line(500), v.description("Why, for the firm's people.")) },
    needsConfirmation: false,
    priority: 'person',
    startableFrom: ['active'],
    // At once: a suspension must not wait for an upgrade that is under way.
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
    describes: 'Deletes everything the account has, for good.',
    command: 'destroy',
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

/** A table of kinds: the factory's own, or one that a test has added to. */
export type OperationKinds = Readonly<Record<OperationKind, OperationKindDefinition>>;

/** The kind that a sign-up asks for: it makes the account. */
export const signUpKind: OperationKind = 'provision';

/** The kind that brings an account to another release. */
export const releaseKind = 'upgrade' satisfies OperationKind;

/** The kind that finds out what has changed at Cloudflare, so that the next deployment makes again what is missing. */
export const inspectionKind = 'refresh' satisfies OperationKind;

/** The names of a table of kinds. */
export function kindNamesOf(kinds: OperationKinds): [OperationKind, ...OperationKind[]] {
  return Object.keys(kinds) as [OperationKind, ...OperationKind[]];
}

export const operationKindNames = kindNamesOf(operationKinds);

/** What an operation is asked for with, as its row keeps it: the kind's own fields, and the confirmation. */
export function operationInput({ input, needsConfirmation }: OperationKindDefinition) {
  const entries: v.ObjectEntries = needsConfirmation ? { ...input, confirm: confirmation } : input;
  return v.strictObject(entries);
}

const confirmation = v.pipe(line(63), v.description('The slug of the account, typed once more.'));

/** The fields of every kind's input together, each optional: which of them a kind takes, `operationInput` says. */
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
