import { describe, expect, it } from 'vitest';
import { createOpenStreams } from './open-streams.ts';
import type { Operation } from './operation-view.ts';
import { createWatchedOperations } from './watched-operations.ts';

const at = (revision: number) => ({ id: 'op-1', revision }) as Operation;

describe('the operations that an isolate watches', () => {
  it('are read once in an interval, however many streams show them', () => {
    const watched = createWatchedOperations(1_000);
    for (let stream = 0; stream < 300; stream++) watched.watch(at(1), 0);
    const reads = Array.from({ length: 3_000 }, (_, tick) => watched.latest('op-1', tick * 10));
    expect(reads.filter((latest) => latest === undefined)).toHaveLength(29);
  });

  it('are shown as the newest report says, without a read', () => {
    const watched = createWatchedOperations(1_000);
    watched.watch(at(1), 0);
    watched.note(at(3), 500);
    expect(watched.latest('op-1', 1_400)?.revision).toBe(3);
    watched.note(at(2), 1_450);
    expect(watched.latest('op-1', 1_460)?.revision).toBe(3);
  });

  it('are forgotten when no stream has requested them for a while', () => {
    const watched = createWatchedOperations(1_000);
    watched.watch(at(1), 0);
    expect(watched.latest('op-1', 500)).toBeDefined();
    watched.watch({ ...at(1), id: 'op-2' } as Operation, 10_500);
    watched.note(at(2), 10_500);
    expect(watched.latest('op-1', 10_501)).toBeUndefined();
    expect(watched.latest('op-2', 10_501)).toBeDefined();
  });
});

describe('the open streams of an isolate', () => {
  it('are bounded for each person, and free their place when they end', () => {
    const streams = createOpenStreams(2, 100);
    const [first] = [streams.open('ada', 0), streams.open('ada', 0)];
    expect(streams.open('ada', 0)).toBeUndefined();
    expect(streams.open('ben', 0)).toBeDefined();
    first?.close();
    expect(streams.open('ada', 0)).toBeDefined();
  });

  it('keep a place as long as they renew it', () => {
    const streams = createOpenStreams(1, 100);
    const place = streams.open('ada', 0);
    place?.renew(99);
    expect(streams.open('ada', 198)).toBeUndefined();
    expect(streams.open('ada', 199)).toBeDefined();
  });
});
