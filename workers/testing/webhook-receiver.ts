import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { startLoopbackServer } from './loopback-server.ts';

/** A message that a receiver got. */
export interface ReceivedMessage {
  /** `webhook-id`. */
  readonly id: string;
  readonly body: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>> & { readonly id: string };
  };
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly atMs: number;
}

/** A receiver's response: status, headers, and its delay. */
export interface ReceiverAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
}

/** A firm's own system on loopback that receives webhooks and fails on request. */
export interface TestReceiver {
  readonly url: string;
  /** Every message, signed or not, whatever the response was. */
  readonly received: readonly ReceivedMessage[];
  /** Messages with a successful response. */
  readonly accepted: readonly ReceivedMessage[];
  /** Chooses the response to each message. Default: 204 at once. */
  answer: (message: ReceivedMessage) => ReceiverAnswer;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** Waits until the condition holds; fails after 25 seconds. */
  readonly until: (condition: () => boolean, what?: string) => Promise<void>;
}

/** Whether a message has a valid signature with this secret, according to the package of Standard Webhooks. */
export function isSignedBy(secret: string, { text, headers }: ReceivedMessage): boolean {
  try {
    new Webhook(secret).verify(text, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

/** Starts a receiver on a free port. */
export async function startReceiver(): Promise<TestReceiver> {
  const received: ReceivedMessage[] = [];
  const accepted: ReceivedMessage[] = [];
  const { origin, goAway, comeBack } = await startLoopbackServer(({ headers }, text, response) => {
    const body = JSON.parse(text) as ReceivedMessage['body'];
    const message = { id: String(headers['webhook-id']), body, headers, text, atMs: Date.now() };
    received.push(message);
    const { status = 204, headers: answered = {}, delayMs = 0 } = receiver.answer(message);
    setTimeout(() => {
      if (status < 300) accepted.push(message);
      response.writeHead(status, answered).end();
    }, delayMs);
  });
  const receiver: TestReceiver = {
    url: `${origin}/hook`,
    received,
    accepted,
    answer: () => ({}),
    goAway,
    comeBack,
    until: async (condition, what = 'it') => {
      const deadlineMs = Date.now() + 25_000;
      while (!condition()) {
        if (Date.now() > deadlineMs) throw new Error(`${what} did not happen; ${received.length} received`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  return receiver;
}
