import { describe, expect, it } from 'vitest';
import { formatTable } from './format-table.ts';

const heads = ['SLUG', 'NAME', 'ID'];
const rows = [
  ['mill', 'Mill Brook Legal', 'acc-1'],
  ['harbourvale', 'Harbour Vale Wealth', 'acc-22'],
];

describe('a table', () => {
  it('has columns as wide as their widest cells', () => {
    expect(formatTable(heads, rows)).toBe(
      [
        'SLUG         NAME                 ID',
        'mill         Mill Brook Legal     acc-1',
        'harbourvale  Harbour Vale Wealth  acc-22',
      ].join('\n'),
    );
  });

  it('drops optional columns when space is short, and no others', () => {
    expect(formatTable(heads, rows, { width: 36, spare: ['ID', 'NAME'] })).toMatch(/^SLUG +NAME\n/);
    expect(formatTable(heads, rows, { width: 15, spare: ['ID', 'NAME'] })).toBe('SLUG\nmill\nharbourvale');
  });

  it('cuts the longest cells where that is not enough', () => {
    const table = formatTable(heads, rows, { width: 30, spare: ['ID'] });
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(30);
    expect(table).toContain('harbourvale  Harbour Vale Wea…');
  });
});
