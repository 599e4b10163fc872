import { Factory } from '../../harness/factory.ts';
import { summarise } from '../statistics.ts';
import type { Suite } from '../suite.ts';

const RUNS = 5;

/** Start of a factory that was started before: the wait of a developer each morning. */
export const bootSuite: Suite = {
  name: 'boot',
  description: `${RUNS} starts of a factory whose state exists, until endpoints.json is written.`,
  async run(say) {
    const factory = new Factory();
    const firstMs: number[] = [];
    const againMs: number[] = [];
    try {
      for (let run = 0; run <= RUNS; run += 1) {
        const startedMs = performance.now();
        await factory.start();
        const wallMs = performance.now() - startedMs;
        (run === 0 ? firstMs : againMs).push(wallMs);
        say(`start ${run + 1}: ${Math.round(wallMs)} ms`);
        await factory.stop();
      }
    } finally {
      await factory.remove();
    }
    return [
      { name: 'start, state exists', unit: 'ms', value: summarise(againMs), comparedTo: 'aim: < 10000' },
      { name: 'first start, packages and pulumi present', unit: 'ms', value: summarise(firstMs) },
    ];
  },
};
