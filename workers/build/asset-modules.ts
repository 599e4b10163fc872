import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { gzipSync } from 'fflate';

/**
 * Embeds files in a Worker: `import text from './openapi.json?raw'` (JSON without white space) and
 * `import packed from 'package/file.js?gzip'` (gzip in base64, for files that the Worker only passes on to browsers).
 *
 * @param isEmpty Embeds empty files instead.
 */
export function assetModules(isEmpty: boolean): Plugin {
  return {
    name: 'asset-modules',
    setup(build) {
      build.onResolve({ filter: /\?(?:raw|gzip)$/ }, async ({ path, importer, resolveDir, kind }) => {
        const [file = '', form = ''] = path.split('?');
        const found = await build.resolve(file, { importer, resolveDir, kind });
        if (found.errors.length > 0) return found;
        // The source map names files by this path, which must not depend on the machine.
        const shown = relative(build.initialOptions.absWorkingDir ?? '', found.path);
        return { path: shown, namespace: form, pluginData: found.path };
      });
      build.onLoad({ filter: /./, namespace: 'raw' }, async ({ path, pluginData }) => {
        if (isEmpty) return { contents: '', loader: 'text' };
        const text = await readFile(String(pluginData), 'utf8');
        return { contents: path.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text, loader: 'text' };
      });
      build.onLoad({ filter: /./, namespace: 'gzip' }, async ({ pluginData }) => {
        if (isEmpty) return { contents: '', loader: 'text' };
        // Not Node's zlib, whose output differs between processors: the hash of a bundle is its identity.
        const packed = gzipSync(await readFile(String(pluginData)), { level: 9, mtime: 0 });
        return { contents: Buffer.from(packed).toString('base64'), loader: 'text' };
      });
    },
  };
}
