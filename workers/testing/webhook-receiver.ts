import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

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
export interface Answer {
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
  answer: (message: ReceivedMessage) => Answer;
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
  let server: Server | undefined;
  const listen = async (port: number): Promise<number> => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { headers } = request;
        const body = JSON.parse(text) as ReceivedMessage['body'];
        const message = { id: String(headers['webhook-id']), body, headers, text, atMs: Date.now() };
        received.push(message);
        const { status = 204, headers: answered = {}, delayMs = 0 } = receiver.answer(message);
        setTimeout(() => {
          if (status < 300) accepted.push(message);
          response.writeHead(status, answered).end();
        }, delayMs);
      });
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const goAway = async (): Promise<void> => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
    server = undefined;
  };
  const port = await listen(0);
  const receiver: TestReceiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    accepted,
    answer: () => ({}),
    goAway,
    comeBack: async () => {
      await listen(port);
    },
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
