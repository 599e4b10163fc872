import { createServer } from 'node:net';
import { listenOnLoopback } from './loopback-server.ts';

/** A port of loopback that no other program can take until it is released. */
export interface HeldPort {
  readonly port: number;
  /** Frees the port for the process that it was chosen for. Idempotent. */
  release(): Promise<void>;
}

// Libraries such as get-port only check whether a port is free. A first start may build Pulumi for minutes between the
// choice of a port and its use, so the port is held by listening on it.

/**
 * Takes a port of loopback.
 *
 * @param port Default 0: any free one.
 * @returns Undefined when the port is in use or needs privileges (below 1024).
 */
export async function holdPort(port = 0): Promise<HeldPort | undefined> {
  try {
    const server = await listenOnLoopback(
      createServer((socket) => socket.destroy()),
      port,
    );
    let released: Promise<void> | undefined;
    return {
      port: server.port,
      release: () => {
        released ??= server.close();
        return released;
      },
    };
  } catch {
    return undefined;
  }
}

/** Takes any free port of loopback. */
export async function holdAnyPort(): Promise<HeldPort> {
  const held = await holdPort();
  if (held === undefined) throw new Error('no port of 127.0.0.1 is free');
  return held;
}
