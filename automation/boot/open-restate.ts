import type { Logger } from '../../system/logger.ts';
import { embedRestate } from '../durable/embedded-restate.ts';
import { useGivenRestate } from '../durable/given-restate.ts';
import type { Restate } from '../durable/restate.ts';
import type { ServiceConfig } from './config.ts';
import type { StopSequence } from './stop-sequence.ts';

/**
 * Connects to the Restate that the settings name, or starts an embedded one. Throws when it does not respond.
 *
 * @param onLost See `embedRestate`.
 */
export async function openRestate(
  config: ServiceConfig,
  logger: Logger,
  stops: StopSequence,
  onLost: (reason: string) => void,
): Promise<Restate> {
  const { restate: wanted } = config;
  const restate = await (wanted.kind === 'embedded'
    ? embedRestate(config.home, logger, onLost)
    : useGivenRestate(wanted));
  await stops.add('restate', () => restate.stop());
  return restate;
}
