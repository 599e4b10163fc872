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
  it('finds nothing in a sound table', () => {
    expect(checkTables([tableWith({ sorts: ['title'] }, [title])])).toEqual([]);
  });

  it.each([
    ['a name with capitals', tableWith({ name: 'Notes' }), 'Notes is not snake_case'],
    ['a word of SQL', tableWith({}, [{ ...title, name: 'order' }]), 'order is a word of SQL'],
    ['another collection', tableWith({ collection: 'note' }), 'its collection is note, not notes'],
    ['a long id prefix', tableWith({ idPrefix: 'note' }), 'the id prefix note is not two or three letters'],
    [
      'a column of nothing',
      tableWith({}, [{ ...title, path: 'subject' }]),
      'reads subject, which is not in the body',
    ],
    ['a column twice', tableWith({}, [title, title]), 'column title is there twice'],
    [
      'a field with brackets',
      tableWith({}, [{ ...title, path: 'title[0]' }]),
      'callers cannot ask for title[0]',
    ],
    ['a unique index of nothing', tableWith({ indexes: [{ unique: ['x'] }] }), 'a unique index names x'],
    ['a sort of nothing', tableWith({ sorts: ['title'] }), "is sorted by title, which is no column's field"],
    ['a sort that may be NULL', tableWith({ sorts: ['topic'] }, [topic]), 'which a body may lack'],
    [
      'a sort of several that may be NULL',
      tableWith({ sorts: ['title,topic'] }, [title, topic]),
      'is sorted by topic, which a body may lack',
    ],
    [
      'a sort that names createdAt among others',
      tableWith({ sorts: ['title,createdAt'] }, [title]),
      'createdAt ends every sort',
    ],
    [
      'a list of ids without a list',
      tableWith({ references: { title: 'notes' } }),
      'title refers to one row and needs a column',
    ],
    ['an unknown sort in a column', tableWith({}, [{ ...title, sorts: ['topic'] }]), 'names the sort topic'],
    [
      'a field of both',
      tableWith({ serverFields: { title: line(80) } }),
      "title is both the caller's and the server's",
    ],
    ['a tracking field', tableWith({ serverFields: { version: line(80) } }), 'version is a tracking field'],
    [
      'an account of its own',
      tableWith({ serverFields: { accountId: line(80) } }),
      'accountId is a tracking field',
    ],
    [
      'a reference to nowhere',
      tableWith({ references: { title: 'topics' } }),
      'is no collection of this tier',
    ],
    [
      'a reference from nowhere',
      tableWith({ references: { noteId: 'notes' } }),
      'noteId refers to notes and is not',
    ],
    [
      'a sensitive nothing',
      tableWith({ sensitive: ['colour'] }),
      'colour is sensitive and is not in the body',
    ],
  ])('finds %s', (_what, table, mistake) => {
    expect(checkTables([table]).join('\n')).toContain(mistake);
  });

  it('takes a sort by an optional field that has a value when absent, or a default', () => {
    const body = v.strictObject({ title: line(80), topic: v.optional(line(80), 'general') });

    expect(checkTables([tableWith({ sorts: ['topic'] }, [{ ...topic, absent: '~' }])])).toEqual([]);
    expect(checkTables([tableWith({ sorts: ['topic'], body }, [topic])])).toEqual([]);
  });

  it('finds two tables with one name, and two indexes that would share theirs', () => {
    const twice = [tableWith({}), tableWith({})];
    expect(checkTables(twice)).toEqual(
      expect.arrayContaining([
        'table notes is there twice',
        'collection notes is there twice',
        'id prefix not is there twice',
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
    expect(checkTables([table])).toEqual(['index notes_by_a_b_c is there twice']);
  });
});
