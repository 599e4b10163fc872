import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { readJsonFile } from '../read-json-file.ts';
import {
  createFileAtomically,
  listFolder,
  pathExists,
  readTextFile,
  writeFileAtomically,
} from '../write-file.ts';
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
 * Reads the factory's secrets and creates them for a home that holds nothing yet, together with the passphrase file for
 * Pulumi. Concurrent processes get the same ones.
 *
 * @throws With what to do when a file is damaged, when the secrets of a home in use are missing, or when the two
 * passphrases differ: new secrets would make every stack of the home unreadable.
 */
export async function ensureSecrets(home: FreeholdHome): Promise<Secrets> {
  const secrets = (await readSecrets(home)) ?? (await createFirstSecrets(home));
  const passphrase = `${secrets.pulumiPassphrase}\n`;
  const stored = await readTextFile(home.passphraseFile);
  if (stored === undefined) await writeFileAtomically(home.passphraseFile, passphrase, 0o600);
  else if (stored.trim() !== secrets.pulumiPassphrase) {
    throw new Error(
      `${home.passphraseFile} and pulumiPassphrase of ${home.secretsFile} differ, and the stacks can be read with one of ` +
        'them only: restore the file that is wrong; if that is the first one, delete it',
    );
  }
  return secrets;
}

async function createFirstSecrets(home: FreeholdHome): Promise<Secrets> {
  const inUse = await findUse(home);
  if (inUse === undefined) return createSecrets(home);
  // Another process may have made them and begun to work meanwhile.
  const secrets = await readSecrets(home);
  if (secrets !== undefined) return secrets;
  throw new Error(
    `${home.secretsFile} is missing, but ${inUse} is there: restore it from a backup, since new secrets would fit neither ` +
      'the stacks nor the databases of this home; or set FREEHOLD_HOME to another folder to begin anew',
  );
}

/** A file or folder that only a factory with secrets has made; undefined in a home that holds none. */
async function findUse(home: FreeholdHome): Promise<string | undefined> {
  const {
    passphraseFile,
    signingKeyFile,
    stateDirectory,
    stacksDirectory,
    cloudDirectory,
    restateDirectory,
  } = home;
  for (const file of [passphraseFile, signingKeyFile]) if (await pathExists(file)) return file;
  for (const folder of [stateDirectory, stacksDirectory, cloudDirectory, restateDirectory])
    if ((await listFolder(folder)).length > 0) return folder;
  return undefined;
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
 *
 * @param isDeployed Whether the platform has been deployed with a key: accounts refuse the calls of a new one.
 * @throws With what to do when the file is damaged, or missing although the platform has been deployed with it.
 */
export async function ensurePlatformKeys(home: FreeholdHome, isDeployed = false): Promise<PlatformKeys> {
  let file = await readJsonFile(home.signingKeyFile, signingKeySchema);
  if (file.kind === 'missing' && !isDeployed) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await createFileAtomically(home.signingKeyFile, toText(privateKey.export({ format: 'jwk' })), 0o600);
    file = await readJsonFile(home.signingKeyFile, signingKeySchema);
  }
  if (file.kind !== 'read') {
    const fault = file.kind === 'missing' ? 'is missing' : `is not usable (${file.reason})`;
    throw new Error(
      `${home.signingKeyFile} ${fault}: restore it from a backup or from the stack of the platform, as ` +
        'docs/state-backends.md says; the accounts refuse the calls of a platform with a new key',
    );
  }
  const { d, ...publicKey } = file.value;
  return { signingKey: JSON.stringify({ ...publicKey, d }), publicKey: JSON.stringify(publicKey) };
}

function toText(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
