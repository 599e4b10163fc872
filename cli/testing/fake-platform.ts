import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { type LoopbackServer, listenOnLoopback } from '../../system/loopback-server.ts';

/** A request as the fake platform got it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** Answers one request; what it returns is sent as JSON with 200, unless it has answered by itself. */
export type Answer = (request: SeenRequest, response: ServerResponse) => unknown;

/** Platform and sign-in server of a test, on loopback; nothing of the factory runs behind them. */
export class FakePlatform {
  readonly requests: SeenRequest[] = [];
  /** `METHOD /path` → answer; replaced by each test. */
  answers: Record<string, Answer> = {};
  #server: LoopbackServer | undefined;

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      void this.#answer(request, response);
    });
    this.#server = await listenOnLoopback(server);
    return this.url;
  }

  get url(): string {
    if (this.#server === undefined) throw new Error('the fake platform does not listen: call listen() first');
    return this.#server.origin;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const path = request.url ?? '';
    const seen: SeenRequest = {
      method: request.method ?? '',
      path,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    this.requests.push(seen);
    const answer = this.answers[`${seen.method} ${path.split('?')[0]}`];
    if (answer === undefined) {
      answerProblem(response, 404, 'There is no such thing');
      return;
    }
    const value = await answer(seen, response);
    if (!response.headersSent) sendJson(response, 200, value);
  }
}

/** Answers with a problem document. */
export function answerProblem(
  response: ServerResponse,
  status: number,
  title: string,
  detail?: string,
  errors?: readonly { readonly pointer: string; readonly detail: string }[],
): void {
  sendJson(response, status, { type: 'urn:freehold:problem:test', status, title, detail, errors });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
