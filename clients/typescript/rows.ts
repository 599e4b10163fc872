import type { Client, FetchOptions } from 'openapi-fetch';
import { ok } from './problem.ts';

/** A page of a list. */
type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor: string | null };

type PageAt<Paths, Path extends keyof Paths> = Paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

/** Paths of lists. */
export type ListPath<Paths> = {
  [Path in keyof Paths]: PageAt<Paths, Path> extends never
    ? never
    : PageAt<Paths, Path> extends Page<unknown>
      ? Path
      : never;
}[keyof Paths];

/** A row of a list; partial if `fields` is set. */
export type RowAt<Paths, Path extends keyof Paths, Init = unknown> =
  PageAt<Paths, Path> extends Page<infer Row>
    ? Init extends { params: { query: { fields: unknown } } }
      ? Row
      : Whole<Row>
    : never;

/** Of a row and a partial row, the complete one. */
type Whole<Row> = Row extends { createdAt: string } ? Row : Row extends { createdAt?: string } ? never : Row;

type GetOptions<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Get }
  ? Partial<FetchOptions<Get>>
  : never;

/** Iterates over all rows of a list. */
export type Every<Paths extends object> = <
  Path extends ListPath<Paths>,
  Init extends GetOptions<Paths, Path>,
>(
  path: Path,
  init?: Init,
) => AsyncGenerator<RowAt<Paths, Path, Init>, void, undefined>;

/**
 * Iterates over all rows of a list, page by page, until the caller stops.
 *
 * @throws `ApiProblem` when a page is refused.
 */
export function everyRow<Paths extends object>(routes: Client<Paths>): Every<Paths> {
  const get = routes.GET as unknown as (
    path: PropertyKey,
    init: object,
  ) => Promise<{ data?: Page<never>; response: Response }>;
  return async function* every(path, init) {
    const { params = {}, ...rest } = (init ?? {}) as { params?: { query?: object } };
    let cursor: string | null | undefined;
    do {
      const query = { ...params.query, ...(cursor === undefined ? {} : { cursor }) };
      const page: Page<never> = await ok(get(path, { ...rest, params: { ...params, query } }));
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  };
}
