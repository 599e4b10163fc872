import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { Account } from '../accounts/account-view.ts';

/** How long a firm that is being set up waits before it asks again, in seconds. */
const provisioningRetrySeconds = 2;

/** An account that can be reached: it has been registered with its Worker's address. */
type ReachableAccount = Account & { readonly workerUrl: string };

/** Lets requests through to an account that is active, and says to all others why theirs cannot go on. */
export function passGate(account: Account | undefined): ReachableAccount | Refusal {
  switch (account?.status) {
    case undefined:
    case 'offboarded':
      return closed('account-not-found', 404, 'There is no such account', 'No account has this address.');
    case 'provisioning':
      return closed(
        'account-provisioning',
        503,
        'The account is being set up',
        'Try again in a few seconds.',
        {
          'retry-after': String(provisioningRetrySeconds),
        },
      );
    case 'failed':
      return closed(
        'account-not-ready',
        503,
        'The account could not be set up',
        'The operator has to set it up again.',
      );
    case 'suspended':
      return closed(
        'account-suspended',
        403,
        'The account is suspended',
        'Ask the operator of the platform.',
      );
    case 'offboarding':
      return closed(
        'account-offboarding',
        403,
        'The account is being closed',
        'Its data is no longer served.',
      );
    case 'active': {
      const { workerUrl } = account;
      if (workerUrl === undefined)
        throw new Error(`account ${account.id} is active without the address of its Worker`);
      return { ...account, workerUrl };
    }
  }
}

function closed(
  code: string,
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return refuse({ kind: 'own', code, status, title, detail, headers });
}
