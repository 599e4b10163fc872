import * as v from 'valibot';
import { defineTable } from '../../model/define-table.ts';
import { count, date, id, line, list, oneOf } from '../../model/fields.ts';

/** A step of a case, with its own checklist. */
export const caseTasks = defineTable({
  name: 'case_tasks',
  collection: 'case-tasks',
  tier: 'account',
  idPrefix: 'tsk',
  describes: 'A step of a case, to be done by someone.',
  body: v.strictObject({
    caseId: id('cas'),
    assigneeId: v.optional(id('usr')),
    status: v.optional(oneOf(['open', 'waiting', 'done', 'cancelled']), 'open'),
    dueOn: v.optional(date()),
    title: line(200),
    /** Place among the tasks of the case, from 0. */
    position: v.optional(count(), 0),
    checklist: v.optional(
      list(v.strictObject({ label: line(200), done: v.optional(v.boolean(), false) }), 100),
      [],
    ),
  }),
  columns: [
    {
      name: 'case_id',
      path: 'caseId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'dueOn', 'position'],
      narrowedBy: ['status', 'assigneeId'],
    },
    {
      name: 'assignee_id',
      path: 'assigneeId',
      type: 'text',
      filters: ['eq', 'in'],
      sorts: ['createdAt', 'dueOn'],
      narrowedBy: ['status'],
    },
    { name: 'status', path: 'status', type: 'text', filters: ['eq', 'in'], sorts: ['createdAt', 'dueOn'] },
    { name: 'due_on', path: 'dueOn', type: 'text', absent: '~', filters: ['eq', 'gte', 'lte'] },
    { name: 'position', path: 'position', type: 'integer' },
  ],
  sorts: ['dueOn', 'status,dueOn', 'caseId,position'],
  states: {
    field: 'status',
    // Finished work must be reopened first, so a task cannot go from done to cancelled directly.
    transitions: {
      open: ['waiting', 'done', 'cancelled'],
      waiting: ['open', 'done', 'cancelled'],
      done: ['open'],
      cancelled: ['open'],
    },
  },
  references: { caseId: 'cases', assigneeId: 'users' },
  example: {
    caseId: 'cas-01kdw5h80c0000000000000003',
    status: 'open',
    dueOn: '2026-02-06',
    title: 'Ask the ceding scheme for a valuation',
    position: 0,
    checklist: [
      { label: 'Letter of authority signed', done: true },
      { label: 'Valuation received', done: false },
    ],
  },
});
