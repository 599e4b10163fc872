import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { distinctList, email, id, instant, line, locale, oneOf } from '../../model/fields.ts';

/** People of the firm who may sign in, found by the `sub` of their token, or by e-mail while they are invited. */
export const users = defineTable({
  name: 'users',
  collection: 'users',
  tier: 'account',
  idPrefix: 'usr',
  describes: 'A person of the firm who may sign in.',
  body: v.strictObject({
    email: email(),
    name: v.optional(line(120)),
    status: v.optional(oneOf(['invited', 'active', 'disabled']), 'invited'),
    groupIds: v.optional(distinctList(id('grp'), 50), []),
    locale: v.optional(locale(), 'en-GB'),
  }),
  serverFields: {
    /** `sub` of the person's access tokens, set at the first sign-in. */
    subject: v.optional(line(255)),
    lastSeenAt: v.optional(instant()),
  },
  columns: [
    { name: 'email', path: 'email', type: 'text', ignoreCase: true, filters: ['eq', 'prefix'] },
    { name: 'status', path: 'status', type: 'text', filters: ['eq', 'in'], sorts: ['createdAt', 'email'] },
    { name: 'subject', path: 'subject', type: 'text', filters: ['eq'] },
  ],
  indexes: [{ unique: ['email'] }, { unique: ['subject'], where: 'subject IS NOT NULL' }],
  sorts: ['email', 'status,email'],
  references: { groupIds: 'groups' },
  example: {
    email: 'ada.hale@harbourvale.example',
    name: 'Ada Hale',
    status: 'invited',
    groupIds: ['grp-01kdvdna000000000000000002'],
    locale: 'en-GB',
  },
});
