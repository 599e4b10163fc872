import { type CompiledQuery, sql } from 'kysely';
import { accountTables } from '../../../schema/account/tables.ts';
import type { Table } from '../../../schema/model/define-table.ts';
import { foldedOf } from '../../http/collection/folded-fields.ts';
import { readRow, rowsBuilder, type StoredRow } from '../../http/collection/rows.ts';
import type { Database } from '../../http/database/database.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import type { MaintenanceTask } from '../../maintenance/maintenance-task.ts';
import type { AccountBindings } from '../bindings.ts';

/**
 * Name of the task in the positions. Its number is that of the rules of `foldText()` and `foldedOf()`: with another one,
 * every row is folded again.
 */
const NAME = 'fold-rows-1';

/** Rows that one transaction looks at. */
const ROWS_MAX = 500;

/** Position after the last row of the last table. */
const END = '~';

/** Tables whose rows keep foldings. */
const folded: readonly Table[] = accountTables.filter(
  (table: Table) => table.search !== undefined || table.columns.some((column) => column.folded),
);

/**
 * Adds the foldings of rows that were written before the Worker knew them, table by table. It changes neither the
 * version nor the digest of a row, because foldings are not part of its content.
 */
export const foldRowsTask: MaintenanceTask<AccountBindings> = {
  name: 'fold-rows',
  run: async ({ database, nowMs, now, deadlineMs }) => {
    const [[stored]] = orThrow(await database.batch([selectPosition]));
    let position = stored?.position ?? '';
    for (let done = 0; ; ) {
      if (position === END) return { done, more: false };
      if (now() >= deadlineMs) return { done, more: true };
      const step = await foldPage(database, position, nowMs);
      position = step.position;
      done += step.done;
    }
  },
};

/** @returns The position of the next page, and the number of changed rows. */
async function foldPage(database: Database, position: string, nowMs: number) {
  const [name, after = ''] = position.split('/');
  const table = folded.find((candidate) => candidate.name === name) ?? folded[0];
  if (table === undefined) return { position: END, done: 0 };
  const [rows] = orThrow(await database.batch([selectRows(table, after)]));
  const changes = rows.flatMap((row) => {
    const { id, version, fields } = readRow(row);
    const now = foldedOf(table, fields).folded;
    return JSON.stringify(now) === JSON.stringify(fields.folded)
      ? []
      : [{ id, version, folded: now ?? null }];
  });
  const last = rows.length < ROWS_MAX ? undefined : rows.at(-1);
  const next = folded[folded.indexOf(table) + 1];
  const following =
    last === undefined ? (next === undefined ? END : `${next.name}/`) : `${table.name}/${last.id}`;
  orThrow(
    await database.batch([...(changes.length === 0 ? [] : [update(table, changes)]), save(following, nowMs)]),
  );
  return { position: following, done: changes.length };
}

const selectPosition = sql<{ position: string }>`select position from maintenance_positions
  where task = ${NAME}`.compile(rowsBuilder);

function selectRows(table: Table, after: string): CompiledQuery<StoredRow> {
  return sql<StoredRow>`select id, body from ${sql.table(table.name)} where id > ${after}
    order by id limit ${ROWS_MAX}`.compile(rowsBuilder);
}

/** Sets the foldings of rows that are unchanged since they were read; a changed row has the right ones already. */
function update(table: Table, changes: readonly object[]): CompiledQuery {
  const target = sql.table(table.name);
  return sql`update ${target} set body = case when change.value -> '$.folded' = 'null' then json_remove(body, '$.folded')
      else json_set(body, '$.folded', json(change.value -> '$.folded')) end
    from json_each(${JSON.stringify(changes)}) as change
    where ${target}.id = change.value ->> '$.id' and ${target}.version = change.value ->> '$.version'`.compile(
    rowsBuilder,
  );
}

function save(position: string, nowMs: number): CompiledQuery {
  return sql`insert into maintenance_positions (task, position, updated_at)
    values (${NAME}, ${position}, ${new Date(nowMs).toISOString()})
    on conflict (task) do update set position = excluded.position, updated_at = excluded.updated_at`.compile(
    rowsBuilder,
  );
}

/** Throws when the database refuses; the next run of the task tries again. */
function orThrow<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`the database refused to fold rows: ${result.error.kind}`);
  return result;
}
