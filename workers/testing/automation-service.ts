import { Webhook } from 'standardwebhooks';
import { startLoopbackServer } from './loopback-server.ts';

/** A received request with a valid signature. */
interface ReceivedOperation {
  readonly messageId: string;
  readonly body: {
    readonly operationId: string;
    readonly kind: string;
    readonly account: Readonly<Record<string, unknown>>;
    readonly input: Readonly<Record<string, unknown>>;
  };
}

/** An automation service that only records: it verifies signatures as the real one does and keeps the requests. */
export interface TestAutomation {
  readonly url: string;
  readonly secret: string;
  readonly received: readonly ReceivedOperation[];
  /** Number of requests without a valid signature. */
  readonly refused: () => number;
  /** Sets the response status from now on. Default 202. */
  readonly answerWith: (status: number) => void;
  /** Stops listening on its port. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** Waits until an operation was received this many times (default once); fails after ten seconds. */
  readonly waitFor: (operationId: string, times?: number) => Promise<ReceivedOperation>;
  readonly stop: () => Promise<void>;
}

/** Starts the service on a free loopback port. */
export async function startAutomation(): Promise<TestAutomation> {
  const secret = `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`;
  const webhook = new Webhook(secret);
  const received: ReceivedOperation[] = [];
  let refused = 0;
  let status = 202;
  const { origin, goAway, comeBack } = await startLoopbackServer((request, text, response) => {
    try {
      const signed = `${request.method} ${request.url}\n${text}`;
      webhook.verify(signed, request.headers as Record<string, string>, { jsonParse: false });
      if (request.url !== '/v1/operations' || request.method !== 'POST') throw new Error('not a route');
      received.push({
        messageId: String(request.headers['webhook-id']),
        body: JSON.parse(text) as ReceivedOperation['body'],
      });
      response.writeHead(status).end();
    } catch {
      refused += 1;
      response.writeHead(401).end();
    }
  });
  return {
    url: origin,
    secret,
    received,
    refused: () => refused,
    answerWith: (next) => {
      status = next;
    },
    goAway,
    comeBack,
    waitFor: async (operationId, times = 1) => {
      const deadlineMs = Date.now() + 10_000;
      for (;;) {
        const matching = received.filter(({ body }) => body.operationId === operationId);
        const last = matching.at(-1);
        if (last !== undefined && matching.length >= times) return last;
        if (Date.now() > deadlineMs) throw new Error(`${operationId} came ${matching.length} times`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    stop: goAway,
  };
}
