import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, date, id, instant, line, list, mediaType, sha256 } from '../../model/fields.ts';
import { limits } from '../../model/limits.ts';

/** A file kept for a client or a case. The row describes it; the bytes are in the account's bucket. */
export const documents = defineTable({
  name: 'documents',
  collection: 'documents',
  tier: 'account',
  idPrefix: 'doc',
  describes: 'The description of a file; its bytes are in R2.',
  body: v.strictObject({
    clientId: v.optional(id('cli')),
    caseId: v.optional(id('cas')),
    category: v.optional(line(60), 'general'),
    title: line(200),
    fileName: v.optional(line(255)),
    /** The media type that the caller expects to send; an upload replaces it by the actual one. */
    mediaType: v.optional(mediaType()),
    /** Last day on which the firm must keep the file. */
    retainUntil: v.optional(date()),
    /** True while a dispute or an authority forbids erasure. */
    legalHold: v.optional(v.boolean(), false),
  }),
  serverFields: {
    sizeBytes: v.optional(count()),
    sha256: v.optional(sha256()),
    /** Number of uploads; absent before the first. The row's own `version` counts every change. */
    contentVersion: v.optional(count()),
    /** Earlier contents, newest first. */
    previousVersions: v.optional(
      list(
        v.strictObject({
          contentVersion: count(),
          sizeBytes: count(),
          sha256: sha256(),
          mediaType: mediaType(),
          replacedAt: instant(),
        }),
        limits.documentVersionsMax,
      ),
    ),
  },
  columns: [
    {
      name: 'client_id',
      path: 'clientId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt'],
      narrowedBy: ['category'],
    },
    {
      name: 'case_id',
      path: 'caseId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'updatedAt'],
      narrowedBy: ['category'],
    },
    { name: 'category', path: 'category', type: 'text', ignoreCase: true, filters: ['eq', 'in'] },
    { name: 'retain_until', path: 'retainUntil', type: 'text', absent: '~', filters: ['gte', 'lte'] },
  ],
  sorts: ['retainUntil'],
  references: { clientId: 'clients', caseId: 'cases' },
  search: { name: ['title'], reference: ['fileName'], text: ['category'] },
  example: {
    clientId: 'cli-01kdw5h80c0000000000000001',
    category: 'identity',
    title: 'Passport',
    fileName: 'passport.pdf',
    mediaType: 'application/pdf',
    retainUntil: '2033-01-31',
    legalHold: false,
  },
});
