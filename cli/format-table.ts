/** How a table is made narrower. */
export interface TableFit {
  /** Characters that a line may have; at least 20. Default: no limit. */
  readonly width?: number;
  /** Headings of the columns to drop when space is short, the least important first. */
  readonly spare?: readonly string[];
}

const GAP = 2;
const CELL_MIN = 4;

/**
 * Rows of text below their heads, each column as wide as its widest cell. A table that is too wide loses its spare columns,
 * and then the ends of the longest cells.
 */
export function formatTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { width = Number.POSITIVE_INFINITY, spare = [] }: TableFit = {},
): string {
  const lines = [heads, ...rows];
  let columns = heads.map((head, index) => ({
    head,
    index,
    width: Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  }));
  const total = (): number => columns.reduce((sum, column) => sum + column.width + GAP, -GAP);
  for (const head of spare) {
    if (total() > width) columns = columns.filter((column) => column.head !== head);
  }
  for (let over = total() - width; over > 0; over = total() - width) {
    const widest = columns.reduce((a, b) => (b.width > a.width ? b : a));
    if (widest.width <= CELL_MIN) break;
    widest.width -= 1;
  }
  return lines
    .map((line) =>
      columns
        .map(({ index, width: cellWidth }) => cut(line[index] ?? '', cellWidth).padEnd(cellWidth))
        .join(' '.repeat(GAP))
        .trimEnd(),
    )
    .join('\n');
}

function cut(cell: string, width: number): string {
  return cell.length <= width ? cell : `${cell.slice(0, width - 1)}…`;
}
