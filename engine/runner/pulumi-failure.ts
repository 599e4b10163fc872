import { APIConnectionError, APIError } from 'cloudflare/error';
import { DamagedState } from '../states/damaged-state.ts';
import { isLockRefusal } from '../states/stack-lock.ts';

/** Why a `pulumi` run, or a request that belongs to it, did not end well. */
export type PulumiFailure =
  /** The API refused the request or failed. */
  | { readonly kind: 'api_refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'api_unreachable'; readonly message: string }
  /** A create whose response was lost: the resource exists, but the state does not contain it. */
  | { readonly kind: 'already_exists'; readonly message: string }
  | { readonly kind: 'stack_locked'; readonly message: string }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'plugin_lost'; readonly message: string }
  | { readonly kind: 'timed_out'; readonly afterMs: number }
  /** The service died this many times in the middle of the same operation. */
  | { readonly kind: 'interrupted_too_often'; readonly times: number }
  /** The service itself could not do its part (disk full, `pulumi` missing). */
  | { readonly kind: 'service_failed'; readonly message: string }
  /** Pulumi refused for a reason that a retry does not change. */
  | { readonly kind: 'refused'; readonly message: string };

/** What an operation does after a failure: retry later, stop in a visible state, or fail for good. */
export type FailureVerdict = 'retry' | 'stall' | 'fail';

/** Decides what a failure means for the operation that needed the run. */
export function judgePulumiFailure(failure: PulumiFailure): FailureVerdict {
  switch (failure.kind) {
    case 'api_refused':
      return isTransientStatus(failure.status) ? 'retry' : 'fail';
    case 'api_unreachable':
    case 'already_exists':
    case 'stack_locked':
    case 'killed':
    case 'plugin_lost':
    case 'timed_out':
    case 'service_failed':
      return 'retry';
    case 'interrupted_too_often':
      return 'stall';
    case 'refused':
      return 'fail';
  }
}

/** Describes a failure for an operator. */
export function describePulumiFailure(failure: PulumiFailure): string {
  switch (failure.kind) {
    case 'api_refused':
    case 'api_unreachable':
    case 'already_exists':
    case 'stack_locked':
    case 'plugin_lost':
    case 'service_failed':
    case 'refused':
      return failure.message;
    case 'killed':
      return `pulumi was stopped from outside by ${failure.signal}`;
    case 'timed_out':
      return `pulumi did not finish within ${Math.round(failure.afterMs / 1000)} s`;
    case 'interrupted_too_often':
      return `the service ended ${failure.times} times in the middle of this operation`;
  }
}

/** Classifies an error: errors of the Cloudflare SDK have a status; any other is a fault of the service itself. */
export function toFailure(error: unknown): PulumiFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof APIConnectionError) {
    return { kind: 'api_unreachable', message: `Cloudflare's API cannot be reached: ${message}` };
  }
  if (error instanceof APIError && error.status !== undefined) {
    const { status } = error;
    const errors = Array.isArray(error.errors) ? error.errors : [];
    const details = errors.map((one) => `${one.message ?? 'no message'} (code ${one.code ?? 'unknown'})`);
    const detail = details.length > 0 ? details.join('; ') : message;
    return { kind: 'api_refused', status, message: `Cloudflare's API answered ${status}: ${detail}` };
  }
  if (error instanceof DamagedState) return { kind: 'refused', message };
  return { kind: 'service_failed', message };
}

/**
 * Classifies the engine's error messages. The engine has no error codes, so this is the one place that reads its prose,
 * and that of Cloudflare's plugin and ours, which word API errors alike.
 *
 * @param messages Errors of the run, the root cause first. Must not be empty.
 */
export function classifyMessages(messages: readonly string[]): PulumiFailure {
  const texts = messages.map(cleanMessage).filter((text) => text !== '');
  const message = summarize(texts);
  const all = texts.join('\n');
  if (isLockRefusal(all)) return { kind: 'stack_locked', message };
  // A migration that SQLite refuses is final, although the refusal is a response of the API.
  if (/^migration \S+ failed and was rolled back|^migration \S+: /m.test(all))
    return { kind: 'refused', message };
  if (isTakenName(all)) return { kind: 'already_exists', message };
  const statuses = [...all.matchAll(/\b(?:GET|PUT|POST|PATCH|DELETE|HEAD) "[^"]+": (\d{3})\b/g)].map(
    (match) => Number(match[1]),
  );
  const final = statuses.find((status) => !isTransientStatus(status));
  if (final !== undefined) return { kind: 'api_refused', status: final, message };
  const [transient] = statuses;
  if (transient !== undefined) return { kind: 'api_refused', status: transient, message };
  if (
    /\b(?:GET|PUT|POST|PATCH|DELETE|HEAD) "[^"]+": (?:no answer|given up|the answer cannot be used|dial|EOF|read|context|connect)/.test(
      all,
    )
  ) {
    return { kind: 'api_unreachable', message };
  }
  if (
    /code = (?:Unavailable|Canceled)|error reading from server|transport is closing|connection refused|ECONNRE/.test(
      all,
    )
  ) {
    return { kind: 'plugin_lost', message };
  }
  return { kind: 'refused', message };
}

/**
 * Cloudflare's refusal of a second database (7502) or bucket (10004) with the same name, or of a second route (10020)
 * with the same pattern, as our provider words it and as Cloudflare's plugin does, which prints the JSON of the
 * response.
 */
function isTakenName(text: string): boolean {
  return /\bPOST "[^"]*\/(?:d1\/database|r2\/buckets|workers\/routes)": \d{3}\b.*?(?:\(code (?:7502|10004|10020)\)|"code":\s*(?:7502|10004|10020)\b)/s.test(
    text,
  );
}

/** Statuses that may have passed at the next attempt: too many calls, a timeout, a fault on Cloudflare's side. */
function isTransientStatus(status: number): boolean {
  return status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
}

/** Errors that only repeat that something failed; the root cause gives the reason. */
const echoes = /^(?:update failed|destroy failed|refresh failed|resource plugin .* error|preview failed)$/i;

function summarize(texts: readonly string[]): string {
  const causes = texts.filter((text) => !echoes.test(text));
  return [...new Set(causes.length > 0 ? causes : texts)].join('; ');
}

function cleanMessage(message: string): string {
  return (
    message
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes start with the escape character
      .replace(/\u001b\[[0-9;]*m/g, '')
      .replace(/<\{%[^%]*%\}>/g, '')
      // A program's own error includes its stack trace, which belongs in the log.
      .replace(/^\s+at .*$/gm, '')
      .replace(/^\s*error:\s*/i, '')
      .replace(/^Unhandled exception:\s*(?:\w*Error:\s*)?/, '')
      // The engine prints the whole value of a property that a Check refuses: a checksum for every migration.
      .replace(/^.*? resource '[^']*': property \S+ value [\s\S]* has a problem: /, '')
      .replace(/^\S+ resource '[^']*' has a problem: /, '')
      .replace(/^\d+ errors? occurred:\s*\*?\s*/i, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
