import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { readTextFile, writeFileIfChanged } from '../write-file.ts';
import type { FreeholdHome } from './home.ts';

const secretsSchema = v.looseObject({
  cloudflareAccountId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits')),
  cloudflareApiToken: v.pipe(
    v.string(),
    // Cloudflare's own plugin refuses any other form in its configuration.
    v.regex(/^[0-9A-Za-z_-]{40,80}$/, 'must be 40 to 80 characters of A-Z a-z 0-9 _ -'),
  ),
  automationSecret: v.pipe(v.string(), v.startsWith('whsec_')),
  pulumiPassphrase: v.pipe(v.string(), v.minLength(16)),
  issuerSecret: v.pipe(v.string(), v.minLength(16)),
});

/** What only this factory may know. Kept in `secrets.json`, readable by its owner alone. */
export interface Secrets {
  readonly cloudflareAccountId: string;
  readonly cloudflareApiToken: string;
  /** Standard Webhooks secret between platform and service: `whsec_` and base64. */
  readonly automationSecret: string;
  readonly pulumiPassphrase: string;
  /** What the local sign-in server wants before it hands out a token. */
  readonly issuerSecret: string;
}

const signingKeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.string(),
  y: v.string(),
  d: v.string(),
});

/** The key pair (ES256) by which accounts know the platform's calls: JWKs as JSON text. */
export interface PlatformKeys {
  readonly signingKey: string;
  readonly publicKey: string;
}

/** Reads the factory's secrets. Throws with the field's name when the file is damaged; undefined when there is none. */
export async function readSecrets(home: FreeholdHome): Promise<Secrets | undefined> {
  const text = await readTextFile(home.secretsFile);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(secretsSchema, JSON.parse(text));
  if (!parsed.success) {
    const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
    throw new Error(
      `${home.secretsFile} is not usable (${issues.join('; ')}); restore it or start a new FREEHOLD_HOME`,
    );
  }
  return parsed.output;
}

/**
 * Reads the factory's secrets and makes them on the first call, together with the file that Pulumi reads its
 * passphrase from. Two processes that make them at the same time end up with the same ones.
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
  if (await createOnce(home.secretsFile, secrets)) return secrets;
  const existing = await readSecrets(home);
  if (existing === undefined) throw new Error(`${home.secretsFile} came and went`);
  return existing;
}

/**
 * Reads the platform's key pair and makes it on the first call, which may be long after that of the other secrets: a
 * factory that is older than the keys gets them at its next start.
 */
export async function ensurePlatformKeys(home: FreeholdHome): Promise<PlatformKeys> {
  if ((await readTextFile(home.signingKeyFile)) === undefined) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await createOnce(home.signingKeyFile, privateKey.export({ format: 'jwk' }));
  }
  const parsed = v.safeParse(signingKeySchema, JSON.parse((await readTextFile(home.signingKeyFile)) ?? '{}'));
  if (!parsed.success) {
    throw new Error(`${home.signingKeyFile} is not usable; restore it, or delete it to get a new one`);
  }
  const { d, ...publicKey } = parsed.output;
  return { signingKey: JSON.stringify({ ...publicKey, d }), publicKey: JSON.stringify(publicKey) };
}

/** Writes a file that only its owner may read, unless there is one: whoever comes second takes the first one's. */
async function createOnce(path: string, content: unknown): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(draft, path); // A link fails where a rename would overwrite.
    return true;
  } catch (error) {
    if ((await readTextFile(path)) === undefined) throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}
