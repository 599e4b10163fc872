import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { readJsonFile } from '../read-json-file.ts';
import { createFileAtomically, writeFileIfChanged } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const secretsSchema = v.looseObject({
  cloudflareAccountId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits')),
  cloudflareApiToken: v.pipe(
    v.string(),
    // Cloudflare's plugin refuses any other form in its configuration.
    v.regex(/^[0-9A-Za-z_-]{40,80}$/, 'must be 40 to 80 characters of A-Z a-z 0-9 _ -'),
  ),
  automationSecret: v.pipe(v.string(), v.startsWith('whsec_', 'must start with whsec_')),
  pulumiPassphrase: v.pipe(v.string(), v.minLength(16)),
  issuerSecret: v.pipe(v.string(), v.minLength(16)),
});

/** Secrets of the factory, stored in `secrets.json`, which only its owner can read. */
export interface Secrets {
  readonly cloudflareAccountId: string;
  readonly cloudflareApiToken: string;
  /** Standard Webhooks secret between platform and service: `whsec_` and base64. */
  readonly automationSecret: string;
  readonly pulumiPassphrase: string;
  /** The secret that the local sign-in server requires for a token. */
  readonly issuerSecret: string;
}

const signingKeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.string(),
  y: v.string(),
  d: v.string(),
});

/** The key pair (ES256) by which accounts verify the platform's calls: JWKs as JSON text. */
export interface PlatformKeys {
  readonly signingKey: string;
  readonly publicKey: string;
}

/**
 * Reads the factory's secrets; undefined when there are none. Throws with the field's name when the file is damaged.
 */
export async function readSecrets(home: FreeholdHome): Promise<Secrets | undefined> {
  const file = await readJsonFile(home.secretsFile, secretsSchema);
  if (file.kind === 'damaged') {
    throw new Error(
      `${home.secretsFile} is not usable (${file.reason}); restore it or start a new FREEHOLD_HOME`,
    );
  }
  return file.kind === 'read' ? file.value : undefined;
}

/**
 * Reads the factory's secrets and creates them on the first call, together with the passphrase file for Pulumi.
 * Concurrent processes get the same ones.
 */
export async function ensureSecrets(home: FreeholdHome): Promise<Secrets> {
  const secrets = (await readSecrets(home)) ?? (await createSecrets(home));
  await writeFileIfChanged(home.passphraseFile, `${secrets.pulumiPassphrase}\n`, 0o600);
  return secrets;
}

async function createSecrets(home: FreeholdHome): Promise<Secrets> {
  const secrets: Secrets = {
    cloudflareAccountId: randomBytes(16).toString('hex'),
    cloudflareApiToken: randomBytes(36).toString('base64url'),
    automationSecret: `whsec_${randomBytes(32).toString('base64')}`,
    pulumiPassphrase: randomBytes(32).toString('base64url'),
    issuerSecret: randomBytes(32).toString('base64url'),
  };
  if (await createFileAtomically(home.secretsFile, toText(secrets), 0o600)) return secrets;
  const existing = await readSecrets(home);
  if (existing === undefined) throw new Error(`${home.secretsFile} disappeared while it was read`);
  return existing;
}

/**
 * Reads the platform's key pair and creates it on the first call. A factory that is older than this key pair gets it
 * at its next start.
 */
export async function ensurePlatformKeys(home: FreeholdHome): Promise<PlatformKeys> {
  let file = await readJsonFile(home.signingKeyFile, signingKeySchema);
  if (file.kind === 'missing') {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await createFileAtomically(home.signingKeyFile, toText(privateKey.export({ format: 'jwk' })), 0o600);
    file = await readJsonFile(home.signingKeyFile, signingKeySchema);
  }
  if (file.kind !== 'read') {
    throw new Error(`${home.signingKeyFile} is not usable; restore it, or delete it to get a new one`);
  }
  const { d, ...publicKey } = file.value;
  return { signingKey: JSON.stringify({ ...publicKey, d }), publicKey: JSON.stringify(publicKey) };
}

function toText(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
