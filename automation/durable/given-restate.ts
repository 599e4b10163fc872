import { setTimeout as sleep } from 'node:timers/promises';
import { isRestateHealthy, type Restate } from './restate.ts';
import { openRestateEndpoint } from './restate-endpoint.ts';

/** Time limit for the first response of a Restate that is started together with the service. */
const waitMs = 30_000;
const pollMs = 200;

/** A Restate that the factory does not run: addresses of its APIs, and the key that signs its calls of handlers. */
export interface GivenRestate {
  readonly ingressUrl: string;
  readonly adminUrl: string;
  readonly identityKey?: string | undefined;
}

/**
 * Uses a Restate that the factory does not run, such as a cluster.
 *
 * @throws An error that names both settings when it does not respond within half a minute.
 */
export async function useGivenRestate(given: GivenRestate): Promise<Restate> {
  const { ingressUrl, adminUrl, identityKey } = given;
  const endpoints = { ingress: openRestateEndpoint(ingressUrl), admin: openRestateEndpoint(adminUrl) };
  const restate: Restate = {
    ...endpoints,
    identityKeys: identityKey === undefined ? [] : [identityKey],
    origin: 'given',
    isHealthy: () => isRestateHealthy(endpoints, 1_000),
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
