import { CompiledQuery } from 'kysely';
import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { sortColumn } from '../../../schema/model/indexes.ts';
import { limits } from '../../../schema/model/limits.ts';
import { listStatement } from '../../../schema/model/list-statement.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { getRow, selectRow } from '../../http/collection/get-row.ts';
import { present } from '../../http/collection/present.ts';
import type { StoredRow } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { collectionOf } from '../collections/collections.ts';
import { authorizeVerb } from '../identity/authorize.ts';
import { ofCase } from './list-tasks.ts';

const TASKS_PERMISSION = 'case-tasks:read';

/** `GET /v1/cases/{id}`, with `?expand=tasks` the case and its tasks in the same round trip. */
export async function getCase(context: ApiContext<AccountBindings>, id: string): Promise<Response | Refusal> {
  const expand = context.url.searchParams.get('expand');
  if (expand === null) return await getRow(collectionOf(cases), context, id);
  if (expand === 'tasks') return await getCaseWithTasks(context, id);
  return refuse({
    kind: 'invalid_query',
    errors: [{ pointer: '#/query/expand', detail: 'must be tasks' }],
    allowed: { filters: {}, sorts: [], parameters: ['expand'] },
  });
}

/**
 * The case with `tasks`, the first `limits.listLimitMax` in order, and whether there are more; all pages are at
 * `/v1/cases/{id}/tasks`. It has no entity tag, because the case's version does not cover the tasks.
 */
async function getCaseWithTasks(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  const access = await authorizeVerb(context, cases, 'read');
  if (isRefusal(access)) return access;
  const { sql, parameters } = listStatement(caseTasks, {
    filters: [ofCase(id)],
    sort: { columns: [sortColumn(caseTasks, 'position')], descending: false },
    limit: limits.listLimitMax + 1,
  });
  const tasksQuery: CompiledQuery<StoredRow> = CompiledQuery.raw(sql, [...parameters]);
  const found = await runAllowed(context.database, access, [selectRow(cases.name, id), tasksQuery]);
  if (isRefusal(found)) return found;
  const { caller } = found;
  if (!caller.may(TASKS_PERMISSION)) {
    const detail = `This requires the permission ${TASKS_PERMISSION}.`;
    return refuse({ kind: 'forbidden', detail, permission: TASKS_PERMISSION });
  }
  const [[row], tasks] = found.rows;
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: cases.collection, id });
  return Response.json({
    ...present(row, collectionOf(cases), context.bindings, caller),
    tasks: tasks
      .slice(0, limits.listLimitMax)
      .map((task) => present(task, collectionOf(caseTasks), context.bindings, caller)),
    hasMoreTasks: tasks.length > limits.listLimitMax,
  });
}
