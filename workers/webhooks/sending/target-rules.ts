import ipaddr from 'ipaddr.js';
import { loopbackHosts } from '../../../schema/webhooks/endpoint-address.ts';

/**
 * Whether this deployment runs on a developer's machine: its zone is then below `localhost`, which always means the
 * machine itself (RFC 6761) and cannot be a zone at Cloudflare.
 *
 * @param zone The zone that people use.
 */
export function isLocalDeployment(zone: string): boolean {
  return zone.endsWith('.localhost');
}

/**
 * Checks the address of an endpoint. Messages are only sent to public hosts over https, and on a developer's machine
 * also to that machine. Host names are not resolved; docs/webhooks.md says why.
 *
 * @param isLocal Whether this is a developer's machine.
 * @returns What is wrong with it; undefined when messages may be sent there.
 */
export function findTargetFault(address: string, isLocal: boolean): string | undefined {
  if (!URL.canParse(address)) return 'is not an address';
  const { protocol, hostname } = new URL(address);
  if (isLocal && loopbackHosts.includes(hostname)) return undefined;
  if (protocol !== 'https:') return 'must be an https:// address';
  return isPublicHost(hostname) ? undefined : 'must name a public host';
}

/** Endings of names that cannot be resolved publicly, or only in the resolver's own network. */
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

/** Global unicast addresses, the only IPv6 addresses that IANA has allocated to networks so far. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** @param hostname As `URL` gives it: lower case, an IPv4 address of any notation as four decimals, IPv6 in brackets. */
function isPublicHost(hostname: string): boolean {
  const address = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  if (ipaddr.isValid(address)) return isPublicAddress(ipaddr.parse(address));
  const name = hostname.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_ENDINGS.some((ending) => name.endsWith(ending));
}

/** Whether an address is outside IANA's special-purpose blocks, including those that embed IPv4 in IPv6. */
function isPublicAddress(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}
