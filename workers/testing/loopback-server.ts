import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { listenOnLoopback } from '../../system/loopback-server.ts';

/** A server on loopback that can be away for a while and come back under the same address. */
export interface InterruptibleServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Nothing listens on its port any more. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

/**
 * Starts a server on a free port.
 *
 * @param answer Given each request when its body, a text, is there whole.
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
