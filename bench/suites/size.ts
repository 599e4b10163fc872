import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../harness/project-root.ts';
import { buildWorker } from '../../workers/build/build-worker.ts';
import { summarise } from '../statistics.ts';
import type { Measurement, Suite } from '../suite.ts';

/** Size of the uploads for every account, and for the platform. */
export const sizeSuite: Suite = {
  name: 'size',
  description:
    'The Worker bundles, minified and gzipped: their code, and whole, with the OpenAPI document (account) and the page that shows it (platform).',
  async run() {
    const outDir = mkdtempSync(join(tmpdir(), 'freehold-size-'));
    try {
      const measurements: Measurement[] = [];
      for (const worker of ['account', 'platform']) {
        const entry = join(projectRoot, `workers/${worker}/index.ts`);
        for (const withoutAssets of [true, false]) {
          const { gzipBytes } = await buildWorker({ entry, outDir: join(outDir, worker), withoutAssets });
          measurements.push({
            name: `${worker} Worker, ${withoutAssets ? 'code alone' : 'whole'}`,
            unit: 'KB',
            value: summarise([gzipBytes / 1000]),
            ...(worker === 'account' && withoutAssets
              ? { comparedTo: 'aim: ≤ 80, before search to webhooks' }
              : {}),
          });
        }
      }
      return measurements;
    } finally {
      rmSync(outDir, { recursive: true, force: true });
    }
  },
};
