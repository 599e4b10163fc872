import type { Table } from './define-table.ts';
import { indexesOf } from './indexes.ts';

/** A generated column, reduced to what its DDL needs. Keys with default values are omitted. */
export interface ColumnShape {
  readonly name: string;
  readonly path: string;
  readonly type: 'text' | 'integer';
  readonly ignoreCase?: true;
  readonly folded?: true;
  readonly absent?: string | number;
}

/** An index, reduced to what its DDL needs. */
export interface IndexShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique?: true;
  readonly where?: string;
}

/** A table, reduced to what its DDL needs. The snapshot of the migrations holds these. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly indexes: readonly IndexShape[];
  readonly appendOnly?: true;
}

/** The shape of a model: equal shapes have equal DDL. */
export function shapeOf(table: Table): TableShape {
  return {
    name: table.name,
    columns: table.columns.map(({ name, path, type, ignoreCase, folded, absent }) => ({
      name,
      path,
      type,
      ...(ignoreCase ? { ignoreCase } : {}),
      ...(folded ? { folded } : {}),
      ...(absent === undefined ? {} : { absent }),
    })),
    indexes: indexesOf(table).map(({ name, columns, unique, where }) => ({
      name,
      columns,
      ...(unique ? { unique } : {}),
      ...(where === undefined ? {} : { where }),
    })),
    ...(table.appendOnly ? { appendOnly: true } : {}),
  };
}
