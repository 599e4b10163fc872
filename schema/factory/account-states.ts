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

/** What each status means, for documents, the command line and the doors of the account. */
export const accountStates: Readonly<
  Record<
    AccountStatus,
    {
      readonly isServed: boolean;
      /** Whether its data is looked after: retention, erasures and seals go on. */
      readonly isMaintained: boolean;
      readonly means: string;
    }
  >
> = {
  provisioning: { isServed: false, isMaintained: false, means: 'It is being set up.' },
  active: { isServed: true, isMaintained: true, means: 'Its people work with it.' },
  suspended: {
    isServed: false,
    isMaintained: true,
    means: 'Its data is kept, no requests are served until it is resumed.',
  },
  failed: {
    isServed: false,
    isMaintained: false,
    means: 'It could not be set up; an operator sets it up again.',
  },
  offboarding: {
    isServed: false,
    isMaintained: false,
    means: 'It is being deleted; no requests are served.',
  },
  offboarded: {
    isServed: false,
    isMaintained: false,
    means: 'Nothing is left of it but its row in the registry.',
  },
};

/** Statuses in which the account's people are served, and in which its data is looked after. */
export const servedStatuses = accountStatuses.filter((status) => accountStates[status].isServed);
export const maintainedStatuses = accountStatuses.filter((status) => accountStates[status].isMaintained);

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
