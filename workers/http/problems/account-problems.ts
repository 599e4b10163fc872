import {
  type AccountStatus,
  accountStates,
  type DoorAnswer,
} from '../../../schema/factory/account-states.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Why an account with this status takes no requests: the same at the platform's doors and at the account's own host.
 *
 * @param reason What its row says of it, for the firm's people. Default: the words of the status.
 * @returns Undefined when it takes them.
 */
export function refuseByStatus(status: AccountStatus, reason?: string): Refusal | undefined {
  const state = accountStates[status];
  return state.isServed ? undefined : toRefusal(state.refusal, reason);
}

function toRefusal({ retryAfterSeconds, detail, ...problem }: DoorAnswer, reason = detail): Refusal {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return refuse({ kind: 'own', ...problem, detail: reason, headers });
}

/** The problems of `refuseByStatus()`, for the OpenAPI document. */
export const statusProblems = Object.values(accountStates).flatMap((state) =>
  state.isServed ? [] : [{ code: state.refusal.code, status: state.refusal.status }],
);

/** 503: what an account says to everybody before the platform has told it its standing. */
export const notSetUp = refusalOf('provisioning');

function refusalOf(status: AccountStatus): Refusal {
  const refusal = refuseByStatus(status);
  if (refusal === undefined) throw new Error(`an account that is ${status} takes requests`);
  return refusal;
}

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
 * 409: the limit of the firm's plan is reached.
 *
 * @param things In the plural, and what is counted: `users, invited and active ones together`.
 */
export function planLimitProblem(things: string, plan: string, max: number) {
  return {
    kind: 'own',
    code: 'plan-limit-reached',
    status: 409,
    title: 'The limit of the plan is reached',
    detail: `The plan ${plan} allows ${max} ${things}. Remove one first, or ask the operator for a larger plan.`,
    members: { plan, max },
  } as const;
}
