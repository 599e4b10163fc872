import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writeFileAtomic } from '../write-file-atomic.ts';

/** Algorithm of every token. Checking RS256 costs a Worker a third of what ES256 does. */
export const signingAlgorithm = 'RS256';

/** The private key that signs tokens: made once, then read from the folder, so that tokens outlive a restart. */
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
