import { createServer, type Server } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';

/** A listening HTTP server. */
export interface HttpServer {
  readonly url: string;
  /** Takes no more requests, lets those under way end for at most this long, and closes. */
  close(graceMs: number): Promise<void>;
}

/** Serves a fetch-style handler on loopback. Throws when the port is taken. */
export async function serveHttp(
  handle: (request: Request) => Promise<Response>,
  port: number,
): Promise<HttpServer> {
  const adapter = createServerAdapter(handle);
  const server: Server = createServer(adapter);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
