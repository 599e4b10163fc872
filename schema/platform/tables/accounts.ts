import * as v from 'valibot';
import { slug } from '../../factory/slug.ts';
import { statusReasonLengthMax } from '../../factory/standing.ts';
import { defineTable } from '../../model/define-table.ts';
import { count, line, oneOf, sha256, webAddress } from '../../model/fields.ts';

/** A firm in the registry: what it is called, how far it has come, and where its Worker, database and bucket are. */
export const accounts = defineTable({
  name: 'accounts',
  collection: 'accounts',
  tier: 'platform',
  idPrefix: 'acc',
  describes: 'A firm: its name, its state, and where its Worker and data are.',
  body: v.strictObject({
    name: line(120),
    slug: slug(),
    plan: v.optional(oneOf(['standard', 'plus']), 'standard'),
    region: v.optional(oneOf(['eu']), 'eu'),
  }),
  serverFields: {
    status: oneOf(['provisioning', 'active', 'suspended', 'failed', 'offboarding', 'offboarded']),
    /** Why it is not served, as its people read it at every door. Default: the words of the status. */
    statusReason: v.optional(line(statusReasonLengthMax)),
    /** sha256 of `issuer|sub` of the person who signed the firm up; it reaches the account in its standing. */
    firstAdministrator: v.optional(sha256()),
    /** How the Worker is deployed: `script` is one Worker script per account. */
    placement: oneOf(['script']),
    /** Which Cloudflare account of the operator holds it. */
    cell: line(40),
    /** Counts the moves of the account, from 1. */
    routingEpoch: count(),
    workerUrl: v.optional(webAddress()),
    scriptName: v.optional(line(63)),
    /** D1 database id, the shard of the firm's data. */
    databaseId: v.optional(line(36)),
    bucketName: v.optional(line(63)),
    /** First 16 hex digits of the sha256 of the bundle its Worker runs. */
    release: v.optional(line(16)),
  },
  columns: [
    { name: 'slug', path: 'slug', type: 'text', filters: ['eq', 'prefix'] },
    {
      name: 'status',
      path: 'status',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt', 'name'],
    },
    { name: 'name', path: 'name', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    { name: 'plan', path: 'plan', type: 'text', filters: ['eq'] },
    { name: 'release', path: 'release', type: 'text', filters: ['eq'] },
    {
      name: 'created_by',
      path: 'createdBy',
      type: 'text',
      filters: ['eq'],
      narrowedBy: ['slug', 'status', 'name', 'plan'],
    },
  ],
  indexes: [{ unique: ['slug'], where: "status <> 'offboarded'" }],
  sorts: ['name'],
  example: { name: 'Harbour & Vale', slug: 'harbour-vale', plan: 'standard', region: 'eu' },
});
