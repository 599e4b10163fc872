import { describe, expect, it, vi } from 'vitest';
import { type EventStreamTiming, type Observation, streamEvents } from './event-stream.ts';

const timing: EventStreamTiming = { pollIntervalMs: 1, heartbeatMs: 60_000, looksMax: 1_000 };

function observations(...list: (readonly [revision: number, final: boolean])[]) {
  const queue = list.map(([revision, final]): Observation => ({ revision, final, data: { revision } }));
  return async () => (queue.length > 1 ? queue.shift() : queue[0]);
}

const read = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

describe('streamEvents', () => {
  it('sends each revision once, with its number as id, and ends after the final one', async () => {
    const stream = streamEvents(
      'operation',
      undefined,
      observations([1, false], [1, false], [3, false], [4, true]),
      timing,
    );
    expect(await read(stream)).toBe(
      [
        'retry: 1000\n\n',
        'event: operation\nid: 1\ndata: {"revision":1}\n\n',
        'event: operation\nid: 3\ndata: {"revision":3}\n\n',
        'event: operation\nid: 4\ndata: {"revision":4}\n\n',
      ].join(''),
    );
  });

  it('does not repeat what the client has already', async () => {
    const text = await read(streamEvents('operation', 3, observations([3, false], [4, true]), timing));
    expect(text.match(/^id: .*/gm)).toEqual(['id: 4']);
  });

  it('never goes back to an older revision', async () => {
    const seen = observations([5, false], [4, false], [6, true]);
    const text = await read(streamEvents('operation', undefined, seen, timing));
    expect(text.match(/^id: .*/gm)).toEqual(['id: 5', 'id: 6']);
  });

  it('ends without an event when the client has the final revision', async () => {
    expect(await read(streamEvents('operation', 4, observations([4, true]), timing))).toBe('retry: 1000\n\n');
  });

  it('ends after its limit, so that no stream lives forever', async () => {
    let looks = 0;
    const observe = async () => {
      looks += 1;
      return { revision: 1, final: false, data: {} };
    };
    await read(streamEvents('operation', undefined, observe, { ...timing, looksMax: 5 }));
    expect(looks).toBe(5);
  });

  it('sends comments while nothing changes', async () => {
    const text = await read(
      streamEvents('operation', 1, observations([1, false]), { ...timing, heartbeatMs: 0, looksMax: 3 }),
    );
    expect(text.match(/^: still here$/gm)).toHaveLength(3);
  });

  it('ends when its subject cannot be read, without telling the reason', async () => {
    const text = await read(
      streamEvents('operation', undefined, () => Promise.reject(new Error('D1_ERROR: secret')), timing),
    );
    expect(text).toBe('retry: 1000\n\n');
  });

  it('stops looking when the client goes away', async () => {
    let looks = 0;
    const observe = async () => {
      looks += 1;
      return { revision: 1, final: false, data: {} };
    };
    vi.useFakeTimers();
    try {
      const reader = streamEvents('operation', undefined, observe, timing).getReader();
      await reader.read();
      await reader.read();
      await vi.advanceTimersByTimeAsync(timing.pollIntervalMs);
      const looksBefore = looks;
      expect(looksBefore).toBeGreaterThan(1);
      await reader.cancel();
      await vi.advanceTimersByTimeAsync(10 * timing.pollIntervalMs);
      expect(looks).toBe(looksBefore);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
