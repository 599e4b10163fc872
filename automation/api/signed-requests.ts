import { toSignedText } from '../../schema/factory/message-signature.ts';
import { checkSignature } from '../../workers/webhooks/webhook-signature.ts';
import { toProblemResponse } from './problem.ts';

/** Requests that carry a Standard Webhooks signature over their method, path and body. */
export interface SignedRequests {
  /**
   * Hands the body on once its signature holds. A recorded request may come again while its signature is young: what is
   * asked for here is known by the operation's id, so that twice is once.
   */
  handle(request: Request, work: (body: string) => Promise<Response>): Promise<Response>;
}

/** Bodies are an operation's few fields. */
const bodyBytesMax = 64 * 1024;

/** @param nowMs The clock. */
export function createSignedRequests(secret: string, nowMs: () => number): SignedRequests {
  return {
    async handle(request, work) {
      const body = await readBody(request);
      if (body === undefined) return toProblemResponse({ kind: 'body_too_large', bytesMax: bodyBytesMax });
      const text = toSignedText(request.method, new URL(request.url).pathname, body);
      const headers = new Headers(Object.fromEntries(request.headers));
      const unsigned = await checkSignature(headers, text, [secret], nowMs());
      return unsigned === undefined ? await work(body) : toProblemResponse({ kind: 'signature_invalid' });
    },
  };
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
