import { toSignedText } from '../../schema/factory/message-signature.ts';
import { checkSignature } from '../../workers/webhooks/webhook-signature.ts';
import { toProblemResponse } from './problem.ts';

/** Requests that carry a Standard Webhooks signature over their method, path and body. */
export interface SignedRequests {
  /**
   * Passes the body and the id of the message on if its signature is valid. A recorded request can be sent again within
   * the tolerance of its timestamp: the work must do the same thing once for the same id.
   */
  handle(request: Request, work: (body: string, messageId: string) => Promise<Response>): Promise<Response>;
}

/** Maximum size of a body, which has the few fields of an operation. */
const bodyBytesMax = 64 * 1024;

/** @param nowMs The clock. */
export function createSignedRequests(secret: string, nowMs: () => number): SignedRequests {
  return {
    async handle(request, work) {
      const body = await readBody(request);
      if (body === undefined) {
        return toProblemResponse({ kind: 'body_too_large', bytesMax: bodyBytesMax }, request);
      }
      const text = toSignedText(request.method, new URL(request.url).pathname, body);
      const headers = new Headers(Object.fromEntries(request.headers));
      const unsigned = await checkSignature(headers, text, [secret], nowMs());
      return unsigned === undefined
        ? await work(body, headers.get('webhook-id') ?? '')
        : toProblemResponse({ kind: 'signature_invalid' }, request);
    },
  };
}

async function readBody(request: Request): Promise<string | undefined> {
  // The server's `Request` has undefined where the standard has null.
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
