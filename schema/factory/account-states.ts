/** Stages of an account from its sign-up to its end. */
export const accountStatuses = [
  'provisioning',
  'active',
  'suspended',
  'failed',
  'offboarding',
  'offboarded',
] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** The response to a request for an account that is not served. */
export interface DoorAnswer {
  /** Last part of the problem's `type`, in kebab-case. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Value of `Retry-After`, in seconds. Default: the header is omitted. */
  readonly retryAfterSeconds?: number;
}

/** What a status means, for documents, the command line, and the hosts that serve the account. */
export type AccountState = {
  readonly means: string;
  /** Whether the account is being deleted or is deleted: no more resources are created for it. */
  readonly isLeaving: boolean;
  /** Whether its data is maintained: retention, erasures and audit seals continue. */
  readonly isMaintained: boolean;
} & (
  | { readonly isServed: true }
  /** Every request is answered with this refusal. */
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
  active: { means: 'It is in use.', isLeaving: false, isMaintained: true, isServed: true },
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
    means: 'Its set-up failed; an operator has to repeat it.',
    isLeaving: false,
    isMaintained: false,
    isServed: false,
    refusal: {
      code: 'account-not-ready',
      status: 503,
      title: 'The set-up of the account failed',
      detail: 'The operator of the platform has to repeat it.',
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
    means: 'Everything except its row in the registry is deleted.',
    isLeaving: true,
    isMaintained: false,
    isServed: false,
    refusal: {
      code: 'account-not-found',
      status: 404,
      title: 'The account does not exist',
      detail: 'No account has this address.',
    },
  },
};

/** Statuses in which the account is served, and statuses in which its data is maintained. */
export const servedStatuses = accountStatuses.filter((status) => accountStates[status].isServed);
export const maintainedStatuses = accountStatuses.filter((status) => accountStates[status].isMaintained);

/** The final status: the slug is free again, and no resource is registered. */
export const goneStatus = 'offboarded' satisfies AccountStatus;

/** A change of status, from any of the first to the second. */
export interface StatusChange {
  readonly from: readonly AccountStatus[];
  readonly to: AccountStatus;
}

/** The change when the account's stack registers its address: from now on the account can be reached. */
export const registrationChange: StatusChange = { from: ['provisioning', 'failed'], to: 'active' };

/** The change when the stack removes the registration, which happens before the data is deleted. */
export const deregistrationChange: StatusChange = {
  from: ['provisioning', 'active', 'suspended', 'failed'],
  to: 'offboarding',
};
