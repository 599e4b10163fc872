import { signText } from '../../../schema/factory/message-signature.ts';
import { findTargetFault } from './target-rules.ts';

/** Timeout of a message, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** A message before it is signed. */
export interface Message {
  /** Sent as `webhook-id`, the same for every attempt. */
  readonly id: string;
  readonly type: string;
  /** When it happened, ISO. */
  readonly occurredAt: string;
  readonly data: unknown;
}

/** Address and secrets of an endpoint. */
export interface Receiver {
  readonly url: string;
  /** Each of them signs; there are several while one is being replaced. */
  readonly secrets: readonly string[];
}

/** The result of an attempt. */
export type Attempt =
  | { readonly kind: 'delivered'; readonly statusCode: number }
  | {
      readonly kind: 'failed';
      /** Status of the response, if there was one. */
      readonly statusCode?: number;
      /** A few words, without content from the receiver. */
      readonly error: string;
      /** Delay that the receiver asked for with `Retry-After`; 0 if it did not. */
      readonly retryAfterMs: number;
      /** Whether the receiver is gone for good (410). */
      readonly isGone: boolean;
    };

/**
 * Sends a message by Standard Webhooks. Any 2xx within ten seconds is success. Redirects are not followed, because only
 * the endpoint's own address was approved. Never rejects.
 *
 * @param isLocal Whether this is a developer's machine; see `target-rules.ts`.
 */
export async function sendMessage(
  message: Message,
  { url, secrets }: Receiver,
  isLocal: boolean,
  now: () => number,
): Promise<Attempt> {
  const fault = findTargetFault(url, isLocal);
  if (fault !== undefined) return failed(`the address ${fault}`);
  const { id, type, occurredAt: timestamp, data } = message;
  const body = JSON.stringify({ type, timestamp, data });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Freehold-Webhooks/1',
        ...(await signText(secrets, id, body, now())),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return toAttempt(response, now());
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return failed(isLate ? `no answer within ${TIMEOUT_MS / 1000} seconds` : 'no connection');
  }
}

function toAttempt({ status, ok, headers }: Response, nowMs: number): Attempt {
  if (ok) return { kind: 'delivered', statusCode: status };
  const isRedirect = status >= 300 && status < 400;
  return {
    ...failed(isRedirect ? `answered with a redirect (${status})` : `answered ${status}`),
    statusCode: status,
    retryAfterMs: toRetryAfterMs(headers.get('retry-after'), nowMs),
    isGone: status === 410,
  };
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function toRetryAfterMs(header: string | null, nowMs: number): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.max(ms, 0) : 0;
}

function failed(error: string): Extract<Attempt, { kind: 'failed' }> {
  return { kind: 'failed', error, retryAfterMs: 0, isGone: false };
}
