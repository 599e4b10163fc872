import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HeldPort, holdAnyPort, holdPort } from '../system/hold-port.ts';
import { freeholdHome } from '../system/home/home.ts';
import { type PortName, type Ports, type PortWishes, portNames, portsOf } from './port-plan.ts';
import { busyPorts, type FactoryPorts, settleDevPorts } from './ports.ts';
import { rememberPorts } from './remembered-ports.ts';

/** Any port for everything, so that these tests stay clear of a factory on this machine. */
const anyPorts: PortWishes = Object.fromEntries(portNames.map((name) => [name, 0]));

describe('settleDevPorts', () => {
  let folder: string;
  /** Ports that another program has. */
  const occupied: HeldPort[] = [];
  const home = () => freeholdHome({ FREEHOLD_HOME: folder });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'freehold-ports-'));
  });
  afterEach(async () => {
    for (const held of occupied.splice(0)) await held.release();
    for (const start of starts.splice(0)) await start.release();
    rmSync(folder, { recursive: true, force: true });
  });

  async function occupy(): Promise<number> {
    const held = await holdAnyPort();
    occupied.push(held);
    return held.port;
  }
  const starts: FactoryPorts[] = [];
  /** The ports of a start whose parts have not begun to listen. */
  async function begin(wishes: PortWishes) {
    const answer = await settleDevPorts(home(), wishes);
    if (answer.kind !== 'settled') throw new Error(`${answer.name} is busy`);
    starts.push(answer.settled);
    return { ...answer, ...answer.settled };
  }
  /** The ports of a start that has ended. */
  async function settle(wishes: PortWishes) {
    const start = await begin(wishes);
    await start.release();
    return start;
  }

  it('gives every part a port of its own, and the same ones at the next start', async () => {
    const first = await settle(anyPorts);
    expect(new Set(Object.values(first.ports)).size).toBe(portNames.length);
    expect((await settle(anyPorts)).ports).toEqual(first.ports);
  });

  it('takes the port that is asked for, also where another was used last', async () => {
    const asked = await occupy();
    await occupied.pop()?.release();
    await settle(anyPorts);
    expect((await settle({ ...anyPorts, edge: asked })).ports.edge).toBe(asked);
  });

  it('refuses a busy port that was asked for', async () => {
    const port = await occupy();
    expect(await settleDevPorts(home(), { ...anyPorts, issuer: port })).toEqual({
      kind: 'busy',
      name: 'issuer',
      port,
    });
  });

  it('refuses the same port for two parts', async () => {
    const port = await occupy();
    await occupied.pop()?.release();
    const answer = await settleDevPorts(home(), { ...anyPorts, edge: port, issuer: port });
    expect(answer).toMatchObject({ kind: 'busy', name: 'issuer' });
    expect(await isFree(port)).toBe(true);
  });

  it('lets no other program take a port until the part that listens there is started', async () => {
    const { ports, release } = await begin(anyPorts);
    await release(portsOf('cloud'));
    const free = await Promise.all(portNames.map(async (name) => [name, await isFree(ports[name])] as const));
    expect(Object.fromEntries(free)).toEqual(
      Object.fromEntries(portNames.map((name) => [name, portsOf('cloud').includes(name)])),
    );
    await release();
    expect(await isFree(ports.automation)).toBe(true);
  });

  it('chooses anew where the file of the last ports is damaged', async () => {
    writeFileSync(home().portsFile, '{"edge":');
    expect(new Set(Object.values((await settle(anyPorts)).ports)).size).toBe(portNames.length);
  });

  /** Ports that are free, for what is usual: the true ones may be those of a factory on this machine. */
  async function freePorts(): Promise<Ports> {
    const held = await Promise.all(portNames.map(() => holdAnyPort()));
    await Promise.all(held.map(({ release }) => release()));
    return Object.fromEntries(portNames.map((name, index) => [name, held[index]?.port])) as Ports;
  }
  /** The ports of a start without wishes, which has ended. */
  async function settleUsual(usual: Ports, onWait = (_: readonly number[]) => {}, waitMsMax = 10_000) {
    const answer = await settleDevPorts(home(), {}, { usual, onWait, waitMsMax });
    if (answer.kind !== 'settled') throw new Error(`${answer.name} is busy`);
    await answer.settled.release();
    return { ...answer, ...answer.settled };
  }
  async function take(port: number): Promise<void> {
    const held = await holdPort(port);
    if (held === undefined) throw new Error(`port ${port} is not free`);
    occupied.push(held);
  }

  it('takes the next free number for a usual one that is busy, says so, and goes back when it is free', async () => {
    const usual = await freePorts();
    const next = Math.max(...Object.values(usual)) + 1;
    await take(usual.edge);
    const away = await settleUsual(usual);
    expect(away.ports.edge).toBeGreaterThanOrEqual(next);
    expect(away.ports.edge).toBeLessThan(next + 200);
    expect(away.notes).toEqual([
      expect.stringMatching(new RegExp(`port ${usual.edge} is in use: the edge.* gets ${away.ports.edge}$`)),
    ]);
    expect({ ...away.ports, edge: usual.edge }).toEqual(usual);
    // No wait and the same number, as long as the usual one is busy.
    expect(await settleUsual(usual, () => expect.fail('it waits'))).toMatchObject({ ports: away.ports });
    await occupied.pop()?.release();
    expect(await settleUsual(usual)).toMatchObject({ ports: usual, notes: [] });
  });

  it('waits once for all ports of the last start that are busy, and names them', async () => {
    const usual = await freePorts();
    await rememberPorts(home(), usual);
    for (const name of portNames) await take(usual[name]);
    const waits: (readonly number[])[] = [];
    const { ports, notes } = await settleUsual(usual, (busy) => waits.push(busy), 300);
    expect(waits).toEqual([Object.values(usual)]);
    expect(notes).toHaveLength(portNames.length);
    const both = new Set([...Object.values(usual), ...Object.values(ports)]);
    expect(both.size).toBe(2 * portNames.length);
  });

  it('gives a port that is asked for to the part that it is asked for', async () => {
    const usual = await freePorts();
    const wishes: Partial<Record<PortName, number>> = { issuer: usual.edge };
    const answer = await settleDevPorts(home(), wishes, { usual });
    if (answer.kind !== 'settled') throw new Error(`${answer.name} is busy`);
    await answer.settled.release();
    expect(answer.settled.ports.issuer).toBe(usual.edge);
    expect(answer.settled.ports.edge).not.toBe(usual.edge);
  });

  it('waits for the port of a factory that was killed a moment ago', async () => {
    const usual = { ...(await freePorts()), edge: await occupy() };
    await rememberPorts(home(), usual);
    const free = (): void => void occupied.pop()?.release();
    expect(await settleUsual(usual, free)).toMatchObject({ ports: usual, notes: [] });
  });

  it('names the ports of the next start that another program has', async () => {
    const usual = { ...(await freePorts()), issuer: await occupy() };
    expect(await busyPorts(home(), usual)).toEqual([{ name: 'issuer', port: usual.issuer }]);
    // One that moved last time stays where it is.
    const { issuer } = await freePorts();
    await rememberPorts(home(), { issuer });
    expect(await busyPorts(home(), usual)).toEqual([]);
  });
});

async function isFree(port: number): Promise<boolean> {
  const held = await holdPort(port);
  await held?.release();
  return held !== undefined;
}
