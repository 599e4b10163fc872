import { createServer } from 'node:http2';
import * as restate from '@restatedev/restate-sdk';
import type { Logger } from '../../system/logger.ts';
import { type LoopbackServer, listenOnLoopback } from '../../system/loopback-server.ts';

/**
 * Serves Restate handlers on a loopback port. Closing it breaks all connections: Restate repeats what was under way
 * when the handlers are back.
 *
 * @param port A fixed one. Throws when it is taken.
 * @param identityKeys Keys of the Restate whose calls are taken; others are answered 401. None: calls are not checked.
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
