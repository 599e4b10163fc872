import { setTimeout as sleep } from 'node:timers/promises';
import { request } from './client.ts';
import type { Factory } from './factory.ts';

/** A fault of the local cloud: a request that matches fails as asked, `times` times. */
export interface Fault {
  readonly match: {
    /** Calls of Cloudflare's API, or requests to Workers at the edge. Default: `api`. */
    readonly at?: 'api' | 'edge';
    /** Default: any. */
    readonly method?: string;
    readonly pathPattern: string;
  };
  readonly effect: 'before' | 'after';
  readonly action: 'status' | 'hang' | 'drop';
  readonly status?: number;
  readonly times: number;
}

/** A fault that has still to strike, `times` times. */
interface PendingFault extends Fault {
  readonly id: number;
}

/** A call of Cloudflare's API, as the local cloud has seen it. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Injects a fault and answers its id, for {@link faultStruck}. */
export async function injectFault(factory: Factory, fault: Fault): Promise<number> {
  const answer = await local(factory, 'POST', '/faults', fault);
  if (answer.status >= 300) throw new Error(`the fault was refused: ${answer.text}`);
  return (answer.body as { result: PendingFault }).result.id;
}

/** Waits until a fault has struck as often as it was to; fails when that takes too long. */
export async function faultStruck(factory: Factory, id: number, { timeoutMs = 30_000 } = {}): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const answer = await local(factory, 'GET', '/faults');
    const fault = (answer.body as { result: readonly PendingFault[] }).result.find((one) => one.id === id);
    if (fault === undefined) return;
    if (Date.now() > deadlineMs) throw new Error(`the fault has not struck: ${JSON.stringify(fault)}`);
    await sleep(10);
  }
}

export async function clearFaults(factory: Factory): Promise<void> {
  await local(factory, 'DELETE', '/faults');
}

/** How many API calls the local cloud has seen so far: where {@link callSeen} starts to look. */
export async function callsSoFar(factory: Factory): Promise<number> {
  return (await callsSince(factory, 0)).total;
}

/** Waits until the local cloud has seen a call that matches, answered or not, after the first `since` calls. */
export async function callSeen(
  factory: Factory,
  method: string,
  pathPattern: RegExp,
  { since = 0, timeoutMs = 30_000 } = {},
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const { calls } = await callsSince(factory, since);
    if (calls.some((call) => call.method === method && pathPattern.test(call.path))) return;
    if (Date.now() > deadlineMs) throw new Error(`no call ${method} ${pathPattern} was seen`);
    await sleep(25);
  }
}

/** The API calls that the local cloud has seen after the first `since` calls. */
export async function callsOf(factory: Factory, { since = 0 } = {}): Promise<readonly ApiCall[]> {
  return (await callsSince(factory, since)).calls;
}

async function callsSince(factory: Factory, since: number) {
  const answer = await local(factory, 'GET', `/calls?since=${since}`);
  return answer.body as { total: number; calls: readonly ApiCall[] };
}

function local(factory: Factory, method: string, path: string, body?: unknown) {
  const { cloudflareApi, cloudflareApiToken } = factory.endpoints;
  return request(`${new URL(cloudflareApi).origin}/__local${path}`, {
    method,
    token: cloudflareApiToken,
    ...(body === undefined ? {} : { body }),
  });
}
