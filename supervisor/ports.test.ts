import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeholdHome } from '../system/home/home.ts';
import { rememberPorts } from '../system/home/ports.ts';
import { type PortWishes, portNames } from './port-plan.ts';
import { busyPorts, settleDevPorts } from './ports.ts';

/** Any port for everything, so that these tests stay clear of a factory on this machine. */
const anyPorts: PortWishes = Object.fromEntries(portNames.map((name) => [name, 0]));

describe('settleDevPorts', () => {
  let folder: string;
  const servers: Server[] = [];
  const home = () => freeholdHome({ FREEHOLD_HOME: folder });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'freehold-ports-'));
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function occupy(port = 0): Promise<number> {
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
  async function settle(wishes: PortWishes) {
    const settled = await settleDevPorts(home(), wishes);
    if (settled.kind !== 'settled') throw new Error(`${settled.name} is busy`);
    return settled;
  }

  it('gives every part a port of its own, and the same ones at the next start', async () => {
    const first = await settle(anyPorts);
    expect(new Set(Object.values(first.ports)).size).toBe(portNames.length);
    expect((await settle(anyPorts)).ports).toEqual(first.ports);
  });

  it('takes the port that is asked for, also where another was used last', async () => {
    const asked = await occupy();
    servers.pop()?.close();
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
    servers.pop()?.close();
    const settled = await settleDevPorts(home(), { ...anyPorts, edge: port, issuer: port });
    expect(settled).toMatchObject({ kind: 'busy', name: 'issuer' });
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

  it('keeps a port on which a process of this very factory still listens', async () => {
    const port = await occupy();
    await rememberPorts(home(), { restateIngress: port });
    const settled = await settleDevPorts(home(), anyPorts, new Set([port]));
    expect(settled).toMatchObject({ kind: 'settled', ports: { restateIngress: port }, notes: [] });
  });

  it('waits for the port of a factory that was killed a moment ago', async () => {
    const port = await occupy();
    await rememberPorts(home(), { edge: port });
    setTimeout(() => servers.pop()?.close(), 300);
    expect((await settle(anyPorts)).ports.edge).toBe(port);
  });
});

describe('busyPorts', () => {
  it('names the ports that another program has', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const remembered = Object.fromEntries(portNames.map((name) => [name, port]));
    expect(await busyPorts(remembered)).toEqual(portNames.map((name) => ({ name, port })));
    server.close();
  });
});
