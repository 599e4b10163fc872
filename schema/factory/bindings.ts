/** Names of the bindings of an account's Worker. None of them contains data of the firm. */
export const accountBindingNames = {
  /** D1: the account's own database. */
  database: 'DB',
  /** R2: the account's own bucket. */
  documents: 'DOCUMENTS',
  /** Rate limiter for the requests of one user; see `rateLimit` in `limits.ts`. */
  rateLimit: 'RATE_LIMIT',
  /** Random id of the account. Everything else about the account is in its standing, in its database. */
  accountId: 'ACCOUNT_ID',
  /** Public JWK, as JSON text, of the key that the platform signs its calls with. */
  platformPublicKey: 'PLATFORM_PUBLIC_KEY',
  /** The users' zone: at the account's own host, the platform's Worker serves the files of the docs page from there. */
  zone: 'ZONE',
  /** Name of the Worker's release. */
  release: 'RELEASE',
} as const;

/** Names of the bindings of the platform's Worker: the registry, the automation service and their settings. */
export const platformBindingNames = {
  /** D1: the registry. */
  database: 'DB',
  /** Rate limiters; see `platformRateLimits` in `limits.ts`. */
  personLimit: 'PERSON_LIMIT',
  addressLimit: 'ADDRESS_LIMIT',
  /** Issuer of the access tokens, as in their `iss`; each account's standing contains it. */
  issuer: 'ISSUER',
  /** `aud` of tokens for the platform's API. */
  audience: 'AUDIENCE',
  /** Base URL of the automation service. */
  automationUrl: 'AUTOMATION_URL',
  /** Secret: Standard Webhooks secret (`whsec_…`) shared with the automation service. */
  automationSecret: 'AUTOMATION_SECRET',
  /** Secret: private JWK, as JSON text, that the platform signs its calls to the accounts with (ES256). */
  platformSigningKey: 'PLATFORM_SIGNING_KEY',
  /** Zone of the hosts for users: `<slug>.<zone>`. */
  zone: 'ZONE',
  /** Zone of the hosts of the accounts' Workers. */
  accountsZone: 'ACCOUNTS_ZONE',
  release: 'RELEASE',
} as const;

/** `aud` of tokens for the platform's API. */
export const platformAudience = 'urn:freehold:platform';

/** `aud` of tokens for one account's API. */
export function accountAudience(accountId: string): string {
  return `urn:freehold:account:${accountId}`;
}
