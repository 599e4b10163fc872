import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { signText, toSignedText } from '../../schema/factory/message-signature.ts';
import {
  type AccountRegistrationMessage,
  type RegisteredAccount,
  registeredAccount,
  registrationPath,
} from '../../schema/factory/registration-messages.ts';
import { currentContext } from '../engine/operation-context.ts';
import { isFailure, ProviderFailure } from '../engine/provider-failure.ts';

/** Address of the factory's platform, and the secret that signs requests to it. */
export interface PlatformSettings {
  /** Base URL of the platform. Empty when there is none. */
  readonly url: string;
  /** Standard Webhooks secret, `whsec_…`. Empty when there is none. */
  readonly secret: string;
  /** Further attempts at a request that got no answer, 408, 429 or 5xx. */
  readonly retriesMax: number;
}

/**
 * The part of the factory's registry that an account's stack writes. Each method throws `ProviderFailure` on failure.
 */
export interface PlatformApi {
  register(accountId: string, registration: AccountRegistrationMessage): Promise<RegisteredAccount>;
  /** @returns `undefined` when the registry has no such account. */
  findRegistration(accountId: string): Promise<RegisteredAccount | undefined>;
  endRegistration(accountId: string): Promise<void>;
}

/** Enough to outlast the restart of a Worker, or of the factory on a development machine. */
export const defaultPlatformRetriesMax = 6;

/** Timeout of one attempt, which includes the platform's own request to the account's Worker. */
const attemptTimeoutMs = 30_000;

/** Delays before retries, in milliseconds: doubled each time, unless the answer has `Retry-After`. */
const firstDelayMs = 250;
const delayMaxMs = 8_000;

type Method = 'GET' | 'PUT' | 'DELETE';

/** A complete answer of the platform. */
interface PlatformAnswer {
  readonly status: number;
  readonly text: string;
  /** The delay that `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** Opens the platform's internal API. The first request is sent when an engine needs it. */
export function openPlatformApi(settings: PlatformSettings): PlatformApi {
  const platformUrl = settings.url.replace(/\/+$/, '');

  const send = async (method: Method, url: string, body: string): Promise<PlatformAnswer> => {
    if (platformUrl === '' || settings.secret === '') throw new ProviderFailure({ kind: 'platform_unknown' });
    for (let attempt = 0; ; attempt += 1) {
      const answer = await attemptOnce(settings.secret, method, url, body);
      if (attempt >= settings.retriesMax || !isTransient(answer)) {
        if (answer instanceof ProviderFailure) throw answer;
        return answer;
      }
      const askedMs = answer instanceof ProviderFailure ? undefined : answer.retryAfterMs;
      await pause(Math.min(askedMs ?? firstDelayMs * 2 ** attempt, delayMaxMs), method, url);
    }
  };

  const request = async (method: Method, accountId: string, body = ''): Promise<PlatformAnswer> => {
    const url = platformUrl + registrationPath(accountId);
    const answer = await send(method, url, body);
    const { status, text } = answer;
    if (status >= 200 && status < 300) return answer;
    const { code, detail } = readProblem(text);
    if (status === 404 && code === 'not-found')
      throw new ProviderFailure({ kind: 'account_row_missing', accountId, platformUrl });
    if (status === 409 && code === 'account-closed')
      throw new ProviderFailure({ kind: 'account_row_closed', accountId });
    throw new ProviderFailure({ kind: 'platform_refused', method, url, status, detail });
  };

  const requestRegistration = async (
    method: 'GET' | 'PUT',
    accountId: string,
    body?: string,
  ): Promise<RegisteredAccount> => {
    const { text } = await request(method, accountId, body);
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), registeredAccount), text);
    if (parsed.success) return parsed.output;
    const url = platformUrl + registrationPath(accountId);
    const detail = `not a registration: ${text.slice(0, 300)}`;
    throw new ProviderFailure({ kind: 'answer_unusable', method, url, detail });
  };

  return {
    register: (accountId, registration) =>
      requestRegistration('PUT', accountId, JSON.stringify(registration)),
    async findRegistration(accountId) {
      try {
        return await requestRegistration('GET', accountId);
      } catch (error) {
        if (isFailure(error, 'account_row_missing')) return undefined;
        throw error;
      }
    },
    async endRegistration(accountId) {
      await request('DELETE', accountId);
    },
  };
}

/** Each attempt is a new message; otherwise the platform would refuse a retry as a replay. */
async function attemptOnce(
  secret: string,
  method: Method,
  url: string,
  body: string,
): Promise<PlatformAnswer | ProviderFailure> {
  const text = toSignedText(method, new URL(url).pathname, body);
  try {
    // As with Cloudflare's API, a cancelled operation waits for the current attempt.
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
        ...(await signText([secret], `msg_${randomUUID()}`, text, Date.now())),
      },
      ...(body === '' ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(attemptTimeoutMs),
    });
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      text: await response.text(),
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new ProviderFailure({ kind: 'platform_unreachable', method, url, detail });
  }
}

function isTransient(answer: PlatformAnswer | ProviderFailure): boolean {
  return answer instanceof ProviderFailure || [408, 429].includes(answer.status) || answer.status >= 500;
}

/** Waits; throws when the engine cancels or the resource's own timeout expires. */
async function pause(ms: number, method: Method, url: string): Promise<void> {
  const { signal } = currentContext();
  await sleep(ms, undefined, { signal }).catch(() => {
    throw new ProviderFailure({ kind: 'operation_cancelled', method, url });
  });
}

const problemSchema = v.object({ type: v.string(), title: v.string(), detail: v.optional(v.string()) });

function readProblem(text: string): { readonly code: string | undefined; readonly detail: string } {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), problemSchema), text);
  if (!parsed.success) return { code: undefined, detail: text.slice(0, 300) };
  const { type, title, detail } = parsed.output;
  return { code: type.split(':').at(-1), detail: detail ?? title };
}
