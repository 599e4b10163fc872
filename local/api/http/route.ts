import type { CloudContext, CloudRequest } from './context.ts';

/** One endpoint of the v4 API. Paths are relative to `/client/v4`; `:name+` matches the rest of the path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly handle: (request: CloudRequest, context: CloudContext) => Response | Promise<Response>;
}
