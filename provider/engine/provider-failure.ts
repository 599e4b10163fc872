import { STATUS_CODES } from 'node:http';

/** What can be expected to go wrong while a resource is made, changed, read or removed. */
export type FailureReason =
  | {
      readonly kind: 'api_refused';
      readonly method: string;
      readonly url: string;
      readonly status: number;
      /** Cloudflare's own errors, or a piece of the body when the answer was no JSON. */
      readonly errors: readonly { readonly code?: number | undefined; readonly message: string }[];
      /**
       * When an earlier attempt at this call was sent whose outcome nobody heard; `undefined` if there was
       * none.
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
  | { readonly kind: 'account_row_missing'; readonly accountId: string; readonly platformDatabaseId: string }
  | { readonly kind: 'account_row_closed'; readonly accountId: string; readonly status: string };

/** An expected failure on its way to the engine, which shows its message to the operator. */
export class ProviderFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(toMessage(reason));
    this.name = 'ProviderFailure';
    this.reason = reason;
  }
}

/** Asks whether an error is a {@link ProviderFailure} of one kind. */
export function isFailure<Kind extends FailureReason['kind']>(
  error: unknown,
  kind: Kind,
): error is ProviderFailure & { readonly reason: Extract<FailureReason, { readonly kind: Kind }> } {
  return error instanceof ProviderFailure && error.reason.kind === kind;
}

/** Words a failure for the operator. Service errors read as Cloudflare's own plugin words them. */
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
      return `${reason.method} "${reason.url}": given up, because the operation was cancelled or ran out of time`;
    case 'answer_unusable':
      return `${reason.method} "${reason.url}": the answer cannot be used: ${reason.detail}`;
    case 'token_missing':
      return `no Cloudflare API token: set ${reason.package}:apiToken in the stack's config or CLOUDFLARE_API_TOKEN in the environment`;
    case 'configuration_ambiguous':
      return `stack ${reason.stack} has several provider configurations, and this connection has named none of them`;
    case 'id_unreadable':
      return `"${reason.id}" is no id of a ${reason.token}: give it as ${reason.form}`;
    case 'migration_refused':
      return reason.detail;
    case 'migration_failed':
      return (
        `migration ${reason.migration} failed and was rolled back: ${reason.detail}; ` +
        `the database stands at ${reason.latest ?? 'no migration'}`
      );
    case 'account_row_missing':
      return `no accounts row with id ${reason.accountId} in the platform database ${reason.platformDatabaseId}`;
    case 'account_row_closed':
      return `account ${reason.accountId} is ${reason.status} and cannot be registered again`;
  }
}
