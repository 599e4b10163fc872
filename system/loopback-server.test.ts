import { createServer } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listenOnLoopback } from './loopback-server.ts';

describe('a loopback server', () => {
  it('is reachable only on this machine', async () => {
    const server = await listenOnLoopback(createServer((_request, response) => response.end('here')));
    expect(server.origin).toBe(`http://127.0.0.1:${server.port}`);
    expect(await (await fetch(server.origin)).text()).toBe('here');
    await server.close();
  });

  it('reports a port that is in use', async () => {
    const first = await listenOnLoopback(createServer());
    await expect(listenOnLoopback(createServer(), first.port)).rejects.toThrow('EADDRINUSE');
    await first.close();
  });

  it('lets a running request end and accepts no other', async () => {
    const arrived = Promise.withResolvers<() => void>();
    const server = await listenOnLoopback(
      createServer((_request, response) => arrived.resolve(() => response.end('whole'))),
    );
    const answer = fetch(server.origin).then((response) => response.text());
    const finish = await arrived.promise;
    const closed = server.close(30_000);
    await expect(fetch(server.origin)).rejects.toThrow();
    finish();
    expect(await answer).toBe('whole');
    await closed;
  });

  it('closes what does not end in time: requests, idle connections and HTTP/2 sessions', async () => {
    const hanging = await listenOnLoopback(createServer(() => {}));
    const request = fetch(hanging.origin).catch(() => 'cut');
    const socket = connect(hanging.port, '127.0.0.1').on('error', () => {});
    const socketClosed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    await hanging.close(50);
    expect(await request).toBe('cut');
    await socketClosed;

    const http2 = await listenOnLoopback(createHttp2Server());
    const session = connectHttp2(http2.origin).on('error', () => {});
    const sessionClosed = new Promise((resolve) => session.once('close', resolve));
    await new Promise((resolve) => session.once('remoteSettings', resolve));
    await http2.close();
    await sessionClosed;
  });

  it('can be closed more than once', async () => {
    const server = await listenOnLoopback(createServer());
    await server.close();
    await server.close();
    await expect(fetch(server.origin)).rejects.toThrow();
  });
});
