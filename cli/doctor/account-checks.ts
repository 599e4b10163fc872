import pLimit from 'p-limit';
import { describeFailure } from '../client/failure.ts';
import { listAccounts, type ShownAccount } from '../client/platform.ts';
import { connect, type RunningFactory } from '../connect.ts';
import { RESTART, TIMEOUT_MS } from './factory-checks.ts';
import { type Finding, fail, ok } from './finding.ts';

/** Accounts that are called at the same time. */
const CALLS_MAX = 8;

/**
 * Whether a person can sign in and the platform accepts the token (keys, issuer, audience and database at once), and
 * whether every active account answers where its people reach it. One finding for each account that does not.
 */
export async function checkAccounts(factory: RunningFactory): Promise<readonly Finding[]> {
  let accounts: readonly ShownAccount[];
  try {
    accounts = await listAccounts(connect(factory), 'active');
  } catch (error) {
    return [fail('sign-in', describeFailure(error) ?? String(error), RESTART)];
  }
  const many = (count: number) => `${count} active account${count === 1 ? '' : 's'}`;
  const signIn = ok('sign-in', `the operator can read ${many(accounts.length)}`);
  const limit = pLimit(CALLS_MAX);
  const checked = await limit.map([...accounts], ({ slug }) => checkAccount(factory, slug));
  const silent = checked.filter((finding) => finding !== undefined);
  if (silent.length > 0) return [signIn, ...silent];
  return accounts.length === 0
    ? [signIn]
    : [signIn, ok('accounts', `${many(accounts.length)} can be reached`)];
}

/** Undefined when the account answers. */
async function checkAccount({ endpoints }: RunningFactory, slug: string): Promise<Finding | undefined> {
  const url = `${endpoints.platform}/a/${slug}/readyz`;
  const silent = (detail: string) =>
    fail(
      `account ${slug}`,
      `${url} ${detail}`,
      `freehold account up ${slug} --refresh creates again what was deleted at Cloudflare`,
    );
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response.ok ? undefined : silent(`answers HTTP ${response.status}`);
  } catch {
    return silent('does not answer');
  }
}
