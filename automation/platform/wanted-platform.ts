import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readMigrationFiles } from '../../schema/migrate/migration-ledger.ts';

/** Secrets of the platform's Worker. They are in the stack's own encrypted settings and nowhere else. */
export interface PlatformSecrets {
  /** Standard Webhooks secret that platform and service sign their requests with. */
  readonly automationSecret: string;
  /** Private JWK, as JSON text. */
  readonly platformSigningKey: string;
}

/** The platform as this service wants it deployed. */
export interface WantedPlatform {
  /** Zone that people use. */
  readonly zone: { readonly id: string; readonly name: string };
  /** URL at which the platform reaches the service. */
  readonly automationUrl: string;
  readonly secrets: PlatformSecrets;
  /** sha256 in hex of all that a deployment is made of: two services that want the same have the same. */
  readonly digest: string;
}

/** What a wanted platform is made of, next to what the program is told by name. */
export interface WantedPlatformParts extends Omit<WantedPlatform, 'digest'> {
  /** Where it is deployed to and every setting that its stack is given: anything that JSON can write. */
  readonly settings: object;
  readonly bundleSha256: string;
  /** The Pulumi program that deploys it. */
  readonly programFile: string;
  readonly migrationsDirectory: string;
}

/** Puts a wanted platform together. Throws when the program or a migration cannot be read. */
export async function describeWantedPlatform(parts: WantedPlatformParts): Promise<WantedPlatform> {
  const { zone, automationUrl, secrets, settings, bundleSha256 } = parts;
  const [program, migrations] = await Promise.all([
    readFile(parts.programFile),
    readMigrationFiles(parts.migrationsDirectory),
  ]);
  const release = {
    bundleSha256,
    program: createHash('sha256').update(program).digest('hex'),
    migrations: migrations.map(({ name, sha256 }) => [name, sha256]),
  };
  const all = JSON.stringify({ zone, automationUrl, secrets, settings, release });
  return { zone, automationUrl, secrets, digest: createHash('sha256').update(all).digest('hex') };
}
