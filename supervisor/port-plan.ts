/** A port that the factory listens on at loopback. */
export interface PortPlan {
  /** Flag of `freehold dev`, without the dashes. */
  readonly flag: string;
  /** Environment variable of the same meaning; a flag wins. */
  readonly variable: string;
  readonly what: string;
  /** The process that listens there, itself or by a server that it starts. */
  readonly part: 'cloud' | 'service';
  /** Where it is on a machine that has nothing else there. */
  readonly preferred: number;
}

/** Every port of a factory on one machine. */
export const devPorts = {
  edge: {
    flag: 'edge-port',
    variable: 'FREEHOLD_EDGE_PORT',
    what: 'the edge, where platform and accounts answer',
    part: 'cloud',
    preferred: 8780,
  },
  cloudflareApi: {
    flag: 'cloud-api-port',
    variable: 'FREEHOLD_CLOUD_API_PORT',
    what: "the local cloud's API",
    part: 'cloud',
    preferred: 8781,
  },
  issuer: {
    flag: 'issuer-port',
    variable: 'FREEHOLD_ISSUER_PORT',
    what: 'the sign-in server',
    part: 'cloud',
    preferred: 8782,
  },
  automation: {
    flag: 'automation-port',
    variable: 'FREEHOLD_AUTOMATION_PORT',
    what: 'the automation service',
    part: 'service',
    preferred: 8783,
  },
  restateEndpoint: {
    flag: 'restate-endpoint-port',
    variable: 'FREEHOLD_RESTATE_ENDPOINT_PORT',
    what: 'the handlers that Restate calls',
    part: 'service',
    preferred: 8784,
  },
} as const satisfies Record<string, PortPlan>;

export type PortName = keyof typeof devPorts;

/** Ports that the caller asked for. 0 means any free port. Default: the usual port, or the next free one if it is busy. */
export type PortWishes = Readonly<Partial<Record<PortName, number>>>;

/** Names in the order of the plan. */
export const portNames = Object.keys(devPorts) as PortName[];

/** A number for each port. */
export type Ports = Readonly<Record<PortName, number>>;

/** Where each part is on a machine that has nothing else there. */
export const usualPorts = Object.fromEntries(
  portNames.map((name) => [name, devPorts[name].preferred]),
) as Ports;

/** Names of the ports that one part listens on. */
export function portsOf(part: PortPlan['part']): readonly PortName[] {
  return portNames.filter((name) => devPorts[name].part === part);
}
