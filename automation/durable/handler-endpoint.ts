import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import * as restate from '@restatedev/restate-sdk';
import type { Logger } from '../../system/logger.ts';

/** Where Restate calls the handlers. */
export interface HandlerEndpoint {
  readonly url: string;
  /** Breaks all connections: Restate repeats what was under way when the handlers are back. */
  close(): Promise<void>;
}

/**
 * Serves Restate handlers on a loopback port.
 *
 * @param port A fixed one. Throws when it is taken.
 */
export async function serveHandlers(
  services: NonNullable<Parameters<typeof restate.createEndpointHandler>[0]['services']>,
  port: number,
  logger: Logger,
): Promise<HandlerEndpoint> {
  const handler = restate.createEndpointHandler({
    services,
    logger: (metadata, ...values) => {
      if (metadata.replaying || metadata.level === 'trace' || metadata.level === 'debug') return;
      const level = metadata.level === 'error' ? 'error' : metadata.level === 'warn' ? 'warn' : 'debug';
      logger[level](values.map(String).join(' '), { source: 'restate-sdk' });
    },
  });
  const server: Http2Server = createServer(handler);
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}
