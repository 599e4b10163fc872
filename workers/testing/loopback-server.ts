import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that can be away for a while and come back under the same address. */
export interface LoopbackServer {
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
): Promise<LoopbackServer> {
  let server: Server | undefined;
  const listen = async (port: number): Promise<number> => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => answer(request, Buffer.concat(chunks).toString(), response));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    origin: `http://127.0.0.1:${port}`,
    goAway: async () => {
      server?.closeAllConnections();
      await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
      server = undefined;
    },
    comeBack: async () => {
      await listen(port);
    },
  };
}
