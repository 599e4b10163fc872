import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccountApi } from '../../account/api.ts';
import { createPlatformApi } from '../../platform/platform-api.ts';
import { accountApiRoutes, accountDocumentPath } from './account-document.ts';
import { generatedFiles } from './generated-files.ts';
import { lintDocument } from './lint.ts';
import { platformApiRoutes, platformDocumentPath } from './platform-document.ts';

// esbuild packs the docs viewer, which only runs in browsers.
vi.mock('../../platform/docs/docs-assets.ts', () => ({ getDocsAsset: () => undefined }));

const root = resolve(import.meta.dirname, '../../..');
const apis = [
  { name: 'account', path: accountDocumentPath, routes: accountApiRoutes, served: createAccountApi().routes },
  {
    name: 'platform',
    path: platformDocumentPath,
    routes: platformApiRoutes,
    served: createPlatformApi().routes,
  },
];

describe('OpenAPI documents', () => {
  let generated: Readonly<Record<string, string>>;

  beforeAll(async () => {
    generated = await generatedFiles();
  });

  it('are up to date, and so are the files generated from them (npm run docs)', async () => {
    for (const [path, text] of Object.entries(generated)) {
      const isCurrent = (await readFile(path, 'utf8')) === text;
      expect(isCurrent, `${relative(root, path)} is stale`).toBe(true);
    }
  });

  it.each(apis)('describe exactly the routes of the $name Worker', async ({ routes, served }) => {
    const described = (await routes()).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    // A table's own route may precede that of its collection; the first one is served.
    const unique = new Set(served.map(({ method, path }) => `${method} ${path}`));
    expect(described.toSorted()).toEqual([...unique].toSorted());
  });

  it.each(apis)('pass a strict public ruleset: $name', async ({ path }) => {
    expect(await lintDocument(generated[path] ?? '')).toEqual([]);
  });
});
