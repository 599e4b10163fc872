import { setTimeout as sleep } from 'node:timers/promises';
import type { AcceptedDeployment, ServiceClient, ShownPlatform } from './client/service.ts';

/** How a deployment of the platform ended. */
export type EndedDeployment = NonNullable<ShownPlatform['last']>;

const pollMs = 100;

/**
 * Waits for the end of a deployment; the service bounds how long it takes.
 *
 * @param signal Ends the waiting.
 */
export async function followDeployment(
  service: ServiceClient,
  { endingsBefore }: AcceptedDeployment,
  signal?: AbortSignal,
): Promise<EndedDeployment> {
  for (;;) {
    const { endings, last } = await service.readPlatform();
    if (endings > endingsBefore && last !== undefined) return last;
    await sleep(pollMs, undefined, signal === undefined ? {} : { signal });
  }
}
