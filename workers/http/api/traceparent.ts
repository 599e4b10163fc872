/** Header that carries W3C trace context. */
export const TRACEPARENT_HEADER = 'traceparent';

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The trace of a request: the caller's `traceparent` if it is valid, else a new one.
 * Responses return it and logs contain it, so a caller can report a failure without disclosing data.
 */
export function toTraceparent(headers: Headers): string {
  const sent = headers.get(TRACEPARENT_HEADER);
  if (sent !== null && TRACEPARENT.test(sent)) return sent;
  const traceId = crypto.randomUUID().replaceAll('-', '');
  const spanId = crypto.randomUUID().replaceAll('-', '').slice(16);
  return `00-${traceId}-${spanId}-00`;
}
