import { loopbackHosts } from '../../../schema/account/tables/webhook-endpoints.ts';

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

/** @param hostname As `URL` gives it: lower case, an IPv4 address of any notation as four decimals. */
function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicIpv6(hostname.slice(1, -1));
  if (/^\d+(?:\.\d+){3}$/.test(hostname)) return isPublicIpv4(hostname);
  const name = hostname.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_ENDINGS.some((ending) => name.endsWith(ending));
}

/** IANA's special-purpose IPv4 blocks, as first address and length of the prefix. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

function isPublicIpv4(address: string): boolean {
  const number = toNumber(address);
  return !SPECIAL_IPV4.some(([first, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(number / size) === Math.floor(toNumber(first) / size);
  });
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Only global unicast, 2000::/3, without the blocks that carry an IPv4 address or are for documents. */
function isPublicIpv6(address: string): boolean {
  const [first = '0', second = '0'] = address.split(':');
  const head = Number.parseInt(first === '' ? '0' : first, 16);
  const next = Number.parseInt(second === '' ? '0' : second, 16);
  if (head < 0x2000 || head > 0x3fff) return false;
  if (head === 0x2002 || head === 0x3fff) return false;
  return !(head === 0x2001 && (next < 0x200 || next === 0xdb8));
}
