import type { Standing } from '../../../schema/factory/standing.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { notSetUp } from '../../http/problems/account-problems.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { selectStanding, toStanding } from './standing-row.ts';

// What this isolate read last, by account. It serves to verify a token before D1 is asked; the standing that lets a
// request through is the one that its own batch reads.
const known = new Map<string, Standing>();

type Context = Pick<ApiContext<AccountBindings>, 'bindings' | 'database'>;

/** Remembers the standing that was read or written last. */
export function rememberStanding({ bindings }: Pick<Context, 'bindings'>, standing: Standing): void {
  known.set(bindings.ACCOUNT_ID, standing);
}

/**
 * The standing that this isolate knows: one round trip in the life of an isolate, or one for each request until the
 * platform has written a standing.
 *
 * @returns 503 `account-provisioning` while there is none.
 */
export async function knownStanding(context: Context): Promise<Standing | Refusal> {
  return known.get(context.bindings.ACCOUNT_ID) ?? (await readStanding(context));
}

/** Reads the standing in a separate round trip; 503 `account-provisioning` when there is none. */
export async function readStanding(context: Context): Promise<Standing | Refusal> {
  const found = await context.database.batch([selectStanding]);
  if (isRefusal(found)) return found;
  const [row] = found[0];
  if (row === undefined) return notSetUp;
  const standing = toStanding(row);
  rememberStanding(context, standing);
  return standing;
}
