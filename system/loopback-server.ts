import { once } from 'node:events';
import { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A server that listens on the loopback interface. */
export interface LoopbackServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /**
   * Accepts no more connections, waits for running requests, then closes all connections.
   *
   * @param graceMs Time limit for running requests, in milliseconds. Default 0: they are aborted at once.
   */
  close(graceMs?: number): Promise<void>;
}

/**
 * Makes a server listen on loopback: HTTP, HTTP/2 or TCP.
 *
 * @param port Default 0: any free one.
 * @throws `EADDRINUSE` when another program listens there.
 */
export async function listenOnLoopback(server: Server, port = 0): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: bound,
    origin: `http://127.0.0.1:${bound}`,
    async close(graceMs = 0) {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      if (server instanceof HttpServer) server.closeIdleConnections();
      const timer = setTimeout(cut, graceMs);
      if (graceMs === 0) cut();
      await closed;
      clearTimeout(timer);
    },
  };
}
