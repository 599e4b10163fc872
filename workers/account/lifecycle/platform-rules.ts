import { accountAudience } from '../../../schema/factory/bindings.ts';
import type { PlatformTokenRules } from '../../http/identity/platform-token.ts';
import type { AccountBindings } from '../bindings.ts';

/** What a token of the platform must be for, to be accepted by this account. */
export function platformRules({ PLATFORM_PUBLIC_KEY, ACCOUNT_ID }: AccountBindings): PlatformTokenRules {
  return { publicKey: PLATFORM_PUBLIC_KEY, audience: accountAudience(ACCOUNT_ID) };
}
