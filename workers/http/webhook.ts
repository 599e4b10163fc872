import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { type Refusal, refuse } from './refusal.ts';

/** The three headers of a request that is signed by Standard Webhooks. */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/**
 * Signs a body.
 *
 * @param secret `whsec_` and base64.
 * @param id Names the message; the same one when it is sent again.
 */
export function signBody(secret: string, id: string, body: string, nowMs: number): SignatureHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(nowMs / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(nowMs), body),
  };
}

/**
 * Checks a signature: it must be ours and at most five minutes old or ahead.
 *
 * @param secrets Accepted secrets, several while one is being replaced.
 * @returns undefined when it is good, else 401.
 */
export function checkSignature(
  headers: Headers,
  body: string,
  secrets: readonly string[],
): Refusal | undefined {
  const sent = Object.fromEntries(headers);
  return secrets.some((secret) => isSigned(secret, body, sent))
    ? undefined
    : refuse({ kind: 'signature_invalid' });
}

function isSigned(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error; // The secret itself is unusable: a fault of the deployment.
  }
}
