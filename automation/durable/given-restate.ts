import { setTimeout as sleep } from 'node:timers/promises';
import { isRestateHealthy, type Restate } from './restate.ts';

/** How long a Restate that is started together with the service may take to answer. */
const waitMs = 30_000;
const pollMs = 200;

/**
 * Uses a Restate that somebody else runs, such as a cluster.
 *
 * @throws An error that names both settings when it does not answer within half a minute.
 */
export async function useGivenRestate(ingressUrl: string, adminUrl: string): Promise<Restate> {
  const restate: Restate = {
    ingressUrl,
    adminUrl,
    origin: 'given',
    isHealthy: () => isRestateHealthy({ ingressUrl, adminUrl }, 1_000),
    stop: async () => {},
  };
  const deadlineMs = Date.now() + waitMs;
  while (!(await restate.isHealthy())) {
    if (Date.now() > deadlineMs) {
      throw new Error(
        `no Restate answers at FREEHOLD_RESTATE_INGRESS_URL (${ingressUrl}) and FREEHOLD_RESTATE_ADMIN_URL (${adminUrl})`,
      );
    }
    await sleep(pollMs);
  }
  return restate;
}
