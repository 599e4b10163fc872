import { STATUS_CODES } from 'node:http';

/** Expected failures of creating, updating, reading and deleting a resource. */
export type FailureReason =
  | {
      readonly kind: 'api_refused';
      readonly method: string;
      readonly url: string;
      readonly status: number;
      /** Cloudflare's own errors, or the start of the body when the answer was not JSON. */
      readonly errors: readonly { readonly code?: number | undefined; readonly message: string }[];
      /**
       * When an earlier attempt at this call with an unknown outcome was sent; `undefined` if there was none.
       */
      readonly lostSinceMs: number | undefined;
    }
  | {
      readonly kind: 'api_unreachable';
      readonly method: string;
      readonly url: string;
      readonly detail: string;
    }
  | { readonly kind: 'operation_cancelled'; readonly method: string; readonly url: string }
  | {
      readonly kind: 'answer_unusable';
      readonly method: string;
      readonly url: string;
      readonly detail: string;
    }
  | { readonly kind: 'token_missing'; readonly package: string }
  | { readonly kind: 'configuration_ambiguous'; readonly stack: string }
  | { readonly kind: 'id_unreadable'; readonly token: string; readonly id: string; readonly form: string }
  | { readonly kind: 'migration_refused'; readonly detail: string }
  | {
      readonly kind: 'migration_failed';
      readonly migration: string;
      readonly detail: string;
      readonly latest: string | undefined;
    }
  | { readonly kind: 'platform_unknown' }
  | {
      readonly kind: 'platform_unreachable';
      readonly method: string;
      readonly url: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'platform_refused';
      readonly method: string;
      readonly url: string;
      readonly status: number;
      readonly detail: string;
    }
  | { readonly kind: 'account_row_missing'; readonly accountId: string; readonly platformUrl: string }
  | { readonly kind: 'account_row_closed'; readonly accountId: string };

/** An expected failure. The engine shows its message to the operator. */
export class ProviderFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(toMessage(reason));
    this.name = 'ProviderFailure';
    this.reason = reason;
  }
}

/** Whether an error is a {@link ProviderFailure} of one kind. */
export function isFailure<Kind extends FailureReason['kind']>(
  error: unknown,
  kind: Kind,
): error is ProviderFailure & { readonly reason: Extract<FailureReason, { readonly kind: Kind }> } {
  return error instanceof ProviderFailure && error.reason.kind === kind;
}

/** The message for the operator. Errors of the API have the form of Cloudflare's own plugin. */
function toMessage(reason: FailureReason): string {
  switch (reason.kind) {
    case 'api_refused': {
      const errors = reason.errors
        .map(({ code, message }) => (code === undefined ? message : `${message} (code ${code})`))
        .join('; ');
      return `${reason.method} "${reason.url}": ${reason.status} ${STATUS_CODES[reason.status] ?? ''}: ${errors}`;
    }
    case 'api_unreachable':
      return `${reason.method} "${reason.url}": no answer: ${reason.detail}`;
    case 'operation_cancelled':
      return `${reason.method} "${reason.url}": given up because the operation was cancelled or timed out`;
    case 'answer_unusable':
      return `${reason.method} "${reason.url}": the answer cannot be used: ${reason.detail}`;
    case 'token_missing':
      return `no Cloudflare API token: set ${reason.package}:apiToken in the stack's config or CLOUDFLARE_API_TOKEN in the environment`;
    case 'configuration_ambiguous':
      return `stack ${reason.stack} has several provider configurations, and this connection has named none of them`;
    case 'id_unreadable':
      return `"${reason.id}" is not an id of a ${reason.token}: give it as ${reason.form}`;
    case 'migration_refused':
      return reason.detail;
    case 'migration_failed':
      return (
        `migration ${reason.migration} failed and was rolled back: ${reason.detail}; ` +
        `the database stands at ${reason.latest ?? 'no migration'}`
      );
    case 'platform_unknown':
      return (
        'no platform to register the account at: set FREEHOLD_PLATFORM_URL and FREEHOLD_PLATFORM_SECRET in the ' +
        'environment, as freehold env prints them'
      );
    case 'platform_unreachable':
      return (
        `${reason.method} "${reason.url}": no answer: ${reason.detail}: the platform must run while an account is ` +
        'registered; start it, check that FREEHOLD_PLATFORM_URL is its address, and repeat the command'
      );
    case 'platform_refused': {
      const answer = `${reason.method} "${reason.url}": ${reason.status} ${STATUS_CODES[reason.status] ?? ''}: ${reason.detail}`;
      return reason.status === 401
        ? `${answer} FREEHOLD_PLATFORM_SECRET must be the secret of this platform, as freehold env prints it.`
        : answer;
    }
    case 'account_row_missing':
      return `the platform at ${reason.platformUrl} has no account ${reason.accountId}: sign it up first`;
    case 'account_row_closed':
      return `account ${reason.accountId} is closed and cannot be registered again`;
  }
}
