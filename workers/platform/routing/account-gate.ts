import { refuseByStatus } from '../../http/problems/account-problems.ts';
import type { Refusal } from '../../http/problems/refusal.ts';
import type { Account } from '../accounts/account-view.ts';

/** An account that can be reached: its Worker's URL is registered. */
export type ReachableAccount = Account & { readonly workerUrl: string };

/** Accepts requests for an account that is served, and refuses all others with the reason. */
export function passGate(account: Account | undefined): ReachableAccount | Refusal {
  const closed = refuseByStatus(account?.status ?? 'offboarded', account?.statusReason);
  if (closed !== undefined) return closed;
  if (account?.workerUrl === undefined)
    throw new Error(`account ${account?.id} is served without the address of its Worker`);
  return { ...account, workerUrl: account.workerUrl };
}
