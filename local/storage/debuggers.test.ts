import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud, testConfig } from '../testing.ts';

let cloud: TestCloud | undefined;
afterEach(() => cloud?.remove());

const heldBytes = 8_000_000;

const code = `
  globalThis.held = new Uint8Array(${heldBytes}).fill(1);
  export default { fetch: () => new Response('hello') };
`;

async function listDebuggers(inspect: boolean): Promise<{ script: string; webSocketDebuggerUrl: string }[]> {
  cloud = await startTestCloud({
    ...testConfig(mkdtempSync(path.join(tmpdir(), 'local-cloud-'))),
    inspect,
  });
  expect((await cloud.upload('looked-into', code)).status).toBe(200);
  const answer = await fetch(new URL('/__local/debuggers', cloud.cloudflareApi), {
    headers: { authorization: `Bearer ${cloud.config.apiToken}` },
  });
  const { result } = (await answer.json()) as {
    result: { script: string; webSocketDebuggerUrl: string }[];
  };
  return result;
}

describe('the debuggers of the local cloud', () => {
  it('attach to the Worker that they are listed for', async () => {
    const [found] = await listDebuggers(true);
    expect(found?.script).toBe('looked-into');
    const socket = new WebSocket(found?.webSocketDebuggerUrl as string);
    await once(socket, 'open');
    const message = once(socket, 'message') as Promise<[MessageEvent<string>]>;
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }));
    const [{ data }] = await message;
    socket.close();
    expect(JSON.parse(data)).toMatchObject({ id: 1, result: { backingStorageSize: heldBytes } });
  });

  it('are only available on request', async () => {
    expect(await listDebuggers(false)).toEqual([]);
  });
});
