import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Factory } from '../../harness/factory.ts';

/** How often the heap is looked at, in milliseconds. */
const SAMPLE_EVERY_MS = 20;

/** V8 collects garbage several times in this while a Worker is at work. */
const HELD_FOR_MS = 10_000;

/** What V8 says of one isolate, in bytes; garbage that is not collected yet is counted. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

/** What an isolate held while something ran, in bytes: JavaScript's heap and the buffers outside of it. */
export interface HeapUse {
  /** The most at any moment. V8 lets garbage lie while there is room, so this says little about what is needed. */
  readonly peakBytes: number;
  /** The most of which was there over ten seconds without a break: no less than what is in use. */
  readonly heldBytes: number;
}

/** The memory of one Worker's isolate, without that of the database, which is in an isolate of its own. */
export interface WorkerHeap {
  watch(work: () => Promise<void>): Promise<HeapUse>;
  close(): void;
}

/** Attaches to a Worker of a factory that was started with `FREEHOLD_CLOUD_INSPECT=1`. The Worker must be running. */
export async function attachToHeap(factory: Factory, script: string): Promise<WorkerHeap> {
  const { cloudflareApi, cloudflareApiToken } = factory.endpoints;
  const answer = await fetch(new URL('/__local/debuggers', cloudflareApi), {
    headers: { authorization: `Bearer ${cloudflareApiToken}` },
  });
  const { result } = (await answer.json()) as {
    result: readonly { script: string; webSocketDebuggerUrl: string }[];
  };
  const found = result.find((one) => one.script === script);
  if (found === undefined) throw new Error(`${script} does not run, or the factory runs without inspection`);
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
      // The Worker answers between two turns of its own, so a question may take a while.
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
