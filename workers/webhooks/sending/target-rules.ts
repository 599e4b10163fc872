import ipaddr from 'ipaddr.js';
import { loopbackHosts } from '../../../schema/webhooks/endpoint-address.ts';

/**
 * Whether this deployment is one on a developer's machine: there the factory's zone is one of the names below
 * `localhost`, which lead nowhere else (RFC 6761) and which no zone at Cloudflare can have.
 *
 * @param zone The zone that people use.
 */
export function isLocalDeployment(zone: string): boolean {
  return zone.endsWith('.localhost');
}

/**
 * Says what is wrong with an address that messages are to go to: they go to public hosts alone, encrypted, and on a
 * developer's machine to that machine as well. Names are judged as they are written; docs/webhooks.md says why.
 *
 * @param isLocal Whether this is a developer's machine.
 * @returns Undefined when messages may go there.
 */
export function findTargetFault(address: string, isLocal: boolean): string | undefined {
  if (!URL.canParse(address)) return 'is not an address';
  const { protocol, hostname } = new URL(address);
  if (isLocal && loopbackHosts.includes(hostname)) return undefined;
  if (protocol !== 'https:') return 'must be an https:// address';
  return isPublicHost(hostname) ? undefined : 'must name a public host';
}

/** Endings of names that lead nowhere, or into the network of whoever asks. */
const PRIVATE_ENDINGS = [
  '.localhost',
  '.local',
  '.internal',
  '.home.arpa',
  '.lan',
  '.test',
  '.invalid',
  '.onion',
];

/** Global unicast addresses, the only ones of IPv6 that IANA has given to networks so far. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** @param hostname As `URL` gives it: lower case, an IPv4 address of any notation as four decimals, IPv6 in brackets. */
function isPublicHost(hostname: string): boolean {
  const address = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  if (ipaddr.isValid(address)) return isPublicAddress(ipaddr.parse(address));
  const name = hostname.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_ENDINGS.some((ending) => name.endsWith(ending));
}

/** Outside IANA's special-purpose blocks, those that carry an IPv4 address in an IPv6 one included. */
function isPublicAddress(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}
