import { settlePorts } from '../../system/home/ports.ts';
import { findRunningRestate, type RestatePorts } from '../../system/home/restate-record.ts';
import type { ServiceConfig } from './config.ts';

/** Where the parts of this process listen, all on loopback. */
export interface ServicePorts {
  readonly automation: number;
  /** Where Restate calls the handlers. */
  readonly restateEndpoint: number;
  /** Those of an embedded Restate; unused when another one is given. */
  readonly restate: RestatePorts;
}

/** Settles the ports of this process before anything listens. */
export async function settleServicePorts(config: ServiceConfig): Promise<ServicePorts> {
  const own = { automation: config.automationPort, restateEndpoint: config.restateEndpointPort };
  if (config.givenRestate !== undefined) {
    return { ...(await settlePorts(config.home, own)), restate: { ingress: 0, admin: 0, node: 0 } };
  }
  const running = await findRunningRestate(config.home);
  const settled = await settlePorts(
    config.home,
    {
      ...own,
      restateIngress: config.restateIngressPort,
      restateAdmin: config.restateAdminPort,
      restateNode: config.restateNodePort,
    },
    // A server that outlived its service holds these ports for us.
    (_, port) => running !== undefined && Object.values(running).includes(port),
  );
  const { restateIngress: ingress, restateAdmin: admin, restateNode: node, ...rest } = settled;
  return { ...rest, restate: { ingress, admin, node } };
}
