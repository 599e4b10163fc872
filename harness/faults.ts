import { setTimeout as sleep } from 'node:timers/promises';
import { request } from './client.ts';

/** A fault of the local cloud: the next `times` calls that match fail. */
export interface Fault {
  readonly match: { readonly method: string; readonly pathPattern: string };
  readonly effect: 'before' | 'after';
  /** `drop` closes the connection before the answer, `cut` in the middle of it. */
  readonly action: 'status' | 'hang' | 'drop' | 'cut';
  readonly status?: number;
  /** Of an answer with a `status`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly times: number;
}

/** Address and token of a local cloud: that of a factory, or one that a test has started. */
export interface LocalCloud {
  readonly endpoints: { readonly cloudflareApi: string; readonly cloudflareApiToken: string };
}

interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export async function injectFault(cloud: LocalCloud, fault: Fault): Promise<void> {
  const answer = await local(cloud, 'POST', '/faults', fault);
  if (answer.status >= 300) throw new Error(`the fault was refused: ${answer.text}`);
}

export async function clearFaults(cloud: LocalCloud): Promise<void> {
  await local(cloud, 'DELETE', '/faults');
}

/** Number of API calls to the local cloud so far, for `since` of {@link callSeen}. */
export async function callsSoFar(cloud: LocalCloud): Promise<number> {
  return (await callsSince(cloud, 0)).total;
}

/** Waits for a call to the local cloud that matches, after the first `since` calls. It may be unanswered. */
export async function callSeen(
  cloud: LocalCloud,
  method: string,
  pathPattern: RegExp,
  { since = 0, timeoutMs = 30_000 } = {},
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const { calls } = await callsSince(cloud, since);
    if (calls.some((call) => call.method === method && pathPattern.test(call.path))) return;
    if (Date.now() > deadlineMs) throw new Error(`no call ${method} ${pathPattern} was seen`);
    await sleep(25);
  }
}

async function callsSince(cloud: LocalCloud, since: number) {
  const answer = await local(cloud, 'GET', `/calls?since=${since}`);
  return answer.body as { total: number; calls: readonly ApiCall[] };
}

function local(cloud: LocalCloud, method: string, path: string, body?: unknown) {
  const { cloudflareApi, cloudflareApiToken } = cloud.endpoints;
  return request(`${new URL(cloudflareApi).origin}/__local${path}`, {
    method,
    token: cloudflareApiToken,
    ...(body === undefined ? {} : { body }),
  });
}
