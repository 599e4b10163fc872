import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { FreeholdHome } from './home.ts';
import { readTextFile, writeFileIfChanged } from './write-file.ts';

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
  await mkdir(home.root, { recursive: true });
  const draft = `${home.secretsFile}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    // A link fails where a rename would overwrite: whoever comes second takes the first one's secrets.
    await link(draft, home.secretsFile);
    return secrets;
  } catch (error) {
    const existing = await readSecrets(home);
    if (existing === undefined) throw error;
    return existing;
  } finally {
    await rm(draft, { force: true });
  }
}
