/** The type of a test message, which an endpoint gets without asking for it. */
export const TEST_EVENT_TYPE = 'webhooks.test';

/** Whether an endpoint with these event types gets an event. */
export function isAskedFor(asked: readonly string[], eventType: string): boolean {
  const [subject = ''] = eventType.split('.');
  return asked.some((type) => type === '*' || type === eventType || type === `${subject}.*`);
}
