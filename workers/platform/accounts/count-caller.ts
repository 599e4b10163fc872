import ipaddr from 'ipaddr.js';
import { platformRateLimits } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { sha256Hex } from '../../http/encoding/sha256.ts';
import type { Person } from '../../http/identity/access-token.ts';
import { countRequest } from '../../http/limits/count-request.ts';
import type { Refusal } from '../../http/problems/refusal.ts';
import type { PlatformBindings } from '../bindings.ts';

/** Counts a request against the limit of its address, before its token costs anything; 429 above it. */
export async function countAddress(context: ApiContext<PlatformBindings>): Promise<Refusal | undefined> {
  const address = toNetwork(context.request.headers.get('cf-connecting-ip') ?? '');
  const policy = { name: 'address', ...platformRateLimits.address } as const;
  return await countRequest(context.bindings.ADDRESS_LIMIT, await sha256Hex(address), policy, context);
}

/** The address of an IPv4 caller, and the network of an IPv6 caller: each has at least the 2^64 addresses of a /64. */
function toNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}

/** Counts a request against the limit of its person; 429 above it. */
export async function countPerson(
  context: ApiContext<PlatformBindings>,
  { issuer, subject }: Person,
): Promise<Refusal | undefined> {
  const policy = { name: 'user', ...platformRateLimits.person } as const;
  const key = await sha256Hex(`${issuer}|${subject}`);
  return await countRequest(context.bindings.PERSON_LIMIT, key, policy, context);
}
