import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Share of the models in a Worker, whose whole code is some 100 KB. */
const gzippedBytesMax = 12_000;

// toolchain/walls.ts checks that they contain nothing of Node.
describe.each(['account', 'platform'])('the models of the %s tier', (tier) => {
  it('are a small part of the Worker that serves them', async () => {
    const { outputFiles, warnings } = await build({
      entryPoints: [fileURLToPath(new URL(`${tier}/tables.ts`, import.meta.url))],
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
