import { createHash } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { RequestProblem } from './problem.ts';

/** A request's body, once its signature holds; or why it is refused. */
export type SignedBody =
  | { readonly kind: 'signed'; readonly body: string }
  | { readonly kind: 'refused'; readonly problem: RequestProblem };

/** Reads requests that carry a Standard Webhooks signature, each at most once. */
export interface SignedRequests {
  read(request: Request): Promise<SignedBody>;
}

/** Bodies are an operation's few fields. */
const bodyBytesMax = 64 * 1024;

/** A signature is refused by its age after 5 minutes, either way; until then it must be remembered. */
const rememberedForMs = 11 * 60_000;

/** @param nowMs The clock, for what is remembered. The signature's age is checked against the system's. */
export function createSignedRequests(secret: string, nowMs: () => number): SignedRequests {
  const webhook = new Webhook(secret);
  const seen = new Map<string, number>();

  /** A resend by the sender carries a new time and so another signature; the same one again is a replay. */
  const isReplay = (message: string): boolean => {
    for (const [known, atMs] of seen) {
      if (nowMs() - atMs < rememberedForMs) break;
      seen.delete(known);
    }
    if (seen.has(message)) return true;
    seen.set(message, nowMs());
    return false;
  };

  return {
    async read(request) {
      const body = await readBody(request);
      if (body === undefined) return refuse({ kind: 'body_too_large', bytesMax: bodyBytesMax });
      try {
        webhook.verify(body, Object.fromEntries(request.headers), { jsonParse: false });
      } catch (error) {
        if (error instanceof WebhookVerificationError) return refuse({ kind: 'signature_invalid' });
        throw error;
      }
      return isReplay(toMessage(request, body))
        ? refuse({ kind: 'message_replayed' })
        : { kind: 'signed', body };
    },
  };
}

/** What a message is, whatever else stands in its headers: a signature may be followed by others that are noise. */
function toMessage({ method, url, headers }: Request, body: string): string {
  const parts = [
    method,
    new URL(url).pathname,
    headers.get('webhook-id'),
    headers.get('webhook-timestamp'),
    body,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

function refuse(problem: RequestProblem): SignedBody {
  return { kind: 'refused', problem };
}

async function readBody(request: Request): Promise<string | undefined> {
  // The server's own Request has no body at all where the standard has null.
  if (request.body === null || request.body === undefined) return '';
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytesMax) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > bodyBytesMax) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
