import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkTables } from './check-tables.ts';
import { type ColumnDefinition, defineTable, type Table } from './define-table.ts';
import { line } from './fields.ts';

const sound = {
  name: 'notes',
  collection: 'notes',
  tier: 'account',
  idPrefix: 'not',
  describes: 'A note.',
  body: v.strictObject({ title: line(80), topic: v.optional(line(80)) }),
  example: { title: 'Call back' },
} as const;

function tableWith(change: object, columns: readonly ColumnDefinition[] = []): Table {
  return defineTable({ ...sound, columns, ...change });
}

const title: ColumnDefinition = { name: 'title', path: 'title', type: 'text' };
const topic: ColumnDefinition = { name: 'topic', path: 'topic', type: 'text' };

describe('checkTables', () => {
  it('finds no mistake in a valid table', () => {
    expect(checkTables([tableWith({ sorts: ['title'] }, [title])])).toEqual([]);
  });

  it.each([
    ['a name with capitals', tableWith({ name: 'Notes' }), 'Notes is not snake_case'],
    ['an SQL keyword', tableWith({}, [{ ...title, name: 'order' }]), 'order is an SQL keyword'],
    ['another collection', tableWith({ collection: 'note' }), 'its collection is note, not notes'],
    ['a long id prefix', tableWith({ idPrefix: 'note' }), 'the id prefix note is not two or three letters'],
    [
      'a column of an unknown field',
      tableWith({}, [{ ...title, path: 'subject' }]),
      'reads subject, which is not in the body',
    ],
    ['a duplicate column', tableWith({}, [title, title]), 'column title is declared twice'],
    [
      'a field with brackets',
      tableWith({}, [{ ...title, path: 'title[0]' }]),
      'callers cannot filter by title[0]',
    ],
    [
      'a unique index of an unknown column',
      tableWith({ indexes: [{ unique: ['x'] }] }),
      'a unique index names x',
    ],
    [
      'a sort by an unknown column',
      tableWith({ sorts: ['title'] }),
      'is sorted by title, which is not the field of a column',
    ],
    ['a sort that may be NULL', tableWith({ sorts: ['topic'] }, [topic]), 'which a body may lack'],
    [
      'a sort by several fields of which one may be NULL',
      tableWith({ sorts: ['title,topic'] }, [title, topic]),
      'is sorted by topic, which a body may lack',
    ],
    [
      'a sort that combines createdAt with other fields',
      tableWith({ sorts: ['title,createdAt'] }, [title]),
      'every sort ends with createdAt',
    ],
    [
      'a listed reference that is not a list',
      tableWith({ references: { title: 'notes' } }),
      'title refers to one row and needs a column',
    ],
    ['an unknown sort in a column', tableWith({}, [{ ...title, sorts: ['topic'] }]), 'names the sort topic'],
    [
      'a field declared for the caller and the server',
      tableWith({ serverFields: { title: line(80) } }),
      "title is declared both as a caller's and as a server field",
    ],
    ['a tracking field', tableWith({ serverFields: { version: line(80) } }), 'version is a tracking field'],
    [
      'an accountId field',
      tableWith({ serverFields: { accountId: line(80) } }),
      'accountId is a tracking field',
    ],
    [
      'a reference to an unknown collection',
      tableWith({ references: { title: 'topics' } }),
      'is not a collection of this tier',
    ],
    [
      'a reference in an unknown field',
      tableWith({ references: { noteId: 'notes' } }),
      'noteId refers to notes and is not',
    ],
    [
      'a sensitive field that does not exist',
      tableWith({ sensitive: ['colour'] }),
      'colour is sensitive and is not in the body',
    ],
  ])('finds %s', (_what, table, mistake) => {
    expect(checkTables([table]).join('\n')).toContain(mistake);
  });

  it('accepts a sort by an optional field that has a default or a value for `absent`', () => {
    const body = v.strictObject({ title: line(80), topic: v.optional(line(80), 'general') });

    expect(checkTables([tableWith({ sorts: ['topic'] }, [{ ...topic, absent: '~' }])])).toEqual([]);
    expect(checkTables([tableWith({ sorts: ['topic'], body }, [topic])])).toEqual([]);
  });

  it('finds duplicate names of tables and of indexes', () => {
    const twice = [tableWith({}), tableWith({})];
    expect(checkTables(twice)).toEqual(
      expect.arrayContaining([
        'table notes is declared twice',
        'collection notes is declared twice',
        'id prefix not is declared twice',
      ]),
    );
    const entries = { a: line(80), bC: line(80), aB: line(80), c: line(80) };
    const columns: readonly ColumnDefinition[] = [
      { name: 'a', path: 'a', type: 'text', filters: ['eq'], sorts: ['bC'] },
      { name: 'b_c', path: 'bC', type: 'text' },
      { name: 'a_b', path: 'aB', type: 'text', filters: ['eq'], sorts: ['c'] },
      { name: 'c', path: 'c', type: 'text' },
    ];
    const table = tableWith({ body: v.strictObject(entries), sorts: ['bC', 'c'] }, columns);
    expect(checkTables([table])).toEqual(['index notes_by_a_b_c is declared twice']);
  });
});
