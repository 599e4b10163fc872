import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../harness/project-root.ts';
import { buildWorker } from '../../workers/build/build-worker.ts';
import { summarise } from '../statistics.ts';
import type { Measurement, Suite } from '../suite.ts';

/** What is uploaded for every account, and for the platform. */
export const sizeSuite: Suite = {
  name: 'size',
  description: 'The Worker bundles, minified and gzipped.',
  async run() {
    const outDir = mkdtempSync(join(tmpdir(), 'freehold-size-'));
    try {
      const measurements: Measurement[] = [];
      for (const worker of ['account', 'platform']) {
        const entry = join(projectRoot, `workers/${worker}/index.ts`);
        const { gzipBytes } = await buildWorker({ entry, outDir: join(outDir, worker) });
        measurements.push({
          name: `${worker} Worker, gzipped`,
          unit: 'KB',
          value: summarise([gzipBytes / 1000]),
          comparedTo: 'aim: ≤ 80',
        });
      }
      return measurements;
    } finally {
      rmSync(outDir, { recursive: true, force: true });
    }
  },
};
