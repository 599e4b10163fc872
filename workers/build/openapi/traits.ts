import type { RouteDescription } from '../../http/openapi/describe.ts';
import type { responseHeaders } from './headers.ts';
import type { DescribedProblem } from './problems.ts';

/** Properties that all routes of an API share. */
export interface ApiTraits {
  /** Problems of every route that a person calls. */
  readonly personalProblems: readonly DescribedProblem[];
  /** Headers that every response to a person may have. */
  readonly personalHeaders: readonly (keyof typeof responseHeaders)[];
}

/** Header parameters that follow from a route's traits. */
export function impliedParameters(route: RouteDescription): readonly string[] {
  const { method, ifMatch, ifNoneMatch, idempotencyKey, database = true } = route;
  return [
    ...(ifMatch === 'required' ? ['ifMatch'] : []),
    ...(ifMatch === 'optional' ? ['ifMatchOptional'] : []),
    ...(ifNoneMatch === true ? ['ifNoneMatch'] : []),
    ...(idempotencyKey === 'required' ? ['idempotencyKey'] : []),
    ...(idempotencyKey === 'optional' ? ['idempotencyKeyOptional'] : []),
    ...(database ? ['bookmark'] : []),
    ...(database && method === 'get' ? ['prefer'] : []),
    'traceparent',
  ];
}

/** Headers that any response of the route may have. */
export function impliedHeaders(
  { method, access, database = true }: RouteDescription,
  api: ApiTraits,
): readonly (keyof typeof responseHeaders)[] {
  return [
    ...(database ? (['x-d1-bookmark'] as const) : []),
    ...(database && method === 'get' ? (['preference-applied'] as const) : []),
    ...(isPersonal(access) ? api.personalHeaders : []),
  ];
}

/** Every problem that the route can respond with. */
export function problemsOf(route: RouteDescription, api: ApiTraits): readonly DescribedProblem[] {
  const { method, access, list, ifMatch, idempotencyKey, database = true, problems = [] } = route;
  return [
    'internal',
    ...(database ? (['invalid_header'] as const) : []), // A bookmark is checked where the database is asked.
    ...(isPersonal(access) ? (['token_missing', 'token_invalid', 'issuer_unavailable'] as const) : []),
    ...(isPersonal(access) ? api.personalProblems : []),
    ...(isPersonal(access) && access !== 'user' ? (['forbidden'] as const) : []),
    ...(database ? (['database_overloaded', 'database_interrupted'] as const) : []),
    // An upload takes as long as the client's connection, see `time-limit.ts`.
    ...(database && (route.body === undefined || takesJson(route)) ? (['timed_out'] as const) : []),
    ...(list === undefined ? [] : (['invalid_query', 'invalid_cursor'] as const)),
    ...(ifMatch === undefined
      ? []
      : (['version_mismatch', ...(method === 'get' ? [] : (['already_exists'] as const))] as const)),
    ...(ifMatch === 'required' ? (['precondition_required'] as const) : []),
    ...(idempotencyKey === undefined ? [] : (['idempotency_key_reused', 'idempotency_in_flight'] as const)),
    ...(idempotencyKey === 'required' ? (['idempotency_key_missing'] as const) : []),
    ...(takesJson(route)
      ? ([
          'malformed_body',
          'unsupported_media_type',
          'unsupported_encoding',
          'body_too_large',
          'invalid_body',
        ] as const)
      : []),
    ...problems,
  ];
}

function isPersonal(access: RouteDescription['access']): boolean {
  return access !== 'public' && access !== 'platform';
}

function takesJson({ body }: RouteDescription): boolean {
  return Object.keys(body?.content ?? {}).some((mediaType) => /^application\/(?:.+\+)?json$/.test(mediaType));
}
