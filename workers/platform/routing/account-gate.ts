import { accountStates, goneStatus } from '../../../schema/factory/account-states.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { Account } from '../accounts/account-view.ts';

/** An account that can be reached: it has been registered with its Worker's address. */
type ReachableAccount = Account & { readonly workerUrl: string };

/** Lets requests through to an account that is served, and says to all others why theirs cannot go on. */
export function passGate(account: Account | undefined): ReachableAccount | Refusal {
  const state = accountStates[account?.status ?? goneStatus];
  if (!state.isServed) {
    const { code, status, title, detail, retryAfterSeconds } = state.refusal;
    const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
    return refuse({ kind: 'own', code, status, title, detail, headers });
  }
  if (account?.workerUrl === undefined)
    throw new Error(`account ${account?.id} is served without the address of its Worker`);
  return { ...account, workerUrl: account.workerUrl };
}
