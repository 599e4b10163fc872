import { createHash } from 'node:crypto';

/** Secrets of the platform's Worker. They are in the stack's own encrypted settings and nowhere else. */
export interface PlatformSecrets {
  /** Standard Webhooks secret that platform and service sign their requests with. */
  readonly automationSecret: string;
  /** Private JWK, as JSON text. */
  readonly platformSigningKey: string;
}

/** What the platform is deployed with next to its release: the addresses and secrets of this factory. */
export interface PlatformSurroundings {
  /** Zone that people use. */
  readonly zone: { readonly id: string; readonly name: string };
  /** URL at which the platform reaches the service. */
  readonly automationUrl: string;
  readonly secrets: PlatformSecrets;
  /** Where it is deployed to and every setting that its stack is given: anything that JSON can write. */
  readonly settings: object;
}

/**
 * The platform of one release as this service deploys it, as sha256 in hex: two services that would deploy the same have
 * the same digest.
 */
export function digestPlatform(surroundings: PlatformSurroundings, release: string): string {
  const { zone, automationUrl, secrets, settings } = surroundings;
  const all = JSON.stringify({ zone, automationUrl, secrets, settings, release });
  return createHash('sha256').update(all).digest('hex');
}
