import { once } from 'node:events';
import type { Factory } from '../../harness/factory.ts';

/** How often the heap is looked at, in milliseconds. */
const SAMPLE_EVERY_MS = 50;

/** What V8 says of one isolate, in bytes; garbage that is not collected yet is counted. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

/** The memory of one Worker's isolate, without that of the database, which is in an isolate of its own. */
export interface WorkerHeap {
  /** Runs `work` and tells the most that the isolate held meanwhile, in bytes: JavaScript's heap and the buffers outside of it. */
  peakDuring(work: () => Promise<void>): Promise<number>;
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
    async peakDuring(work) {
      let peakBytes = await sample();
      let isAsking = false;
      // The Worker answers between two turns of its own; a question is not asked again before it is answered.
      const timer = setInterval(() => {
        if (isAsking) return;
        isAsking = true;
        void sample().then((bytes) => {
          peakBytes = Math.max(peakBytes, bytes);
          isAsking = false;
        });
      }, SAMPLE_EVERY_MS);
      try {
        await work();
      } finally {
        clearInterval(timer);
      }
      return Math.max(peakBytes, await sample());
    },
    close: () => socket.close(),
  };
}
