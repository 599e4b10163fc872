import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { gzipSync } from 'fflate';

/**
 * Lets a Worker carry files: `import text from './openapi.json?raw'` (JSON without its white space) and
 * `import packed from 'package/file.js?gzip'` (gzip in base64, for what browsers get and the Worker never reads).
 */
export const assetModules: Plugin = {
  name: 'asset-modules',
  setup(build) {
    build.onResolve({ filter: /\?(?:raw|gzip)$/ }, async ({ path, importer, resolveDir, kind }) => {
      const [file = '', form = ''] = path.split('?');
      const found = await build.resolve(file, { importer, resolveDir, kind });
      return found.errors.length > 0 ? found : { path: found.path, namespace: form };
    });
    build.onLoad({ filter: /./, namespace: 'raw' }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: path.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text, loader: 'text' };
    });
    build.onLoad({ filter: /./, namespace: 'gzip' }, async ({ path }) => {
      // Not Node's zlib: it packs the same bytes differently on other processors, and a bundle's hash is its identity.
      const packed = gzipSync(await readFile(path), { level: 9, mtime: 0 });
      return { contents: Buffer.from(packed).toString('base64'), loader: 'text' };
    });
  },
};
