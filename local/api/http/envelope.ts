import { type ApiError, toWireError } from './api-error.ts';

/** Counts of a list. */
export interface ResultInfo {
  readonly page?: number;
  readonly per_page?: number;
  readonly count?: number;
  readonly total_count?: number;
  readonly total_pages?: number;
  readonly cursor?: string;
  readonly [key: string]: unknown;
}

/** The v4 envelope of a success. */
export function answer(result: unknown, resultInfo?: ResultInfo): Response {
  return Response.json({
    success: true,
    errors: [],
    messages: [],
    result,
    ...(resultInfo === undefined ? {} : { result_info: resultInfo }),
  });
}

/** The v4 envelope of a refusal. */
export function refuse(error: ApiError): Response {
  const { status, code, message } = toWireError(error);
  return failure(status, code, message);
}

/** The v4 envelope of any failure, by its wire form. */
export function failure(status: number, code: number, message: string, headers?: HeadersInit): Response {
  const merged = new Headers(headers);
  // Cloudflare's clients retry a 409 for minutes; here waiting never helps.
  if (status === 409) merged.set('x-should-retry', 'false');
  return Response.json(
    { success: false, errors: [{ code, message }], messages: [], result: null },
    { status, headers: merged },
  );
}

/** One page of a list that is in memory, by `page` and `per_page` of the query. */
export function page<T>(
  items: readonly T[],
  query: URLSearchParams,
  perPageDefault: number,
): [T[], ResultInfo] {
  const number = toCount(query.get('page'), 1);
  const perPage = toCount(query.get('per_page'), perPageDefault);
  const slice = items.slice((number - 1) * perPage, number * perPage);
  return [
    slice,
    {
      page: number,
      per_page: perPage,
      count: slice.length,
      total_count: items.length,
      total_pages: Math.ceil(items.length / perPage),
    },
  ];
}

function toCount(value: string | null, fallback: number): number {
  const number = Number(value ?? fallback);
  return Number.isSafeInteger(number) && number > 0 ? number : fallback;
}
