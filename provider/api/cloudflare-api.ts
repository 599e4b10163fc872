import { AsyncLocalStorage } from 'node:async_hooks';
import type { BaseCloudflare } from 'cloudflare/client';
import { type ApiCall, currentContext } from '../engine/operation-context.ts';
import { isObject, type Properties, type PropertyValue } from '../engine/property-value.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';

/** Address and token of Cloudflare's API. */
export interface ApiSettings {
  /** Default: Cloudflare itself, `https://api.cloudflare.com/client/v4`. */
  readonly baseUrl: string;
  readonly apiToken: string;
  /** Further attempts at a call that got no answer, 408, 409, 429 or 5xx. */
  readonly retriesMax: number;
}

/** Default base URL. */
export const defaultBaseUrl = 'https://api.cloudflare.com/client/v4';

/** The number of retries of Cloudflare's own plugin. */
export const defaultRetriesMax = 10;

/** Timeout of one attempt. D1 ends a batch after 30 s. */
const attemptTimeoutMs = 60_000;

export interface CloudflareRequest {
  /** A JSON document. */
  readonly body?: PropertyValue;
  /** Bytes of another media type, which is in `headers`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: { readonly [name: string]: string };
}

/**
 * Cloudflare's v4 API as the resources use it. Each method throws `ProviderFailure` for everything but
 * success.
 */
export interface CloudflareApi {
  /** Makes a call and returns the `result` of its answer. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    request?: CloudflareRequest,
  ): Promise<PropertyValue>;
  /** Like `call`, but fails unless the result is an object. */
  callForObject(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    request?: CloudflareRequest,
  ): Promise<Properties>;
  /** Reads an object, `undefined` for 404. */
  find(path: string, request?: CloudflareRequest): Promise<Properties | undefined>;
  /** Reads an answer that is not JSON. */
  download(path: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer }>;
}

interface Attempts {
  lostSinceMs: number | undefined;
}

const attemptsOfCall = new AsyncLocalStorage<Attempts>();

/**
 * Calls Cloudflare through its own SDK, which is loaded at the first call because most updates make none.
 *
 * @param onApiCall Called after each HTTP attempt.
 */
export function createCloudflareApi(
  settings: ApiSettings,
  onApiCall: (call: ApiCall) => void,
): CloudflareApi {
  const basePath = new URL(settings.baseUrl).pathname.replace(/\/$/, '');
  let client: Promise<BaseCloudflare> | undefined;

  const countingFetch: typeof fetch = async (input, init) => {
    const { stack, urn } = currentContext();
    const url = new URL(input instanceof Request ? input.url : input);
    const call = { stack, urn, method: init?.method ?? 'GET', path: url.pathname.slice(basePath.length) };
    const sentAtMs = Date.now();
    let status = 0;
    try {
      // A cancelled operation makes no further attempt but waits for the current one: otherwise its effect would be
      // unknown.
      const response = await fetch(input, { ...init, signal: AbortSignal.timeout(attemptTimeoutMs) });
      // The body is read within the attempt, because a truncated answer counts as none and is retried.
      const whole = await readWhole(response);
      status = response.status;
      return whole;
    } finally {
      const attempts = attemptsOfCall.getStore();
      if (attempts !== undefined && (status === 0 || status >= 500)) attempts.lostSinceMs ??= sentAtMs;
      onApiCall({ ...call, status });
    }
  };

  const connect = async () => {
    const { createClient } = await import('cloudflare/tree-shakable');
    return createClient({
      resources: [],
      baseURL: settings.baseUrl,
      apiToken: settings.apiToken,
      apiEmail: null,
      apiKey: null,
      userServiceKey: null,
      maxRetries: settings.retriesMax,
      logLevel: 'off',
      fetch: countingFetch,
    });
  };

  const send = async (method: string, path: string, request: CloudflareRequest): Promise<Response> => {
    client ??= connect();
    const connected = await client;
    const { signal } = currentContext();
    const body = request.bytes ?? request.body;
    const attempts: Attempts = { lostSinceMs: undefined };
    try {
      return await attemptsOfCall.run(attempts, () =>
        connected
          .request({
            method: method.toLowerCase() as 'get',
            path,
            signal,
            ...(request.headers && { headers: request.headers }),
            ...(body !== undefined && { body }),
          })
          .asResponse(),
      );
    } catch (error) {
      throw await toFailure(error, method, settings.baseUrl.replace(/\/$/, '') + path, attempts);
    }
  };

  const call: CloudflareApi['call'] = async (method, path, request = {}) => {
    const response = await send(method, path, request);
    const text = await response.text();
    try {
      const answer: unknown = JSON.parse(text);
      return isObject(answer) ? (answer.result ?? null) : null;
    } catch {
      throw unusable(method, settings.baseUrl + path, `no JSON: ${text.slice(0, 300)}`);
    }
  };

  const callForObject: CloudflareApi['callForObject'] = async (method, path, request) => {
    const result = await call(method, path, request);
    if (isObject(result)) return result;
    throw unusable(method, settings.baseUrl + path, 'it has no result object');
  };

  return {
    call,
    callForObject,
    async find(path, request) {
      try {
        return await callForObject('GET', path, request);
      } catch (error) {
        if (isStatus(error, 404)) return undefined;
        throw error;
      }
    },
    async download(path) {
      const response = await send('GET', path, { headers: { Accept: '*/*' } });
      return {
        mediaType: response.headers.get('content-type') ?? '',
        bytes: Buffer.from(await response.arrayBuffer()),
      };
    },
  };
}

/** The same answer with its body in memory. API answers are small, and a script is 64 MiB at most. */
async function readWhole(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  return new Response(bytes.byteLength === 0 ? null : bytes, { status, statusText, headers });
}

/** Whether an error is a refusal by Cloudflare with a given HTTP status. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return (
    error instanceof ProviderFailure &&
    error.reason.kind === 'api_refused' &&
    statuses.includes(error.reason.status)
  );
}

function unusable(method: string, url: string, detail: string): ProviderFailure {
  return new ProviderFailure({ kind: 'answer_unusable', method, url, detail });
}

async function toFailure(error: unknown, method: string, url: string, attempts: Attempts): Promise<unknown> {
  const { APIConnectionError, APIError, APIUserAbortError } = await import('cloudflare/error');
  if (error instanceof APIUserAbortError)
    return new ProviderFailure({ kind: 'operation_cancelled', method, url });
  if (error instanceof APIConnectionError) {
    const cause = error.cause instanceof Error ? error.cause : error;
    const detail = cause.cause instanceof Error ? cause.cause.message : cause.message;
    return new ProviderFailure({ kind: 'api_unreachable', method, url, detail });
  }
  if (!(error instanceof APIError) || error.status === undefined) return error;
  const errors = (Array.isArray(error.errors) ? error.errors : []).map(({ code, message }) => ({
    code,
    message: message ?? 'no message',
  }));
  return new ProviderFailure({
    kind: 'api_refused',
    method,
    url,
    status: error.status,
    errors: errors.length > 0 ? errors : [{ message: error.message.slice(0, 300) }],
    lostSinceMs: attempts.lostSinceMs,
  });
}
