import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { DOCS_ASSETS_PATH } from './docs-assets-path.ts';

it('is derived from the content of the files of the docs page', async () => {
  const files = [
    'swagger-ui-dist/swagger-ui-bundle.js',
    'swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt',
    'swagger-ui-dist/swagger-ui.css',
    '../../platform/docs/docs.js',
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(createRequire(import.meta.url).resolve(file)));
  expect(DOCS_ASSETS_PATH).toBe(`/docs-assets/${hash.digest('hex').slice(0, 12)}`);
});
