import { limits } from '../../../schema/model/limits.ts';
import { startTimeLimit } from '../../http/api/time-limit.ts';
import type { Refusal } from '../../http/problems/refusal.ts';

/** A request's body for forwarding to an account. */
export interface ResendableBody {
  readonly body: ArrayBuffer | ReadableStream<Uint8Array> | null;
  /** Whether it can be sent again, because all of it is in memory. */
  readonly isHeld: boolean;
}

/**
 * Reads a small request body, up to the limit of a JSON body, into memory so that it can be sent twice. A larger one,
 * or one of unknown length, is streamed and can be sent once.
 *
 * @param timeoutMs See `startTimeLimit()`.
 * @returns 504 when the JSON does not arrive in time.
 */
export async function takeBody(request: Request, timeoutMs?: number): Promise<ResendableBody | Refusal> {
  // Content of a GET or HEAD has no meaning (RFC 9110 §9.3.1), and `fetch` refuses to send it.
  const hasContent = request.body !== null && request.method !== 'GET' && request.method !== 'HEAD';
  if (!hasContent) return { body: null, isHeld: true };
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= limits.requestBodyBytesMax)) return { body: request.body, isHeld: false };
  const held = request.arrayBuffer().then((body) => ({ body, isHeld: true }));
  return await startTimeLimit(request, timeoutMs).hold(held);
}
