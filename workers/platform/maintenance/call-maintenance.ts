import * as v from 'valibot';
import { accountAudience } from '../../../schema/factory/bindings.ts';
import { signPlatformToken } from '../../http/identity/platform-token.ts';
import type { Account } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';

/** Timeout of a call, in milliseconds: the account's own budget, and time to finish what it has started. */
const CALL_TIMEOUT_MS = 40_000;

const answer = v.object({ nextInSeconds: v.pipe(v.number(), v.minValue(0)) });

/** The result of a call. */
export type CallOutcome =
  | { readonly kind: 'called'; readonly nextInMs: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks an account's Worker to run its maintenance. Never rejects: an unreachable account is called again later. */
export async function callMaintenance(
  bindings: PlatformBindings,
  account: Account,
  nowMs: number,
): Promise<CallOutcome> {
  const outcome = await call(bindings, account, nowMs).catch((error: unknown) =>
    failed(error instanceof Error ? error.name : typeof error),
  );
  if (outcome.kind === 'failed') {
    const { reason } = outcome;
    console.error(
      JSON.stringify({ level: 'error', event: 'maintenance_failed', accountId: account.id, reason }),
    );
  }
  return outcome;
}

async function call(bindings: PlatformBindings, account: Account, nowMs: number): Promise<CallOutcome> {
  if (account.workerUrl === undefined) return failed('no address');
  const token = await signPlatformToken({
    signingKey: bindings.PLATFORM_SIGNING_KEY,
    audience: accountAudience(account.id),
    nowMs,
  });
  const response = await fetch(new URL('/internal/v1/maintenance', account.workerUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    return failed(`status ${response.status}`);
  }
  const read = v.safeParse(answer, await response.json());
  return read.success
    ? { kind: 'called', nextInMs: read.output.nextInSeconds * 1000 }
    : failed('unexpected response');
}

function failed(reason: string): CallOutcome {
  return { kind: 'failed', reason };
}
