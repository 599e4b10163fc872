import { cloudflare } from '../harness/client.ts';
import type { Factory } from '../harness/factory.ts';

/** More requests per period than any benchmark sends. */
const REQUESTS_MAX = 1_000_000;

interface Binding {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * Raises the rate limit of an account for a benchmark. The Worker still counts requests; only the limit of its binding
 * is different.
 */
export async function liftRateLimit(factory: Factory, accountId: string): Promise<void> {
  const { cloudflareApi, cloudflareAccountId, cloudflareApiToken } = factory.endpoints;
  const path = `/workers/scripts/fh-${accountId}/settings`;
  const { body } = await cloudflare<{ bindings: readonly Binding[] }>(factory, path);
  const bindings = body.result.bindings.map((binding) =>
    binding.type === 'ratelimit' ? { ...binding, simple: { limit: REQUESTS_MAX, period: 10 } } : binding,
  );
  const form = new FormData();
  form.set('settings', new Blob([JSON.stringify({ bindings })], { type: 'application/json' }));
  const changed = await fetch(`${cloudflareApi}/accounts/${cloudflareAccountId}${path}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${cloudflareApiToken}` },
    body: form,
  });
  if (!changed.ok)
    throw new Error(`the rate limit of ${accountId} could not be raised: ${await changed.text()}`);
}
