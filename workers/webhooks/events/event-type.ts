/** The type of a test message. No endpoint has to ask for it. */
export const TEST_EVENT_TYPE = 'webhooks.test';

/** Whether an endpoint that asks for these types hears of an event. */
export function isAskedFor(asked: readonly string[], eventType: string): boolean {
  const [subject = ''] = eventType.split('.');
  return asked.some((type) => type === '*' || type === eventType || type === `${subject}.*`);
}
