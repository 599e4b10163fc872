import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { currentDatabase, migrationsFolder } from '../migrate/database-definition.ts';
import { diffDatabases } from '../migrate/diff.ts';
import { readSnapshot } from '../migrate/write-migration.ts';
import type { Tier } from '../model/define-table.ts';
import { documentsFolder, generatedDocuments } from './documents.ts';

describe('files generated from the models', () => {
  it.each<Tier>(['account', 'platform'])(
    'include the migrations of the %s database up to date (npm run migration:new)',
    async (tier) => {
      const snapshot = await readSnapshot(fileURLToPath(migrationsFolder(tier)));

      expect(diffDatabases(snapshot, currentDatabase(tier))).toEqual({ statements: [], refusals: [] });
    },
  );

  it.each(Object.entries(generatedDocuments()))(
    'include docs/%s up to date (npm run docs)',
    async (name, text) => {
      expect(await readFile(new URL(name, documentsFolder), 'utf8')).toBe(text);
    },
  );
});
