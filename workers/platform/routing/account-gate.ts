import { refuseByStatus } from '../../http/problems/account-problems.ts';
import type { Refusal } from '../../http/problems/refusal.ts';
import type { Account } from '../accounts/account-view.ts';

/** An account that can be reached: it has been registered with its Worker's address. */
export type ReachableAccount = Account & { readonly workerUrl: string };

/** Lets requests through to an account that is served, and says to all others why theirs cannot go on. */
export function passGate(account: Account | undefined): ReachableAccount | Refusal {
  const closed = refuseByStatus(account?.status ?? 'offboarded', account?.statusReason);
  if (closed !== undefined) return closed;
  if (account?.workerUrl === undefined)
    throw new Error(`account ${account?.id} is served without the address of its Worker`);
  return { ...account, workerUrl: account.workerUrl };
}
