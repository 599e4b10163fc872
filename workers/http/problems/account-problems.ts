import {
  type AccountStatus,
  accountStates,
  type DoorAnswer,
} from '../../../schema/factory/account-states.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * The refusal of requests to an account with this status, by the platform and by the account's own Worker alike.
 *
 * @param reason The reason on the account's row, for the people of the firm. Default: the text of the status.
 * @returns undefined when the account is served.
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

/** 503: the response of an account until the platform has written its standing. */
export const notSetUp = refusalOf('provisioning');

function refusalOf(status: AccountStatus): Refusal {
  const refusal = refuseByStatus(status);
  if (refusal === undefined) throw new Error(`an account with the status ${status} is served`);
  return refusal;
}

/** 421: the routing epoch of the request is not the account's. Only the platform sends one, and retries. */
export const misdirected = refuse({
  kind: 'own',
  code: 'misdirected',
  status: 421,
  title: 'The account has moved',
  detail: 'The request came over an outdated route. Send it to the public address of the account.',
});

/** 503: the platform and the account do not agree yet on the account's route. */
export const moving = refuse({
  kind: 'own',
  code: 'account-moving',
  status: 503,
  title: 'The account is being moved',
  detail: 'Nothing was changed. Try again in a few seconds.',
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
 * @param things What is counted, in the plural: `users, including invited ones`.
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
