import { busyPorts } from '../../supervisor/ports.ts';
import type { Endpoints } from '../../system/home/endpoints.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** The longest that a check waits for an answer, in milliseconds. */
export const TIMEOUT_MS = 5_000;
export const RESTART = 'stop the factory and start it again: npm start';

/** Whether the ports of the next start are free. Checked only while no factory is running. */
export async function checkPorts(home: FreeholdHome): Promise<Finding> {
  const busy = await busyPorts(home);
  if (busy.length === 0) return ok('ports', 'free');
  const list = busy.map(({ name, port }) => `${name} ${port}`).join(', ');
  return warn(
    'ports',
    `in use by another program: ${list}`,
    'nothing: the next start uses other ports and names them',
  );
}

/** Whether each part of a running factory answers. */
export function checkEndpoints(endpoints: Endpoints): Promise<Finding[]> {
  const probes = {
    platform: `${endpoints.platform}/readyz`,
    automation: `${endpoints.automation}/readyz`,
    'sign-in server': `${endpoints.issuer}/.well-known/openid-configuration`,
  };
  return Promise.all(Object.entries(probes).map(([name, url]) => probe(name, url)));
}

async function probe(name: string, url: string): Promise<Finding> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    if (response.ok) return ok(name, url);
    return fail(name, `${url} answers HTTP ${response.status}`, `freehold logs shows why; then ${RESTART}`);
  } catch {
    return fail(name, `${url} does not answer`, RESTART);
  }
}

/** Whether Cloudflare's API, real or local, accepts the token. */
export async function checkCloudflareToken(endpoints: Endpoints): Promise<Finding> {
  const url = `${endpoints.cloudflareApi}/user/tokens/verify`;
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${endpoints.cloudflareApiToken}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.json()) as { result?: { status?: string } };
    const status = answer.result?.status ?? `HTTP ${response.status}`;
    if (response.ok && status === 'active')
      return ok('cloudflare token', `active at ${endpoints.cloudflareApi}`);
    return fail(
      'cloudflare token',
      `${status} at ${endpoints.cloudflareApi}`,
      'create a new token at Cloudflare',
    );
  } catch {
    return fail('cloudflare token', `${url} does not answer`, RESTART);
  }
}
