import * as v from 'valibot';
import { accountStatuses, goneStatus } from '../../factory/account-states.ts';
import { accountRegistration } from '../../factory/registration-messages.ts';
import { defaultPlan, defaultRegion, planNames, regionNames } from '../../factory/settings.ts';
import { slug } from '../../factory/slug.ts';
import { statusReasonLengthMax } from '../../factory/standing.ts';
import { defineTable } from '../../model/define-table.ts';
import { count, line, oneOf, sha256 } from '../../model/fields.ts';

const { placement, cell, release, ...parts } = accountRegistration.entries;

/** A firm in the registry: its name, its status, and where its Worker, database and bucket are. */
export const accounts = defineTable({
  name: 'accounts',
  collection: 'accounts',
  tier: 'platform',
  idPrefix: 'acc',
  describes: 'A firm: its name, its status, and where its Worker and data are.',
  body: v.strictObject({
    name: line(120),
    slug: slug(),
    plan: v.optional(oneOf(planNames), defaultPlan),
    region: v.optional(oneOf(regionNames), defaultRegion),
  }),
  serverFields: {
    status: oneOf(accountStatuses),
    /** Why it is not served, as its users read it. Default: the text of the status. */
    statusReason: v.optional(line(statusReasonLengthMax)),
    /** sha256 of `issuer|sub` of the person who signed the firm up. The account gets it in its standing. */
    firstAdministrator: v.optional(sha256()),
    /** How the Worker is deployed: `script` is one Worker script per account. */
    placement,
    cell,
    /** Counts the moves of the account, from 1. */
    routingEpoch: count(),
    ...v.partial(v.object(parts)).entries,
    release: v.optional(release),
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
  indexes: [{ unique: ['slug'], where: `status <> '${goneStatus}'` }],
  sorts: ['name'],
  example: { name: 'Harbour & Vale', slug: 'harbour-vale', plan: defaultPlan, region: defaultRegion },
});
