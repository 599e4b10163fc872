import { generateKeyPairSync } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The platform's key pair in one test process: JWKs as JSON text. */
export const platformKeys = {
  signingKey: JSON.stringify(privateKey.export({ format: 'jwk' })),
  publicKey: JSON.stringify(publicKey.export({ format: 'jwk' })),
} as const;
