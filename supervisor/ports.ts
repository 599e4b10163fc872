import { setTimeout as sleep } from 'node:timers/promises';
import { type HeldPort, holdAnyPort, holdPort } from '../system/hold-port.ts';
import type { FreeholdHome } from '../system/home/home.ts';
import { devPorts, type PortName, type PortWishes, portNames } from './port-plan.ts';
import { readPorts, rememberPorts } from './remembered-ports.ts';

/** A factory that was killed outright leaves its ports a moment later: its parts first notice that it is gone. */
const RELEASE_WAIT_MS = 5_000;
const RELEASE_POLL_MS = 100;

/** The ports of one start. No other program can take them until they are released. */
export interface FactoryPorts {
  readonly ports: Readonly<Record<PortName, number>>;
  /** Frees ports for the part that is started next, or all of them. Does nothing to those that are free already. */
  release(names?: readonly PortName[]): Promise<void>;
}

/** Ports for one start, and what a person should hear about them. */
export type SettledPorts =
  | { readonly kind: 'settled'; readonly settled: FactoryPorts; readonly notes: readonly string[] }
  /** A port that was asked for by number is another program's. */
  | { readonly kind: 'busy'; readonly name: PortName; readonly port: number };

/**
 * Chooses every port before anything listens: the one asked for; else that of the last start; else the usual one; else
 * a free one. What was chosen is remembered, so that URLs stay the same from start to start.
 */
export async function settleDevPorts(home: FreeholdHome, wishes: PortWishes): Promise<SettledPorts> {
  const remembered = await readPorts(home);
  const ports = {} as Record<PortName, number>;
  const held = new Map<PortName, HeldPort>();
  const taken = new Set<number>();
  const notes: string[] = [];
  const release: FactoryPorts['release'] = async (names = portNames) => {
    await Promise.all(names.map((name) => held.get(name)?.release()));
  };
  for (const name of portNames) {
    const wish = wishes[name];
    const last = remembered[name];
    const { preferred, what } = devPorts[name];
    const port = wish || last || (wish === 0 ? 0 : preferred);
    const asked = port === 0 || taken.has(port) ? undefined : await holdSoon(port, port === last);
    if (asked === undefined && wish) {
      await release();
      return { kind: 'busy', name, port };
    }
    if (asked === undefined && port !== 0) notes.push(`port ${port} is in use: ${what} gets another`);
    const hold = asked ?? (await holdAnyPort());
    held.set(name, hold);
    ports[name] = hold.port;
    taken.add(ports[name]);
  }
  await rememberPorts(home, ports);
  return { kind: 'settled', settled: { ports, release }, notes };
}

/** Those of the ports of the next start that another program listens on. */
export async function busyPorts(
  home: FreeholdHome,
): Promise<readonly { readonly name: PortName; readonly port: number }[]> {
  const remembered = await readPorts(home);
  const wanted = portNames.map((name) => ({ name, port: remembered[name] ?? devPorts[name].preferred }));
  const busy: { readonly name: PortName; readonly port: number }[] = [];
  for (const { name, port } of wanted) {
    const held = await holdPort(port);
    if (held === undefined) busy.push({ name, port });
    await held?.release();
  }
  return busy;
}

/** Takes a port; waits a moment for one that the last start of this factory had. */
async function holdSoon(port: number, wasOurs: boolean): Promise<HeldPort | undefined> {
  const deadlineMs = Date.now() + (wasOurs ? RELEASE_WAIT_MS : 0);
  for (;;) {
    const held = await holdPort(port);
    if (held !== undefined || Date.now() >= deadlineMs) return held;
    await sleep(RELEASE_POLL_MS);
  }
}
