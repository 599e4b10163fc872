import { relative } from 'node:path';
import { Agent, fetch as fetchThrough } from 'undici';

/** An HTTP API of Restate, and the function that reaches it. */
export interface RestateEndpoint {
  /** An `http:` or `https:` URL, or `unix:` and the path of a socket. */
  readonly address: string;
  /** Base URL without a trailing slash. At a socket its host is only a name for messages. */
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
}

/** The longest path of a Unix socket in bytes, on every system that Restate runs on (`sun_path` minus its terminator). */
const socketPathBytesMax = 103;

/**
 * Opens an API of Restate.
 *
 * @param address As in `RestateEndpoint`.
 * @throws When the path of the socket is too long to be connected to.
 */
export function openRestateEndpoint(address: string): RestateEndpoint {
  if (!address.startsWith('unix:')) {
    return { address, url: address.replace(/\/+$/, ''), fetch: globalThis.fetch };
  }
  const dispatcher = new Agent({ connect: { socketPath: connectablePath(address.slice('unix:'.length)) } });
  // Its types are those of another copy of the same interfaces.
  const fetch = ((input: string | URL, init?: object) =>
    fetchThrough(input, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
  return { address, url: 'http://restate', fetch };
}

/** A socket is reached by its path from the current folder when the absolute one is too long. */
function connectablePath(path: string): string {
  const candidates = [path, relative(process.cwd(), path)];
  const found = candidates.find((candidate) => Buffer.byteLength(candidate) <= socketPathBytesMax);
  if (found !== undefined) return found;
  throw new Error(
    `${path} is too long for a Unix socket (${socketPathBytesMax} bytes at most): choose a shorter FREEHOLD_HOME`,
  );
}
