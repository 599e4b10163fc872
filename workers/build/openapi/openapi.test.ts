import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAccountApi } from '../../account/api.ts';
import { accountDocumentPath, accountRoutes } from './account-document.ts';
import { generatedFiles } from './generated-files.ts';
import { lintDocument } from './lint.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('the OpenAPI document of the account API', () => {
  let generated: Readonly<Record<string, string>>;

  beforeAll(async () => {
    generated = await generatedFiles();
  });

  it('is up to date, and so is what is made of it (npm run docs)', async () => {
    for (const [path, text] of Object.entries(generated)) {
      const isCurrent = (await readFile(path, 'utf8')) === text;
      expect(isCurrent, `${relative(root, path)} is stale`).toBe(true);
    }
  });

  it('describes every route of the Worker, and no other', async () => {
    const described = (await accountRoutes()).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    // A table's own route may stand before that of its collection; the first is the one that answers.
    const served = new Set(createAccountApi().routes.map(({ method, path }) => `${method} ${path}`));
    expect(described.toSorted()).toEqual([...served].toSorted());
  });

  it('passes a strict public ruleset', async () => {
    expect(await lintDocument(generated[accountDocumentPath] ?? '')).toEqual([]);
  });
});
