import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { listenOnLoopback } from '../../system/loopback-server.ts';

/** A loopback server that can stop for a while and continue at the same address. */
export interface InterruptibleServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Stops listening on its port. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

/**
 * Starts a server on a free port.
 *
 * @param answer Called with each request and its complete body as text.
 */
export async function startLoopbackServer(
  answer: (request: IncomingMessage, text: string, response: ServerResponse) => void,
): Promise<InterruptibleServer> {
  const listen = (port?: number) =>
    listenOnLoopback(
      createServer(async (request, response) => answer(request, await readText(request), response)),
      port,
    );
  let listening = await listen();
  const { port, origin } = listening;
  return {
    origin,
    goAway: () => listening.close(),
    comeBack: async () => {
      listening = await listen(port);
    },
  };
}
