/** How far an account is between its sign-up and its end. */
export const accountStatuses = [
  'provisioning',
  'active',
  'suspended',
  'failed',
  'offboarding',
  'offboarded',
] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** What somebody is told who asks for an account that is not served. */
export interface DoorAnswer {
  /** Ends the problem's `type`, in kebab-case. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** When to ask again, in seconds. Default: nothing is said about it. */
  readonly retryAfterSeconds?: number;
}

/** What a status means, for documents, the command line and the doors of the account. */
export type AccountState = {
  readonly means: string;
  /** Whether nothing is built for it any more: it is on its way out, or gone. */
  readonly isLeaving: boolean;
  /** Whether its data is looked after: retention, erasures and seals go on. */
  readonly isMaintained: boolean;
} & (
  | { readonly isServed: true }
  /** Its doors answer every request with the refusal. */
  | { readonly isServed: false; readonly refusal: DoorAnswer }
);

export const accountStates: Readonly<Record<AccountStatus, AccountState>> = {
  provisioning: {
    means: 'It is being set up.',
    isLeaving: false,
    isMaintained: false,
    isServed: false,
    refusal: {
      code: 'account-provisioning',
      status: 503,
      title: 'The account is being set up',
      detail: 'Try again in a few seconds.',
      retryAfterSeconds: 2,
    },
  },
  active: { means: 'Its people work with it.', isLeaving: false, isMaintained: true, isServed: true },
  suspended: {
    means: 'Its data is kept; no requests are served until it is resumed.',
    isLeaving: false,
    isMaintained: true,
    isServed: false,
    refusal: {
      code: 'account-suspended',
      status: 403,
      title: 'The account is suspended',
      detail: 'Ask the operator of the platform.',
    },
  },
  failed: {
    means: 'It could not be set up; an operator sets it up again.',
    isLeaving: false,
    isMaintained: false,
    isServed: false,
    refusal: {
      code: 'account-not-ready',
      status: 503,
      title: 'The account could not be set up',
      detail: 'The operator has to set it up again.',
      retryAfterSeconds: 300,
    },
  },
  offboarding: {
    means: 'It is being deleted; no requests are served.',
    isLeaving: true,
    isMaintained: false,
    isServed: false,
    refusal: {
      code: 'account-offboarding',
      status: 403,
      title: 'The account is being closed',
      detail: 'Its data is no longer served.',
    },
  },
  offboarded: {
    means: 'Nothing is left of it but its row in the registry.',
    isLeaving: true,
    isMaintained: false,
    isServed: false,
    refusal: {
      code: 'account-not-found',
      status: 404,
      title: 'There is no such account',
      detail: 'No account has this address.',
    },
  },
};

/** Statuses in which the account's people are served, and in which its data is looked after. */
export const servedStatuses = accountStatuses.filter((status) => accountStates[status].isServed);
export const maintainedStatuses = accountStatuses.filter((status) => accountStates[status].isMaintained);

/** The status that nothing follows: its slug is free again, and nothing is registered for it. */
export const goneStatus = 'offboarded' satisfies AccountStatus;

/** A change of status: from any of these to that one. */
export interface StatusChange {
  readonly from: readonly AccountStatus[];
  readonly to: AccountStatus;
}

/** What becomes of the status when the account's stack registers where the account is: it can be reached from now on. */
export const registrationChange: StatusChange = { from: ['provisioning', 'failed'], to: 'active' };

/** What becomes of it when the stack takes the registration away: the data is still there and goes after this. */
export const deregistrationChange: StatusChange = {
  from: ['provisioning', 'active', 'suspended', 'failed'],
  to: 'offboarding',
};
