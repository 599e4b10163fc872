import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the Pulumi program for a bare `pulumi up`, which would otherwise type-check it at every run (5 s,
 * 500 MB).
 *
 * The packages of Pulumi stay outside: a second copy of its SDK would not know the engine. They are found
 * from the bundle's own folder upwards, and a `package.json` beside the bundle says that it is an ES module.
 *
 * @param outFile Path of the JavaScript file. Its folder belongs to the bundle.
 */
export async function buildProgram({ outFile }: { readonly outFile: string }): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
    outfile: outFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: ['@pulumi/*'],
    logLevel: 'error',
  });
  const manifest = { name: 'factory', private: true, type: 'module' };
  await writeFile(join(dirname(outFile), 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
