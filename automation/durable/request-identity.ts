import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base58 } from '@scure/base';
import type { FreeholdHome } from '../../system/home/home.ts';
import { createFileAtomically } from '../../system/write-file.ts';

/** The key pair (Ed25519) by which handlers verify the calls of their Restate server. */
export interface RequestIdentity {
  /** PKCS 8 in PEM, only for the server. */
  readonly privateKeyFile: string;
  /** Public key for the handlers, in Restate's form: `publickeyv1_` and the key in base 58. */
  readonly publicKey: string;
}

/**
 * Reads the key pair of a factory's own Restate server and creates it on the first call.
 *
 * @see https://docs.restate.dev/services/security
 * @throws With the name of the file when it is damaged.
 */
export async function ensureRequestIdentity(home: FreeholdHome): Promise<RequestIdentity> {
  const privateKeyFile = join(home.restateDirectory, 'request-identity.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  await createFileAtomically(
    privateKeyFile,
    privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    0o600,
  );
  return { privateKeyFile, publicKey: await readPublicKey(privateKeyFile) };
}

async function readPublicKey(privateKeyFile: string): Promise<string> {
  try {
    const publicKey = createPublicKey(createPrivateKey(await readFile(privateKeyFile)));
    const { x = '' } = publicKey.export({ format: 'jwk' });
    return `publickeyv1_${base58.encode(Buffer.from(x, 'base64url'))}`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${privateKeyFile} is not usable (${why}); delete it to get a new one`);
  }
}
