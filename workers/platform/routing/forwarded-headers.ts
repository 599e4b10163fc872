import { hopByHopHeaders } from '../../../schema/factory/hop-by-hop-headers.ts';
import { routingEpochHeader } from '../../../schema/factory/standing.ts';
import { MAINTENANCE_HEADER } from '../../http/request/maintenance-header.ts';

function withoutHopByHop(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of hopByHopHeaders(headers.get('connection'))) kept.delete(name);
  return kept;
}

/**
 * Headers for the account's Worker: the caller's, including `Authorization`, without hop-by-hop headers.
 * `x-forwarded-host`, `-proto` and `-prefix` say how the caller addressed the account, and `x-freehold-epoch` is the
 * routing epoch of its row; values sent by the caller are replaced.
 */
export function toAccountHeaders(request: Request, prefix: string, routingEpoch: number): Headers {
  const url = new URL(request.url);
  const headers = withoutHopByHop(request.headers);
  headers.delete('host');
  headers.set('x-forwarded-host', url.host);
  headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
  headers.set(routingEpochHeader, String(routingEpoch));
  if (prefix === '') headers.delete('x-forwarded-prefix');
  else headers.set('x-forwarded-prefix', prefix);
  return headers;
}

/**
 * Headers for the caller: the account's, with a `Location` inside the account's Worker rewritten to the public address,
 * because the Worker does not know the prefix.
 */
export function toCallerHeaders(headers: Headers, workerUrl: string, prefix: string): Headers {
  const kept = withoutHopByHop(headers);
  kept.delete(MAINTENANCE_HEADER);
  const location = kept.get('location');
  if (location !== null) kept.set('location', toPublicLocation(location, workerUrl, prefix));
  return kept;
}

function toPublicLocation(location: string, workerUrl: string, prefix: string): string {
  const origin = new URL(workerUrl).origin;
  const path = location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
  return path.startsWith('/') && !path.startsWith('//') ? `${prefix}${path}` : location;
}
