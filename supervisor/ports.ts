import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isPortFree } from '../system/free-port.ts';
import type { FreeholdHome } from '../system/home/home.ts';
import { readPorts, rememberPorts } from '../system/home/ports.ts';
import { devPorts, type PortName, type PortWishes, portNames } from './port-plan.ts';

/** A factory that was killed outright leaves its ports a moment later: its parts first notice that it is gone. */
const RELEASE_WAIT_MS = 5_000;
const RELEASE_POLL_MS = 100;

/** Ports for one start, and what a person should hear about them. */
export type SettledPorts =
  | {
      readonly kind: 'settled';
      readonly ports: Readonly<Record<PortName, number>>;
      readonly notes: readonly string[];
    }
  /** A port that was asked for by number is another program's. */
  | { readonly kind: 'busy'; readonly name: PortName; readonly port: number };

/**
 * Chooses every port before anything listens: the one asked for; else that of the last start; else the usual one; else
 * a free one. What was chosen is remembered, so that URLs stay the same from start to start.
 *
 * @param held Ports on which a process of this very factory listens, left over by a start that was killed outright.
 */
export async function settleDevPorts(
  home: FreeholdHome,
  wishes: PortWishes,
  held: ReadonlySet<number> = new Set(),
): Promise<SettledPorts> {
  const remembered = await readPorts(home);
  const ports = {} as Record<PortName, number>;
  const notes: string[] = [];
  const taken = new Set<number>();
  for (const name of portNames) {
    const wish = wishes[name];
    const last = remembered[name];
    const { preferred, what } = devPorts[name];
    let port = wish || last || (wish === 0 ? 0 : preferred);
    const free =
      port !== 0 && !taken.has(port) && (held.has(port) || (await becomesFree(port, port === last)));
    if (!free && wish) return { kind: 'busy', name, port };
    if (!free) {
      if (port !== 0) notes.push(`port ${port} is in use: ${what} gets another`);
      port = await freePort(taken);
    }
    ports[name] = port;
    taken.add(port);
  }
  await rememberPorts(home, ports);
  return { kind: 'settled', ports, notes };
}

/** Those of the given ports that another program listens on; the usual ones where none is given. */
export async function busyPorts(
  remembered: Readonly<Record<string, number>>,
): Promise<readonly { readonly name: PortName; readonly port: number }[]> {
  const looked = await Promise.all(
    portNames.map(async (name) => {
      const port = remembered[name] ?? devPorts[name].preferred;
      return { name, port, free: await isPortFree(port) };
    }),
  );
  return looked.filter(({ free }) => !free).map(({ name, port }) => ({ name, port }));
}

async function becomesFree(port: number, wasOurs: boolean): Promise<boolean> {
  const deadlineMs = Date.now() + (wasOurs ? RELEASE_WAIT_MS : 0);
  while (!(await isPortFree(port))) {
    if (Date.now() >= deadlineMs) return false;
    await sleep(RELEASE_POLL_MS);
  }
  return true;
}
