import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';
import { writeFileAtomically } from '../../system/write-file.ts';
import { assetModules } from './asset-modules.ts';
import { withoutKyselyPlugins } from './without-kysely-plugins.ts';

/** A Worker to bundle, and the output folder. */
export interface BuildWorkerOptions {
  /** Entry module of the Worker. */
  readonly entry: string;
  /** Folder with one subfolder for each bundle of the Worker. */
  readonly outDir: string;
  /** Root of the sources: paths in the source map start here. Default: the project's root. */
  readonly root?: string;
  /** Embeds empty files instead of assets, to measure the code alone. Default false. */
  readonly withoutAssets?: boolean;
}

/** A bundle that is ready for upload. */
export interface WorkerBundle {
  /** `<outDir>/<release>/index.js`. Its source map is next to it and is never uploaded. */
  readonly path: string;
  /** Lower-case hex, of the bundle's bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Size on the network and for Cloudflare's limit. */
  readonly gzipBytes: number;
}

/** Number of hex digits of the sha256 in a bundle's name. */
const RELEASE_LENGTH = 16;

const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * Bundles a Worker into one ES module for workerd.
 *
 * The same sources give the same bytes on any machine and in any folder, so the sha256 identifies a release. The bundle
 * does not refer to its source map, which is not served and must not change the bytes.
 */
export async function buildWorker(options: BuildWorkerOptions): Promise<WorkerBundle> {
  const root = resolve(options.root ?? projectRoot);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [resolve(options.entry)],
    outfile: join(root, 'index.js'),
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    conditions: ['workerd', 'worker', 'browser', 'import'],
    mainFields: ['module', 'main'],
    external: ['cloudflare:*', 'node:*'],
    plugins: [assetModules(options.withoutAssets ?? false), withoutKyselyPlugins()],
    sourcemap: 'external',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const code = outputFiles.find(({ path }) => path.endsWith('.js'))?.contents;
  const map = outputFiles.find(({ path }) => path.endsWith('.js.map'))?.contents;
  if (code === undefined || map === undefined)
    throw new Error(`esbuild produced no bundle for ${options.entry}`);
  const sha256 = createHash('sha256').update(code).digest('hex');
  const path = join(resolve(options.outDir), sha256.slice(0, RELEASE_LENGTH), 'index.js');
  await writeOnce(`${path}.map`, map);
  await writeOnce(path, code);
  const { byteLength: gzipBytes } = await promisify(gzip)(code, { level: 9 });
  return { path, sha256, sizeBytes: code.byteLength, gzipBytes };
}

/** Writes a file atomically, unless it exists: others may be reading it, and its content never changes. */
async function writeOnce(path: string, contents: Uint8Array): Promise<void> {
  const present = await stat(path).catch(() => undefined);
  if (present?.size === contents.byteLength) return;
  await writeFileAtomically(path, contents);
}
