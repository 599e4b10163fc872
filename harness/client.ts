import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './command.ts';
import type { Factory } from './factory.ts';

export interface HttpAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

export interface OperationAnswer {
  readonly id: string;
  readonly kind: string;
  readonly accountId: string;
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed' | 'stalled';
  readonly steps: readonly {
    readonly name: string;
    readonly status: string;
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly detail?: string;
  }[];
  readonly apiCalls: number;
  readonly reason?: string;
}

export interface AccountAnswer {
  readonly id: string;
  readonly slug: string;
  readonly status: string;
  readonly workerUrl?: string;
  readonly databaseId?: string;
  readonly bucketName?: string;
}

export const ADA = 'ada@harbourvale.example';

/** How much of a log's end an error shows. */
const LOG_CHARACTERS_SHOWN = 6_000;

const terminal = new Set(['succeeded', 'failed', 'stalled']);

/** Runs the project's command line against one factory. */
export function freehold(factory: Factory, ...args: string[]) {
  return runCommand(process.execPath, ['cli/main.ts', ...args], {
    cwd: factory.root,
    env: factory.environment,
  });
}

/** An access token of the local issuer, from `freehold token`. */
export async function tokenFor(
  factory: Factory,
  email: string,
  options: { account?: string; role?: string } = {},
): Promise<string> {
  const args = ['token', '--email', email];
  if (options.account !== undefined) args.push('--account', options.account);
  if (options.role !== undefined) args.push('--role', options.role);
  const result = await freehold(factory, ...args);
  if (result.exitCode !== 0) throw new Error(`freehold token failed: ${result.stderr}`);
  return result.stdout.trim();
}

/** Sends one HTTP request with a JSON body (a string is sent unchanged) and parses the answer if it is JSON. */
export async function request<Body = Record<string, unknown>>(
  url: string,
  options: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<HttpAnswer<Body>> {
  const headers = new Headers(options.headers);
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  const init: RequestInit = { method: options.method ?? 'GET', headers, redirect: 'manual' };
  if (options.body !== undefined) {
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    init.body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
  }
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson && text !== '' ? JSON.parse(text) : {}) as Body,
  };
}

/** Signs a firm up through the platform's public API. */
export function signUp(factory: Factory, token: string, slug: string, name = `Firm ${slug}`) {
  return request<{ account: AccountAnswer; operation: OperationAnswer }>(
    `${factory.endpoints.platform}/v1/accounts`,
    {
      method: 'POST',
      token,
      body: { name, slug },
      headers: { 'idempotency-key': randomUUID() },
    },
  );
}

/** Starts an operation on an account, as an operator. */
export function startOperation(
  factory: Factory,
  operatorToken: string,
  account: string,
  body: { kind: string; confirm?: string },
) {
  return request<{ account: AccountAnswer; operation: OperationAnswer }>(
    `${factory.endpoints.platform}/v1/accounts/${account}/operations`,
    { method: 'POST', token: operatorToken, body, headers: { 'idempotency-key': randomUUID() } },
  );
}

/** Waits until an operation has ended and returns it; throws, with the end of the service's log, when it does not in time. */
export async function operationEnded(
  factory: Factory,
  token: string,
  operationId: string,
  { timeoutMs = 60_000, everyMs = 100 } = {},
): Promise<OperationAnswer> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    const answer = await request<OperationAnswer>(
      `${factory.endpoints.platform}/v1/operations/${operationId}`,
      { token },
    );
    if (answer.status === 200 && terminal.has(answer.body.status)) return answer.body;
    if (Date.now() > deadlineMs) {
      const log = readFileSync(join(factory.home, 'logs/automation.log'), 'utf8').slice(
        -LOG_CHARACTERS_SHOWN,
      );
      throw new Error(`operation ${operationId} has not ended: ${answer.text}; the service said:\n${log}`);
    }
    await sleep(everyMs);
  }
}

/** A call to the local cloud's v4 API. */
export function cloudflare<Result>(
  factory: Factory,
  path: string,
  options: { method?: string; body?: unknown } = {},
) {
  const { cloudflareApi, cloudflareAccountId, cloudflareApiToken } = factory.endpoints;
  return request<{ success: boolean; result: Result }>(
    `${cloudflareApi}/accounts/${cloudflareAccountId}${path}`,
    {
      ...options,
      token: cloudflareApiToken,
      headers: { 'cf-r2-jurisdiction': 'eu' },
    },
  );
}

/** Names of all resources in the local cloud. After an offboarding they are those from before the sign-up. */
export async function cloudInventory(factory: Factory): Promise<Record<string, readonly string[]>> {
  const [databases, buckets, scripts, domains] = await Promise.all([
    cloudflare<{ name: string }[]>(factory, '/d1/database?per_page=1000'),
    cloudflare<{ buckets: { name: string }[] }>(factory, '/r2/buckets'),
    cloudflare<{ id: string }[]>(factory, '/workers/scripts'),
    cloudflare<{ hostname: string }[]>(factory, '/workers/domains'),
  ]);
  return {
    databases: databases.body.result.map((database) => database.name).sort(),
    buckets: buckets.body.result.buckets.map((bucket) => bucket.name).sort(),
    scripts: scripts.body.result.map((script) => script.id).sort(),
    domains: domains.body.result.map((domain) => domain.hostname).sort(),
  };
}
