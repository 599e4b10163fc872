import { setTimeout as sleep } from 'node:timers/promises';
import { type HeldPort, holdAnyPort, holdPort } from '../system/hold-port.ts';
import type { FreeholdHome } from '../system/home/home.ts';
import { devPorts, type PortName, type Ports, type PortWishes, portNames, usualPorts } from './port-plan.ts';
import { readPorts, rememberPorts } from './remembered-ports.ts';

/**
 * A factory that was killed outright leaves its ports a moment later: its parts first notice that it is gone. All ports
 * together are waited for no longer than this.
 */
const RELEASE_WAIT_MS = 5_000;
const RELEASE_POLL_MS = 100;

/** How many numbers behind the usual ones are tried before any free port is taken. */
const NEXT_PORTS = 200;

/** The ports of one start. No other program can take them until they are released. */
export interface FactoryPorts {
  readonly ports: Ports;
  /** Frees ports for the part that is started next, or all of them. Does nothing to those that are free already. */
  release(names?: readonly PortName[]): Promise<void>;
}

/** Ports for one start, and what a person should hear about them. */
export type SettledPorts =
  | { readonly kind: 'settled'; readonly settled: FactoryPorts; readonly notes: readonly string[] }
  /** A port that was asked for by number is another program's. */
  | { readonly kind: 'busy'; readonly name: PortName; readonly port: number };

/** What ports are chosen by, next to the wishes. */
export interface SettleOptions {
  /** Where each part is on a machine that has nothing else there. @default that of the plan */
  readonly usual?: Ports;
  /** How long all ports together are waited for. @default 5 s */
  readonly waitMsMax?: number;
  /** Told once which ports are waited for. */
  onWait?(ports: readonly number[]): void;
}

/**
 * Chooses every port before anything listens: the one asked for; else the usual one; else that of the last start; else
 * the next free number behind the usual ones. What was chosen is remembered, so that URLs change as rarely as can be, and
 * become the usual ones again.
 */
export async function settleDevPorts(
  home: FreeholdHome,
  wishes: PortWishes,
  { usual = usualPorts, waitMsMax = RELEASE_WAIT_MS, onWait }: SettleOptions = {},
): Promise<SettledPorts> {
  const remembered = await readPorts(home);
  const held = new Map<PortName, HeldPort>();
  const release: FactoryPorts['release'] = async (names = portNames) => {
    await Promise.all(names.map((name) => held.get(name)?.release()));
  };
  const candidates = (name: PortName) => candidatesOf(wishes[name], remembered[name], usual[name]);
  // What was asked for goes before what is only usual.
  const byWish = [...portNames].sort((one, other) => (wishes[other] ?? 0) - (wishes[one] ?? 0));

  const missing = await holdFirst(held, byWish, candidates);
  // Only a port that the last start of this factory had may still be its own.
  const late = missing.filter((name) => candidates(name).some((port) => port === remembered[name]));
  if (late.length > 0) {
    onWait?.(late.flatMap((name) => remembered[name] ?? []));
    const deadlineMs = Date.now() + waitMsMax;
    let waiting: readonly PortName[] = late;
    while (waiting.length > 0 && Date.now() < deadlineMs) {
      await sleep(RELEASE_POLL_MS);
      waiting = await holdFirst(held, waiting, candidates);
    }
  }

  const notes: string[] = [];
  for (const name of portNames.filter((name) => !held.has(name))) {
    const wish = wishes[name];
    if (wish) {
      await release();
      return { kind: 'busy', name, port: wish };
    }
    held.set(name, wish === 0 ? await holdAnyPort() : await holdNext(usual));
  }
  for (const [name, { port }] of held) {
    const first = candidates(name)[0];
    if (first !== undefined && port !== first)
      notes.push(`port ${first} is in use: ${devPorts[name].what} gets ${port}`);
  }
  const ports = Object.fromEntries(portNames.map((name) => [name, held.get(name)?.port])) as Ports;
  await rememberPorts(home, ports);
  return { kind: 'settled', settled: { ports, release }, notes };
}

/** Those of the ports of the next start that another program listens on. */
export async function busyPorts(
  home: FreeholdHome,
  usual: Ports = usualPorts,
): Promise<readonly { readonly name: PortName; readonly port: number }[]> {
  const remembered = await readPorts(home);
  const busy: { readonly name: PortName; readonly port: number }[] = [];
  for (const name of portNames) {
    const held = new Map<PortName, HeldPort>();
    const missing = await holdFirst(held, [name], () =>
      candidatesOf(undefined, remembered[name], usual[name]),
    );
    if (missing.length > 0) busy.push({ name, port: remembered[name] ?? usual[name] });
    await held.get(name)?.release();
  }
  return busy;
}

/** The numbers that a part may get, the best one first; none where any will do. */
function candidatesOf(wish: number | undefined, last: number | undefined, usual: number): readonly number[] {
  if (wish) return [wish];
  const lastOnes = last === undefined ? [] : [last];
  if (wish === 0) return lastOnes;
  return [usual, ...lastOnes];
}

/** Takes for each part the first of its numbers that is free. Returns the parts that have none yet. */
async function holdFirst(
  held: Map<PortName, HeldPort>,
  names: readonly PortName[],
  candidates: (name: PortName) => readonly number[],
): Promise<readonly PortName[]> {
  for (const name of names) {
    for (const port of candidates(name)) {
      const hold = await holdPort(port);
      if (hold === undefined) continue;
      held.set(name, hold);
      break;
    }
  }
  return names.filter((name) => !held.has(name));
}

/** Takes the next free number behind the usual ones, or any free port where all of those are busy. */
async function holdNext(usual: Ports): Promise<HeldPort> {
  const first = Math.max(...Object.values(usual)) + 1;
  for (let port = first; port < first + NEXT_PORTS && port <= 65_535; port += 1) {
    const hold = await holdPort(port);
    if (hold !== undefined) return hold;
  }
  return holdAnyPort();
}
