import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Folder of the sources. */
const root = fileURLToPath(new URL('..', import.meta.url));

/** A program as an ES module. */
export interface BuiltProgram {
  readonly code: Uint8Array;
  /** sha256 of the code in hex. */
  readonly sha256: string;
}

/**
 * Bundles the program that a bare `pulumi up` starts: it opens the release that the stack names and runs the program of
 * that release. Pulumi would otherwise type-check the sources at every run (5 s, 500 MB).
 */
export async function buildProgram(): Promise<BuiltProgram> {
  return toBuilt(await bundle('infra/index.ts'));
}

/** Bundles the program of a release. The same sources give the same bytes in any folder. */
export async function buildReleaseProgram(): Promise<BuiltProgram> {
  return toBuilt(await bundle('infra/program.ts'));
}

function toBuilt(code: Uint8Array): BuiltProgram {
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
