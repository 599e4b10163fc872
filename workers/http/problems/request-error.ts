import type { AllowedQuery } from '../request/allowed-query.ts';

/**
 * One wrong part of a request.
 *
 * `pointer` is a JSON pointer as a URI fragment: `#/addresses/0/postcode` for the body, `#/query/sort` for a query
 * parameter, `#/headers/if-match` for a header.
 */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** Why a token was refused. Callers see it, so it contains nothing of the token. */
export type TokenFault =
  | 'malformed'
  | 'signature'
  | 'algorithm'
  | 'type'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'claims'
  | 'body';

/** Every expected failure of a request. `toProblem()` gives each its status and text. */
export type RequestError =
  | { readonly kind: 'malformed_body'; readonly detail: string; readonly errors?: readonly FieldError[] }
  | {
      readonly kind: 'unsupported_media_type';
      readonly accepted: readonly string[];
      /** Default: to send one of the accepted types. */
      readonly detail?: string;
    }
  | { readonly kind: 'unsupported_encoding'; readonly accepted: readonly string[] }
  | { readonly kind: 'body_too_large'; readonly bytesMax: number }
  | { readonly kind: 'invalid_body'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'invalid_query'; readonly errors: readonly FieldError[]; readonly allowed: AllowedQuery }
  | { readonly kind: 'invalid_cursor' }
  | { readonly kind: 'invalid_header'; readonly header: string; readonly detail: string }
  | { readonly kind: 'digest_mismatch' }
  | { readonly kind: 'token_missing' }
  | { readonly kind: 'token_invalid'; readonly fault: TokenFault }
  | { readonly kind: 'signature_invalid' }
  | { readonly kind: 'forbidden'; readonly detail: string; readonly permission?: string }
  | { readonly kind: 'route_not_found'; readonly detail?: string }
  | { readonly kind: 'method_not_allowed'; readonly allow: readonly string[] }
  | { readonly kind: 'row_not_found'; readonly collection: string; readonly id: string }
  | { readonly kind: 'precondition_required'; readonly etag: string }
  | { readonly kind: 'version_mismatch'; readonly etag?: string }
  | { readonly kind: 'already_exists'; readonly etag: string }
  | { readonly kind: 'unknown_reference'; readonly errors: readonly FieldError[] }
  | {
      readonly kind: 'state_not_next';
      readonly field: string;
      readonly from: string;
      readonly to: string;
      /** States that may follow. */
      readonly allowed: readonly string[];
    }
  | { readonly kind: 'still_referenced'; readonly blockers: readonly Blocker[] }
  | { readonly kind: 'duplicate'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'conflict'; readonly detail: string; readonly errors?: readonly FieldError[] }
  | { readonly kind: 'idempotency_key_missing' }
  | { readonly kind: 'idempotency_key_reused' }
  | { readonly kind: 'idempotency_in_flight' }
  | { readonly kind: 'range_not_satisfiable'; readonly sizeBytes: number }
  | {
      readonly kind: 'rate_limited';
      readonly name: 'user' | 'address';
      readonly requestsMax: number;
      readonly periodSeconds: number;
    }
  | { readonly kind: 'timed_out'; readonly timeoutMs: number }
  /** Nothing was read or written. */
  | { readonly kind: 'database_overloaded'; readonly retryAfterSeconds: number }
  /** D1 broke off: what was to be written may be there or not. */
  | {
      readonly kind: 'database_interrupted';
      readonly retryAfterSeconds: number;
      /** Whether the work exceeded D1's limits, so that an immediate repeat would fail too. Default false. */
      readonly isExhausted?: boolean;
    }
  | { readonly kind: 'issuer_unavailable'; readonly retryAfterSeconds: number }
  | { readonly kind: 'internal' }
  | OwnProblem;

/** Rows of one collection that refer to a row by one field, which prevents its deletion. */
export interface Blocker {
  readonly collection: string;
  readonly field: string;
  readonly count: number;
  /** False when there are more than were counted. */
  readonly isExact: boolean;
  /** Ids of the first rows; empty when the caller may not read the collection. */
  readonly ids: readonly string[];
}

/** A failure of one Worker's own routes, with its own text. */
interface OwnProblem {
  readonly kind: 'own';
  /** Last part of the problem's `type`, in kebab-case. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Further members of the document, such as the conflicting row. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}
