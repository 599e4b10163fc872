import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as v from 'valibot';
import { readJsonFile } from '../../system/read-json-file.ts';
import { writeFileAtomically } from '../../system/write-file.ts';

/** Signature algorithm of all tokens. Verifying RS256 takes a Worker a third of the time of ES256. */
export const signingAlgorithm = 'RS256';

/** Name of the key's file in the folder of the sign-in server. */
export const signingKeyFileName = 'jwks.json';

const keySetSchema = v.object({ keys: v.tuple([v.looseObject({ kty: v.literal('RSA'), d: v.string() })]) });

/**
 * The private signing key, created once and stored in the folder, so that tokens stay valid after a restart.
 *
 * @throws when the file is damaged.
 */
export async function readSigningKey(directory: string): Promise<JWK> {
  const file = path.join(directory, signingKeyFileName);
  const stored = await readJsonFile(file, keySetSchema);
  if (stored.kind === 'read') return stored.value.keys[0];
  if (stored.kind === 'damaged') {
    throw new Error(`${file} is damaged (${stored.reason}): restore it, or delete it to get a new key`);
  }
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const key: JWK = {
    ...(await exportJWK(privateKey)),
    kid: crypto.randomUUID(),
    use: 'sig',
    alg: signingAlgorithm,
  };
  await writeFileAtomically(file, JSON.stringify({ keys: [key] }), 0o600);
  return key;
}
