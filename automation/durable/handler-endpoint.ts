import { createServer } from 'node:http2';
import * as restate from '@restatedev/restate-sdk';
import type { Logger } from '../../system/logger.ts';
import { type LoopbackServer, listenOnLoopback } from '../../system/loopback-server.ts';

/**
 * Serves Restate handlers on a loopback port. Closing it breaks all connections; Restate repeats interrupted calls
 * when the handlers are available again.
 *
 * @param port A fixed port. Throws when it is in use.
 * @param identityKeys Keys of the Restate whose calls are accepted; others are answered 401. Without keys, calls are
 *   not checked.
 */
export async function serveHandlers(
  services: NonNullable<Parameters<typeof restate.createEndpointHandler>[0]['services']>,
  port: number,
  identityKeys: readonly string[],
  logger: Logger,
): Promise<LoopbackServer> {
  const handler = restate.createEndpointHandler({
    services,
    ...(identityKeys.length === 0 ? {} : { identityKeys: [...identityKeys] }),
    logger: (metadata, ...values) => {
      if (metadata.replaying || metadata.level === 'trace' || metadata.level === 'debug') return;
      const level = metadata.level === 'error' ? 'error' : metadata.level === 'warn' ? 'warn' : 'debug';
      logger[level](values.map(String).join(' '), { source: 'restate-sdk' });
    },
  });
  return listenOnLoopback(createServer(handler), port);
}
