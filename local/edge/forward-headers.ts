import type { IncomingMessage } from 'node:http';
import { hopByHopHeaders } from '../../schema/factory/hop-by-hop-headers.ts';

/** Miniflare's header for `request.cf`. */
const cfBlobHeader = 'mf-cf-blob';

/**
 * Copies the headers of a message in order, as a flat list of names and values.
 *
 * Omits hop-by-hop headers, headers of the local cloud, and any for which `isDropped` is true.
 */
export function copyHeaders(message: IncomingMessage, isDropped: (name: string) => boolean): string[] {
  const copied: string[] = [];
  const dropped = hopByHopHeaders(message.headers.connection);
  const raw = message.rawHeaders;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const lower = name.toLowerCase();
    if (dropped.has(lower) || lower === cfBlobHeader) continue;
    if (lower.startsWith('x-freehold-') || isDropped(lower)) continue;
    copied.push(name, raw[index + 1] ?? '');
  }
  return copied;
}

/** Headers that Cloudflare adds to every request to a Worker. */
export function cloudflareHeaders(request: {
  readonly ray: string;
  readonly clientIp: string;
  readonly scheme: string;
}): string[] {
  const place = { colo: 'LHR', country: 'GB', city: 'London', continent: 'EU', timezone: 'Europe/London' };
  const protocol = {
    httpProtocol: 'HTTP/1.1',
    tlsVersion: 'TLSv1.3',
    asn: 0,
    asOrganization: 'Freehold local cloud',
  };
  return [
    ['cf-connecting-ip', request.clientIp],
    ['cf-ipcountry', place.country],
    ['cf-ray', request.ray],
    ['cf-visitor', JSON.stringify({ scheme: request.scheme })],
    ['cdn-loop', 'cloudflare; loops=1'],
    ['x-forwarded-for', request.clientIp],
    ['x-forwarded-proto', request.scheme],
    [cfBlobHeader, JSON.stringify({ ...place, ...protocol })],
  ].flat();
}

/** Names of the headers that only the edge may set. */
export function isCloudflareHeader(name: string): boolean {
  return name.startsWith('cf-') || ['cdn-loop', 'x-forwarded-for', 'x-forwarded-proto'].includes(name);
}
