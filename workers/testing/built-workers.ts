import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildWorker } from '../build/build-worker.ts';

const workersRoot = resolve(import.meta.dirname, '..');

/**
 * Bundles a Worker as a release does and returns its code.
 *
 * @param entry Path below `workers/`, e.g. `account/index.ts`.
 */
export async function bundledCode(entry: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'freehold-bundle-'));
  try {
    const { path } = await buildWorker({ entry: join(workersRoot, entry), outDir });
    return await readFile(path, 'utf8');
  } finally {
    await rm(outDir, { recursive: true });
  }
}
