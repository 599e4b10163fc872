import type { RestatePorts } from '../../system/home/restate-record.ts';
import type { Logger } from '../../system/logger.ts';
import { embedRestate } from '../durable/embedded-restate.ts';
import { useGivenRestate } from '../durable/given-restate.ts';
import type { Restate } from '../durable/restate.ts';
import type { ServiceConfig } from './config.ts';
import type { StopSequence } from './stop-sequence.ts';

/** Gets the service a Restate: the one that its settings name, or else one of its own. Throws when it does not answer. */
export async function openRestate(
  config: ServiceConfig,
  ports: RestatePorts,
  logger: Logger,
  stops: StopSequence,
): Promise<Restate> {
  const { givenRestate } = config;
  const restate = await (givenRestate === undefined
    ? embedRestate(config.home, ports, logger)
    : useGivenRestate(givenRestate.ingressUrl, givenRestate.adminUrl));
  await stops.add('restate', () => restate.stop());
  return restate;
}
