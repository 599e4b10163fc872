import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Factory } from '../../harness/factory.ts';

/** Interval between heap samples, in milliseconds. */
const SAMPLE_EVERY_MS = 20;

/** A busy Worker collects garbage several times within this period. */
const HELD_FOR_MS = 10_000;

/** V8's heap usage of one isolate in bytes, including garbage that is not collected yet. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

/** Memory of an isolate during some work, in bytes: the JavaScript heap and the buffers outside it. */
export interface HeapUse {
  /** The highest sample. V8 delays garbage collection while there is room, so it says little about the need. */
  readonly peakBytes: number;
  /** The highest amount that was held for ten seconds without a break: an upper bound of the memory in use. */
  readonly heldBytes: number;
}

/** The memory of one Worker's isolate, without the database, which has its own. */
export interface WorkerHeap {
  watch(work: () => Promise<void>): Promise<HeapUse>;
  close(): void;
}

/** Attaches to a Worker of a factory started with `FREEHOLD_CLOUD_INSPECT=1`. The Worker must be running. */
export async function attachToHeap(factory: Factory, script: string): Promise<WorkerHeap> {
  const { cloudflareApi, cloudflareApiToken } = factory.endpoints;
  const answer = await fetch(new URL('/__local/debuggers', cloudflareApi), {
    headers: { authorization: `Bearer ${cloudflareApiToken}` },
  });
  const { result } = (await answer.json()) as {
    result: readonly { script: string; webSocketDebuggerUrl: string }[];
  };
  const found = result.find((one) => one.script === script);
  if (found === undefined)
    throw new Error(`${script} is not running, or the factory was started without inspection`);
  const socket = new WebSocket(found.webSocketDebuggerUrl);
  await once(socket, 'open');
  const waiting = new Map<number, (usage: HeapUsage) => void>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result: usage } = JSON.parse(String(data)) as { id: number; result: HeapUsage };
    waiting.get(id)?.(usage);
    waiting.delete(id);
  });
  const sample = async () => {
    const { promise, resolve } = Promise.withResolvers<HeapUsage>();
    lastId += 1;
    waiting.set(lastId, resolve);
    socket.send(JSON.stringify({ id: lastId, method: 'Runtime.getHeapUsage' }));
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await promise;
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
  return {
    async watch(work) {
      let peakBytes = 0;
      let heldBytes = 0;
      let leastBytes = Number.POSITIVE_INFINITY;
      let sinceMs = performance.now();
      const look = async () => {
        const bytes = await sample();
        peakBytes = Math.max(peakBytes, bytes);
        leastBytes = Math.min(leastBytes, bytes);
        if (performance.now() - sinceMs < HELD_FOR_MS) return;
        heldBytes = Math.max(heldBytes, leastBytes);
        leastBytes = Number.POSITIVE_INFINITY;
        sinceMs = performance.now();
      };
      let isDone = false;
      const done = () => {
        isDone = true;
      };
      const working = work();
      working.then(done, done);
      // The Worker's isolate answers between two turns of its event loop, so a sample may take a while.
      while (!isDone) {
        await look();
        await sleep(SAMPLE_EVERY_MS);
      }
      await working;
      return { peakBytes, heldBytes: Math.max(heldBytes, Number.isFinite(leastBytes) ? leastBytes : 0) };
    },
    close: () => socket.close(),
  };
}
