import { describe, expect, it } from 'vitest';
import { openLanes } from './lanes.ts';

interface Item {
  readonly to: string;
  readonly number: number;
}

/** Names of receivers that no other test has noted anything of. */
let made = 0;
const receivers = (count: number) => Array.from({ length: count }, () => `receiver-${made++}`);
const open = () => openLanes<Item>(({ to }) => to);
const items = (to: string, count: number) => Array.from({ length: count }, (_, number) => ({ to, number }));

function takeAll(lanes: ReturnType<typeof open>): readonly Item[] {
  const taken: Item[] = [];
  for (let item = lanes.take(); item !== undefined; item = lanes.take()) taken.push(item);
  return taken;
}

describe('connections for webhooks', () => {
  it('are one for a receiver that has not answered yet, and all five for a quick one', () => {
    const [name = ''] = receivers(1);
    const lanes = open();
    lanes.add(items(name, 9));
    const [first, ...others] = takeAll(lanes);
    expect([first, others]).toEqual([{ to: name, number: 0 }, []]);
    lanes.noteTime(name, 20);
    lanes.leave({ to: name, number: 0 });
    expect(takeAll(lanes).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are two for a slow receiver, and three for all that are slow', () => {
    const names = receivers(4);
    const lanes = open();
    for (const name of names) lanes.noteTime(name, 5_000);
    lanes.add(items(names[0] ?? '', 9));
    expect(takeAll(lanes)).toHaveLength(2);
    for (const name of names) lanes.add(items(name, 9));
    expect(takeAll(lanes)).toHaveLength(1);
  });

  it('reserve one for quick receivers, whatever the others do', () => {
    const names = receivers(10);
    const [quick = '', ...others] = names;
    const lanes = open();
    lanes.noteTime(quick, 20);
    for (const name of others) lanes.add(items(name, 3));
    expect(takeAll(lanes)).toHaveLength(4);
    lanes.add(items(quick, 3));
    expect(takeAll(lanes)).toEqual([{ to: quick, number: 0 }]);
  });

  it('go round among quick receivers, each in its own order', () => {
    const names = receivers(3);
    const lanes = open();
    for (const name of names) lanes.noteTime(name, 20);
    for (const name of names) lanes.add(items(name, 4));
    const taken: Item[] = [];
    for (let batch = takeAll(lanes); batch.length > 0; batch = takeAll(lanes)) {
      expect(new Set(batch.map(({ to }) => to)).size).toBe(Math.min(3, batch.length));
      taken.push(...batch);
      for (const item of batch) lanes.leave(item);
    }
    for (const name of names) {
      expect(taken.filter(({ to }) => to === name).map(({ number }) => number)).toEqual([0, 1, 2, 3]);
    }
    expect(lanes.isIdle()).toBe(true);
  });

  it('are idle for a receiver once nothing waits and nothing is on its way', () => {
    const [name = ''] = receivers(1);
    const lanes = open();
    lanes.add(items(name, 2));
    const item = lanes.take();
    lanes.drop(name);
    expect(lanes.isIdle(name)).toBe(false);
    if (item !== undefined) lanes.leave(item);
    expect([lanes.isIdle(name), lanes.isIdle()]).toEqual([true, true]);
  });
});
