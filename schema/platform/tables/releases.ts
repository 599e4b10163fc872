import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { line, oneOf, sha256, text } from '../../model/fields.ts';

/** A bundle and the migrations it needs, as it is rolled through the fleet. */
export const releases = defineTable({
  name: 'releases',
  collection: 'releases',
  tier: 'platform',
  idPrefix: 'rel',
  describes: 'A version of the account Worker and the migrations it needs.',
  body: v.strictObject({
    name: line(80),
    bundleSha256: sha256(),
    /** Name of the newest migration the bundle expects. */
    lastMigration: line(120),
    notes: v.optional(text(4_000)),
  }),
  serverFields: {
    status: oneOf(['draft', 'rolling', 'completed', 'halted', 'rolled-back']),
  },
  columns: [
    { name: 'name', path: 'name', type: 'text', ignoreCase: true, filters: ['eq'] },
    { name: 'bundle_sha256', path: 'bundleSha256', type: 'text', filters: ['eq'] },
    { name: 'status', path: 'status', type: 'text', filters: ['eq', 'in'] },
  ],
  indexes: [{ unique: ['name'] }, { unique: ['bundle_sha256'] }],
  example: {
    name: '2026.03.1',
    bundleSha256: 'a'.repeat(64),
    lastMigration: '0001_initial',
    notes: 'First release.',
  },
});
