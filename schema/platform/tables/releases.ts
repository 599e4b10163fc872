import * as v from 'valibot';
import { releaseMessage } from '../../factory/release-message.ts';
import { defineTable } from '../../model/define-table.ts';

/** A release that the service has made: the code of both Workers and the migrations they need, under one name. */
export const releases = defineTable({
  name: 'releases',
  collection: 'releases',
  tier: 'platform',
  idPrefix: 'rel',
  describes: 'A version of both Workers and the migrations they need.',
  body: v.strictObject({}),
  serverFields: releaseMessage.entries,
  columns: [
    { name: 'name', path: 'name', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    { name: 'account_bundle_sha256', path: 'accountBundleSha256', type: 'text', filters: ['eq'] },
    { name: 'platform_bundle_sha256', path: 'platformBundleSha256', type: 'text', filters: ['eq'] },
    { name: 'made_at', path: 'madeAt', type: 'text', filters: ['gte', 'lte'] },
  ],
  indexes: [{ unique: ['name'] }],
  sorts: ['madeAt'],
  readOnly: true,
  example: {
    name: '0123456789abcdef',
    accountBundleSha256: 'a'.repeat(64),
    platformBundleSha256: 'b'.repeat(64),
    accountMigration: '0012_keep_standing',
    platformMigration: '0004_serve_releases_and_webhooks',
    madeAt: '2026-03-31T09:30:00.000Z',
    note: 'Search by postcode.',
  },
});
