import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Cloud, startCloud } from './cloud.ts';
import type { CloudConfig } from './config.ts';

/** A local cloud for one test file, with a client for its API. */
export interface TestCloud extends Cloud {
  readonly config: CloudConfig;
  /** Calls the API below `/client/v4`; `{account}` in the path is replaced by the account id. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ) => Promise<CloudAnswer>;
  /** Uploads a script with one module. */
  readonly upload: (name: string, code: string, metadata?: Record<string, unknown>) => Promise<CloudAnswer>;
  /** Makes the next call to the API that matches fail. */
  readonly failNext: (method: string, pathPattern: string, failure: CallFailure) => Promise<void>;
  /** Removes the faults that have not been used. */
  readonly clearFaults: () => Promise<void>;
  /** Stops the cloud and removes its folder. */
  readonly remove: () => Promise<void>;
}

/** How a call fails. `drop` and `cut` close the connection before the answer or in the middle of it. */
export interface CallFailure {
  readonly effect: 'before' | 'after';
  readonly action: 'status' | 'hang' | 'drop' | 'cut';
  /** Default 500, for the action `status`. */
  readonly status?: number;
  /** Headers of the answer, for the action `status`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of the API: its status and its envelope. */
export interface CloudAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on the parts of an envelope that they name
  readonly body: any;
}

const accountId = '0123456789abcdef0123456789abcdef';
const apiToken = 'test-token-of-the-local-cloud-0123456789abcdef';

/** The configuration of a cloud in a new temporary folder, with any free ports and the usual zones. */
export function testConfig(directory = mkdtempSync(path.join(tmpdir(), 'local-cloud-'))): CloudConfig {
  return {
    directory,
    apiPort: 0,
    edgePort: 0,
    issuerPort: 0,
    accountId,
    apiToken,
    zoneName: 'freehold.localhost',
    accountsZoneName: 'freehold-accounts.localhost',
    issuerSecret: 'test-secret-of-the-issuer',
    runningMax: 12,
    inspect: false,
  };
}

export async function startTestCloud(config = testConfig()): Promise<TestCloud> {
  const cloud = await startCloud(config);
  const call = createCloudClient(cloud.cloudflareApi, config);
  const callFaults = createCloudClient(new URL('/__local/faults', cloud.cloudflareApi).href, config);
  return {
    ...cloud,
    config,
    call,
    upload: (name, code, metadata = {}) => {
      const form = new FormData();
      form.append('index.js', new File([code], 'index.js', { type: 'application/javascript+module' }));
      const whole = { main_module: 'index.js', compatibility_date: '2026-07-28', ...metadata };
      form.append('metadata', new Blob([JSON.stringify(whole)], { type: 'application/json' }));
      return call('PUT', `/accounts/{account}/workers/scripts/${name}`, form);
    },
    failNext: async (method, pathPattern, failure) => {
      const { status, body } = await callFaults('POST', '', { match: { method, pathPattern }, ...failure });
      if (status !== 200) throw new Error(`the fault was refused: ${JSON.stringify(body)}`);
    },
    clearFaults: async () => {
      await callFaults('DELETE', '');
    },
    remove: async () => {
      await cloud.stop();
      rmSync(config.directory, { recursive: true, force: true });
    },
  };
}

/** A client for the API at `base`. Plain objects and lists are sent as JSON, anything else unchanged. */
export function createCloudClient(
  base: string,
  config: Pick<CloudConfig, 'accountId' | 'apiToken'>,
): TestCloud['call'] {
  return async (method, apiPath, body, headers) => {
    const isJson =
      body !== undefined && (Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype);
    const answer = await fetch(base + apiPath.replace('{account}', config.accountId), {
      method,
      headers: {
        authorization: `Bearer ${config.apiToken}`,
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...(headers as Record<string, string>),
      },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
    });
    const content = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    return {
      status: answer.status,
      body: type.startsWith('application/json') ? JSON.parse(content) : content,
    };
  };
}

/** Sends a request to the edge with a given Host header, which `fetch` cannot set. */
export async function askEdge(
  edge: string,
  host: string,
  edgePath: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: Record<string, unknown>;
    body: string;
  }>();
  const sent = request(edge, {
    method: options.method ?? 'GET',
    path: edgePath,
    headers: { ...options.headers, host },
    agent: false,
  });
  sent.on('response', (answer) => {
    text(answer).then(
      (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
      reject,
    );
  });
  sent.on('error', reject);
  sent.end(options.body);
  return await promise;
}
