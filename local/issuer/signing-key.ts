import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writeFileAtomic } from '../write-file-atomic.ts';

/** Signature algorithm of all tokens. Verifying RS256 takes a Worker a third of the time of ES256. */
export const signingAlgorithm = 'RS256';

/** The private signing key, created once and stored in the folder, so that tokens stay valid after a restart. */
export async function readSigningKey(directory: string): Promise<JWK> {
  const file = path.join(directory, 'jwks.json');
  if (existsSync(file)) {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: JWK[] };
    const [key] = keys;
    if (key !== undefined) return key;
  }
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const key: JWK = {
    ...(await exportJWK(privateKey)),
    kid: crypto.randomUUID(),
    use: 'sig',
    alg: signingAlgorithm,
  };
  writeFileAtomic(file, JSON.stringify({ keys: [key] }));
  return key;
}
