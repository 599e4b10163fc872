import { setTimeout as sleep } from 'node:timers/promises';
import { request } from './client.ts';
import type { Factory } from './factory.ts';

/** A fault of the local cloud: a call that matches fails as asked, `times` times. */
export interface Fault {
  readonly match: { readonly method: string; readonly pathPattern: string };
  readonly effect: 'before' | 'after';
  readonly action: 'status' | 'hang' | 'drop';
  readonly status?: number;
  readonly times: number;
}

export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export async function injectFault(factory: Factory, fault: Fault): Promise<void> {
  const answer = await local(factory, 'POST', '/faults', fault);
  if (answer.status >= 300) throw new Error(`the fault was refused: ${answer.text}`);
}

export async function clearFaults(factory: Factory): Promise<void> {
  await local(factory, 'DELETE', '/faults');
}

/** Waits until the local cloud has seen a call that matches, answered or not. */
export async function callSeen(factory: Factory, method: string, pathPattern: RegExp, timeoutMs = 30_000) {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const answer = await request<{ calls: ApiCall[] }>(
      `${new URL(factory.endpoints.cloudflareApi).origin}/__local/calls`,
      { token: factory.endpoints.cloudflareApiToken },
    );
    if (answer.body.calls.some((call) => call.method === method && pathPattern.test(call.path))) return;
    if (Date.now() > deadlineMs) throw new Error(`no call ${method} ${pathPattern} was seen`);
    await sleep(25);
  }
}

function local(factory: Factory, method: string, path: string, body?: unknown) {
  const { cloudflareApi, cloudflareApiToken } = factory.endpoints;
  return request(`${new URL(cloudflareApi).origin}/__local${path}`, {
    method,
    token: cloudflareApiToken,
    ...(body === undefined ? {} : { body }),
  });
}
