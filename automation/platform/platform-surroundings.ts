import { createHash } from 'node:crypto';

/** Secrets of the platform's Worker. They are stored only in the stack's own encrypted settings. */
export interface PlatformSecrets {
  /** Standard Webhooks secret with which platform and service sign their requests. */
  readonly automationSecret: string;
  /** Private JWK, as JSON text. */
  readonly platformSigningKey: string;
}

/** The addresses and secrets of this factory that the platform is deployed with, in addition to its release. */
export interface PlatformSurroundings {
  /** The users' zone. */
  readonly zone: { readonly id: string; readonly name: string };
  /** URL at which the platform reaches the service. */
  readonly automationUrl: string;
  readonly secrets: PlatformSecrets;
  /** Where it is deployed, and every setting of its stack: any JSON value. */
  readonly settings: object;
}

/**
 * Digest of a release's platform as this service deploys it, sha256 in hex. Services that would deploy the same
 * platform have the same digest.
 */
export function digestPlatform(surroundings: PlatformSurroundings, release: string): string {
  const { zone, automationUrl, secrets, settings } = surroundings;
  const all = JSON.stringify({ zone, automationUrl, secrets, settings, release });
  return createHash('sha256').update(all).digest('hex');
}
