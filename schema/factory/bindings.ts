/** Names under which an account's Worker finds what belongs to it, and nothing else: no fact of a firm is among them. */
export const accountBindingNames = {
  /** D1: the account's own database. */
  database: 'DB',
  /** R2: the account's own bucket. */
  documents: 'DOCUMENTS',
  /** Rate limiter: how much one user may ask; see `rateLimit` in `limits.ts`. */
  rateLimit: 'RATE_LIMIT',
  /** Id of the account: random, and all that its Worker carries of it. The rest is its standing, in its database. */
  accountId: 'ACCOUNT_ID',
  /** Public JWK, as JSON text, of the key that the platform signs its calls with. */
  platformPublicKey: 'PLATFORM_PUBLIC_KEY',
  /** Zone that people use: at its own host the platform's Worker has the files of the docs page. */
  zone: 'ZONE',
  /** Name of the release that the Worker is of. */
  release: 'RELEASE',
} as const;

/** Names under which the platform's Worker finds the registry and the automation service. */
export const platformBindingNames = {
  /** D1: the registry. */
  database: 'DB',
  /** Rate limiters; see `platformRateLimits` in `limits.ts`. */
  personLimit: 'PERSON_LIMIT',
  addressLimit: 'ADDRESS_LIMIT',
  /** Issuer of the access tokens, as in their `iss`; the accounts are told it in their standing. */
  issuer: 'ISSUER',
  /** `aud` of tokens for the platform's API. */
  audience: 'AUDIENCE',
  /** Base URL of the automation service. */
  automationUrl: 'AUTOMATION_URL',
  /** Secret: Standard Webhooks secret (`whsec_…`) shared with the automation service. */
  automationSecret: 'AUTOMATION_SECRET',
  /** Secret: private JWK, as JSON text, that the platform signs its calls to the accounts with (ES256). */
  platformSigningKey: 'PLATFORM_SIGNING_KEY',
  /** Zone that people's browsers use: `<slug>.<zone>`. */
  zone: 'ZONE',
  /** Zone that holds one host for each account's Worker. */
  accountsZone: 'ACCOUNTS_ZONE',
  release: 'RELEASE',
} as const;

/** `aud` of tokens for the platform's API. */
export const platformAudience = 'urn:freehold:platform';

/** `aud` of tokens for one account's API. */
export function accountAudience(accountId: string): string {
  return `urn:freehold:account:${accountId}`;
}
