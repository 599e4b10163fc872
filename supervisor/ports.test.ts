import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HeldPort, holdAnyPort, holdPort } from '../system/hold-port.ts';
import { freeholdHome } from '../system/home/home.ts';
import { type PortWishes, portNames, portsOf } from './port-plan.ts';
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

  it('picks another when the port of the last start is busy for good, and says so', async () => {
    const port = await occupy();
    await rememberPorts(home(), { edge: port });
    const { ports, notes } = await settle(anyPorts);
    expect(ports.edge).not.toBe(port);
    expect(notes).toEqual([
      expect.stringMatching(new RegExp(`port ${port} is in use: the edge.* gets another`)),
    ]);
  }, 15_000);

  it('waits for the port of a factory that was killed a moment ago', async () => {
    const port = await occupy();
    await rememberPorts(home(), { edge: port });
    setTimeout(() => void occupied.pop()?.release(), 300);
    expect((await settle(anyPorts)).ports.edge).toBe(port);
  });

  it('names the ports of the next start that another program has', async () => {
    const port = await occupy();
    const free = await settle(anyPorts);
    await rememberPorts(home(), { ...free.ports, issuer: port });
    expect(await busyPorts(home())).toEqual([{ name: 'issuer', port }]);
  });
});

async function isFree(port: number): Promise<boolean> {
  const held = await holdPort(port);
  await held?.release();
  return held !== undefined;
}
