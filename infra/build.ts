import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Folder of the sources. */
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the program that a bare `pulumi up` starts: it opens the release that the stack names and runs the program of
 * that release. Pulumi would otherwise type-check the sources at every run (5 s, 500 MB).
 *
 * @param outFile Path of the JavaScript file. Its folder belongs to the bundle.
 */
export async function buildProgram({ outFile }: { readonly outFile: string }): Promise<void> {
  const folder = dirname(outFile);
  await mkdir(folder, { recursive: true });
  await writeFile(outFile, await bundle('infra/index.ts'));
  const manifest = { name: 'factory', private: true, type: 'module' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** A program as an ES module. */
export interface BuiltProgram {
  readonly code: Uint8Array;
  /** sha256 of the code in hex. */
  readonly sha256: string;
}

/** Bundles the program of a release. The same sources give the same bytes in any folder. */
export async function buildReleaseProgram(): Promise<BuiltProgram> {
  const code = await bundle('infra/program.ts');
  return { code, sha256: createHash('sha256').update(code).digest('hex') };
}

/** Pulumi's packages stay outside: a second copy of its SDK would not know the engine. */
async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: ['@pulumi/*'],
    // Drops the comments with the path of each module, which depend on where the packages are.
    minifyWhitespace: true,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild produced no program for ${entry}`);
  return file.contents;
}
