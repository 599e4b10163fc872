import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Files that Workers import. */
const edgeFiles = [
  'account/seed.ts',
  'account/tables.ts',
  'factory/account-states.ts',
  'factory/bindings.ts',
  'factory/settings.ts',
  'factory/standing.ts',
  'model/ids.ts',
  'model/indexes.ts',
  'model/limits.ts',
  'model/list-statement.ts',
  'model/permissions.ts',
  'platform/tables.ts',
  'model/tracking.ts',
];

/** Share of the models in a Worker, whose whole bundle is to stay within 80 kB. */
const gzippedBytesMax = 12_000;

describe.each(edgeFiles)('%s', (file) => {
  it('runs at the edge: it needs nothing of Node, and is small', async () => {
    const { outputFiles, warnings } = await build({
      entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module'],
      logLevel: 'silent',
    });

    expect(warnings).toEqual([]);
    expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(gzippedBytesMax);
  });
});
