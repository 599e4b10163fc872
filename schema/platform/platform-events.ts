import {
  type AccountStatus,
  accountStatuses,
  goneStatus,
  registrationChange,
} from '../factory/account-states.ts';

/** What the platform reports to webhook endpoints. */
export const platformEventTypes = [
  'account.provisioned',
  'account.failed',
  'account.suspended',
  'account.resumed',
  'account.upgraded',
  'account.offboarded',
  'release.created',
] as const;
export type PlatformEventType = (typeof platformEventTypes)[number];

/** What an endpoint can ask for: single types, all types about accounts or releases, or everything. */
export const platformEventFilters = [...platformEventTypes, 'account.*', 'release.*', '*'] as const;

/** An event that a change of an account's status causes. */
export interface StatusEventRule {
  readonly type: PlatformEventType;
  readonly from: readonly AccountStatus[];
  readonly to: AccountStatus;
}

const anyStatusBut = (status: AccountStatus) => accountStatuses.filter((other) => other !== status);

/**
 * Changes of status that are events. The start of an operation is not one: an account that is `offboarding` may still
 * return, and then counts as resumed.
 */
export const statusEvents: readonly StatusEventRule[] = [
  { type: 'account.provisioned', ...registrationChange },
  { type: 'account.resumed', from: ['suspended', 'offboarding'], to: 'active' },
  { type: 'account.failed', from: anyStatusBut('failed'), to: 'failed' },
  { type: 'account.suspended', from: anyStatusBut('suspended'), to: 'suspended' },
  { type: 'account.offboarded', from: anyStatusBut(goneStatus), to: goneStatus },
];
