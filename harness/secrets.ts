import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from './client.ts';
import type { Factory } from './factory.ts';

/**
 * A token straight from the local issuer, for what the command line does not offer: the account of a stranger, or one
 * that has expired (a negative `ttlSeconds`).
 */
export async function mintToken(
  factory: Factory,
  asked: { email: string; audience: string; roles?: string[]; ttlSeconds?: number },
): Promise<string> {
  const secrets = JSON.parse(readFileSync(join(factory.home, 'secrets.json'), 'utf8')) as {
    issuerSecret: string;
  };
  const answer = await request<{ accessToken: string }>(`${factory.endpoints.issuer}/dev/tokens`, {
    method: 'POST',
    token: secrets.issuerSecret,
    body: asked,
  });
  if (answer.status >= 300) throw new Error(`the issuer refused: ${answer.text}`);
  return answer.body.accessToken;
}
