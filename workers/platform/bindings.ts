/** What the platform's Worker is given. The names are those of `platformBindingNames`, which the deployment reads too. */
export interface PlatformBindings {
  /** The registry, and nothing of any firm's clients. */
  readonly DB: D1Database;
  /** Issuer of the access tokens, as in their `iss`. */
  readonly ISSUER: string;
  /** `aud` that a token must have. */
  readonly AUDIENCE: string;
  /** Base URL of the automation service. */
  readonly AUTOMATION_URL: string;
  /** `whsec_…`, shared with the automation service. */
  readonly AUTOMATION_SECRET: string;
  /** Public zone: `<slug>.<zone>` is an account, the zone itself the platform. */
  readonly ZONE: string;
  /** Zone of the accounts' Workers, one host each. */
  readonly ACCOUNTS_ZONE: string;
  /** First 16 hex digits of this bundle's sha256. */
  readonly RELEASE: string;
}
