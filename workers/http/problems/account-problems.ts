import type { AccountStatus } from '../../../schema/factory/account-states.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What is said at the doors of an account that is not served. */
interface ClosedDoor {
  /** Ends the problem's `type`. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** Said where the account's row gives no reason of its own. */
  readonly detail: string;
  /** How long to wait before the next try. Default: another try is of no use. */
  readonly retryAfterSeconds?: number;
}

const provisioning: ClosedDoor = {
  code: 'account-provisioning',
  status: 503,
  title: 'The account is being set up',
  detail: 'Try again in a few seconds.',
  retryAfterSeconds: 2,
};

/** One entry for each status, so that the platform's doors and the account's own host say the same. */
const doors: Readonly<Record<AccountStatus, ClosedDoor | 'open'>> = {
  provisioning,
  active: 'open',
  suspended: {
    code: 'account-suspended',
    status: 403,
    title: 'The account is suspended',
    detail: 'Ask the operator of the platform.',
  },
  failed: {
    code: 'account-not-ready',
    status: 503,
    title: 'The account could not be set up',
    detail: 'The operator has to set it up again.',
    retryAfterSeconds: 300,
  },
  offboarding: {
    code: 'account-offboarding',
    status: 403,
    title: 'The account is being closed',
    detail: 'Its data is no longer served.',
  },
  offboarded: {
    code: 'account-not-found',
    status: 404,
    title: 'There is no such account',
    detail: 'No account has this address.',
  },
};

/**
 * Why an account with this status takes no requests.
 *
 * @param reason What its row says of it, for the firm's people. Default: the words of the status.
 * @returns Undefined when it takes them.
 */
export function refuseByStatus(status: AccountStatus, reason?: string): Refusal | undefined {
  const door = doors[status];
  return door === 'open' ? undefined : toRefusal(door, reason);
}

function toRefusal({ retryAfterSeconds, detail, ...problem }: ClosedDoor, reason = detail): Refusal {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return refuse({ kind: 'own', ...problem, detail: reason, headers });
}

/** What an account says to everybody that does not know its standing yet. */
export const notSetUp = toRefusal(provisioning);

/** The problems of `refuseByStatus()`, for the OpenAPI document. */
export const statusProblems = Object.values(doors).flatMap((door) =>
  door === 'open' ? [] : [{ code: door.code, status: door.status }],
);

/** 421: the request came with a routing epoch that is not the account's. Only the platform sends one, and asks again. */
export const misdirected = refuse({
  kind: 'own',
  code: 'misdirected',
  status: 421,
  title: 'The account has moved',
  detail: 'The request came by a route that is out of date. Send it to the public address of the account.',
});

/** 503: the platform and the account do not agree yet where the account is. */
export const moving = refuse({
  kind: 'own',
  code: 'account-moving',
  status: 503,
  title: 'The account is being moved',
  detail: 'Nothing was done. Try again in a few seconds.',
  headers: { 'retry-after': '2' },
});

/** 403: the account is not served in the country that the request comes from. */
export const countryRefused = refuse({
  kind: 'own',
  code: 'country-not-served',
  status: 403,
  title: 'The account is not served in your country',
  detail: 'Ask the operator of the platform.',
});

/**
 * 409: the plan of the firm allows no more of something.
 *
 * @param things In the plural, and what is counted: `users, invited and active ones together`.
 */
export function planLimitProblem(things: string, plan: string, max: number) {
  return {
    kind: 'own',
    code: 'plan-limit-reached',
    status: 409,
    title: 'The plan allows no more',
    detail: `The plan ${plan} allows ${max} ${things}. Free one first, or ask the operator for a larger plan.`,
    members: { plan, max },
  } as const;
}
