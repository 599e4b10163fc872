import { limits } from '../../../schema/model/limits.ts';

/** A request's body for forwarding to an account. */
export interface ResendableBody {
  readonly body: ArrayBuffer | ReadableStream<Uint8Array> | null;
  /** Whether it can be sent again, because all of it is in memory. */
  readonly isHeld: boolean;
}

/**
 * Reads a small request body, up to the limit of a JSON body, into memory so that it can be sent twice. A larger one,
 * or one of unknown length, is streamed and can be sent once.
 */
export async function takeBody(request: Request): Promise<ResendableBody> {
  // Content of a GET or HEAD has no meaning (RFC 9110 §9.3.1), and `fetch` refuses to send it.
  const hasContent = request.body !== null && request.method !== 'GET' && request.method !== 'HEAD';
  if (!hasContent) return { body: null, isHeld: true };
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= limits.requestBodyBytesMax)) return { body: request.body, isHeld: false };
  return { body: await request.arrayBuffer(), isHeld: true };
}
