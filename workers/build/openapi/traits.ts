import type { RouteDescription } from '../../http/openapi/describe.ts';
import type { DescribedProblem } from './problems.ts';

/** What every route of one API has in common besides what `RouteDescription` says. */
export interface ApiTraits {
  /** Parameters in headers, by component, of every route that asks the database as a person. */
  readonly headerParameters: readonly string[];
  /** Problems of every route that a person calls. */
  readonly problems: readonly DescribedProblem[];
}

/** Components of the header parameters that follow from a route's traits. */
export function impliedParameters(route: RouteDescription, api: ApiTraits): readonly string[] {
  const { access, ifMatch, ifNoneMatch, idempotencyKey, database = true } = route;
  return [
    ...(ifMatch === 'required' ? ['ifMatch'] : []),
    ...(ifMatch === 'optional' ? ['ifMatchOptional'] : []),
    ...(ifNoneMatch === true ? ['ifNoneMatch'] : []),
    ...(idempotencyKey === 'required' ? ['idempotencyKey'] : []),
    ...(idempotencyKey === 'optional' ? ['idempotencyKeyOptional'] : []),
    ...(database ? ['bookmark'] : []),
    ...(database && access !== 'public' ? api.headerParameters : []),
    'traceparent',
  ];
}

/** Every problem that the route can answer with. */
export function problemsOf(route: RouteDescription, api: ApiTraits): readonly DescribedProblem[] {
  const { access, ifMatch, idempotencyKey, database = true, problems = [] } = route;
  const isPersonal = access !== 'public' && access !== 'platform';
  return [
    'invalid_header', // A bookmark is checked before anything else, on any route.
    'internal',
    ...(isPersonal ? (['token_missing', 'token_invalid', 'forbidden', 'issuer_unavailable'] as const) : []),
    ...(isPersonal ? api.problems : []),
    ...(database ? (['database_overloaded'] as const) : []),
    ...(ifMatch === undefined ? [] : (['version_mismatch'] as const)),
    ...(ifMatch === 'required' ? (['precondition_required'] as const) : []),
    ...(idempotencyKey === undefined ? [] : (['idempotency_key_reused', 'idempotency_in_flight'] as const)),
    ...(idempotencyKey === 'required' ? (['idempotency_key_missing'] as const) : []),
    ...(takesJson(route)
      ? (['malformed_body', 'unsupported_media_type', 'body_too_large', 'invalid_body'] as const)
      : []),
    ...problems,
  ];
}

function takesJson({ body }: RouteDescription): boolean {
  return Object.keys(body?.content ?? {}).some((mediaType) => /^application\/(?:.+\+)?json$/.test(mediaType));
}
