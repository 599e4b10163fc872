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

/** What a receiver answers: a status, headers, and after how long. */
export interface ReceiverAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
}

/** A firm's own system on loopback, which takes webhooks and fails as it is told to. */
export interface TestReceiver {
  readonly url: string;
  /** Everything that came, whatever it was answered, signed or not. */
  readonly received: readonly ReceivedMessage[];
  /** What it was answered with success. */
  readonly accepted: readonly ReceivedMessage[];
  /** Decides on each message. Default: 204 at once. */
  answer: (message: ReceivedMessage) => ReceiverAnswer;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** Waits until the condition holds; fails after 25 seconds. */
  readonly until: (condition: () => boolean, what?: string) => Promise<void>;
}

/** Whether a message bears a signature by this secret, as the package of Standard Webhooks sees it. */
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
        if (Date.now() > deadlineMs)
          throw new Error(`${what} never came to pass; ${received.length} received`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  return receiver;
}
