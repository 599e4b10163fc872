import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { knownStanding } from './known-standing.ts';

/** What is answered without a standing: how the Worker is, how the API is used, and the platform's own calls. */
const OPEN = /^\/(?:livez|readyz|openapi\.json|docs)$|^\/(?:docs-assets|internal)\//;

/** Refuses a request with 503 `account-provisioning` until the platform has written the account's standing. */
export async function requireStanding(context: ApiContext<AccountBindings>): Promise<Refusal | undefined> {
  if (OPEN.test(context.url.pathname)) return undefined;
  const standing = await knownStanding(context);
  return isRefusal(standing) ? standing : undefined;
}
