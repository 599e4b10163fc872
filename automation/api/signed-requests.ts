import { createHash } from 'node:crypto';
import { checkSignature, toSignedText } from '../../workers/webhooks/webhook-signature.ts';
import { toProblemResponse } from './problem.ts';

/** Requests that carry a Standard Webhooks signature over their method, path and body; each is handled at most once. */
export interface SignedRequests {
  /**
   * Hands the body on once its signature holds. A request that was answered with a 5xx, or not at all, has not been
   * handled: the very same one may come again.
   */
  handle(request: Request, work: (body: string) => Promise<Response>): Promise<Response>;
}

/** Bodies are an operation's few fields. */
const bodyBytesMax = 64 * 1024;

/** A signature is refused by its age after 5 minutes, either way; until then it must be remembered. */
const rememberedForMs = 11 * 60_000;

/** @param nowMs The clock. */
export function createSignedRequests(secret: string, nowMs: () => number): SignedRequests {
  const seen = new Map<string, number>();

  const forgetOld = (): void => {
    for (const [known, atMs] of seen) {
      if (nowMs() - atMs < rememberedForMs) break;
      seen.delete(known);
    }
  };

  return {
    async handle(request, work) {
      const body = await readBody(request);
      if (body === undefined) return toProblemResponse({ kind: 'body_too_large', bytesMax: bodyBytesMax });
      const text = toSignedText(request.method, new URL(request.url).pathname, body);
      const headers = new Headers(Object.fromEntries(request.headers));
      const unsigned = await checkSignature(headers, text, [secret], nowMs());
      if (unsigned !== undefined) return toProblemResponse({ kind: 'signature_invalid' });
      forgetOld();
      // Remembered from the start, so that of two at the same moment one is handled.
      const message = toMessage(request.headers, text);
      if (seen.has(message)) return toProblemResponse({ kind: 'message_replayed' });
      seen.set(message, nowMs());
      try {
        const answer = await work(body);
        if (answer.status >= 500) seen.delete(message);
        return answer;
      } catch (error) {
        seen.delete(message);
        throw error;
      }
    },
  };
}

/**
 * What a message is, whatever else stands in its headers: a signature may be followed by others that are noise. A
 * resend carries a new time and so is another message.
 */
function toMessage(headers: Headers, text: string): string {
  const parts = [headers.get('webhook-id'), headers.get('webhook-timestamp'), text];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
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
