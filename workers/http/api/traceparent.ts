/** Header that carries W3C trace context. */
export const TRACEPARENT_HEADER = 'traceparent';

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The trace a request belongs to: the caller's `traceparent` where it sends a valid one, else a new one.
 * Answers carry it back, and logs name it, so that a person can report a failure without telling what was in it.
 */
export function toTraceparent(headers: Headers): string {
  const sent = headers.get(TRACEPARENT_HEADER);
  if (sent !== null && TRACEPARENT.test(sent)) return sent;
  const traceId = crypto.randomUUID().replaceAll('-', '');
  const spanId = crypto.randomUUID().replaceAll('-', '').slice(16);
  return `00-${traceId}-${spanId}-00`;
}
