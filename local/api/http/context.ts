import type { IRequest } from 'itty-router';
import type { Pool } from '../../storage/pool.ts';
import type { Registry } from '../../storage/registry.ts';
import type { Volumes } from '../../storage/volumes.ts';
import type { Zone } from '../../zones.ts';
import type { Transfers } from '../d1/transfers.ts';

/** The context of the v4 API's handlers. */
export interface CloudContext {
  readonly registry: Registry;
  readonly pool: Pool;
  readonly volumes: Volumes;
  readonly accountId: string;
  readonly zones: readonly Zone[];
  readonly transfers: Transfers;
  readonly now: () => number;
}

/** A request with its route's parameters and its query. */
export type CloudRequest = IRequest & Request;

/** The instant as the API writes it: ISO 8601, UTC, with milliseconds. */
export function instantOf(context: CloudContext): string {
  return new Date(context.now()).toISOString();
}

/** A parameter of the matched route, decoded. */
export function param(request: CloudRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return decodeURIComponent(value);
}

/** The query of the request. */
export function queryOf(request: CloudRequest): URLSearchParams {
  return new URL(request.url).searchParams;
}
