import { caseTasks } from '../../../schema/account/tables/case-tasks.ts';
import { cases } from '../../../schema/account/tables/cases.ts';
import { sortColumn } from '../../../schema/model/indexes.ts';
import type { ListCondition } from '../../../schema/model/list-statement.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { selectRow } from '../../http/collection/get-row.ts';
import { listRows } from '../../http/collection/list-rows.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { AccountBindings } from '../bindings.ts';
import { collectionOf } from '../collections/collections.ts';

/** `GET /v1/cases/{id}/tasks`: the tasks of one case as a list, in the order that people gave them with `sort=position`. */
export async function listTasks(
  context: ApiContext<AccountBindings>,
  id: string,
): Promise<Response | Refusal> {
  return await listRows(collectionOf(caseTasks), context, {
    scope: [ofCase(id)],
    within: {
      query: selectRow(cases.name, id),
      otherwise: refuse({ kind: 'row_not_found', collection: cases.collection, id }),
    },
  });
}

/** Condition for the tasks of one case. */
export function ofCase(id: string): ListCondition {
  return { column: sortColumn(caseTasks, 'caseId'), operator: 'eq', values: [id] };
}
