import type { Table } from '../../../schema/model/define-table.ts';
import { permissionFor } from '../../../schema/model/permissions.ts';
import type { RouteAccess, RouteDescription } from '../../http/openapi/describe.ts';
import { collectionWords } from './collection-routes.ts';
import { filterParameters } from './list-parameters.ts';

/** The routes of a document, with one operation per collection for a route that serves all of them. */
export function forEveryCollection(
  routes: readonly RouteDescription[],
  tables: readonly Table[],
): readonly RouteDescription[] {
  return routes.flatMap((route) =>
    route.ofEveryCollection ? tables.map((table) => ofCollection(route, table)) : [route],
  );
}

function ofCollection(route: RouteDescription, table: Table): RouteDescription {
  const { many, name } = collectionWords(table);
  return {
    ...route,
    path: route.path.replace(':collection', table.collection),
    operationId: `${route.operationId}${name.many}`,
    summary: `${route.summary} ${many}`,
    description: `${route.description} Filters and sorts can be combined as in \`GET /v1/${table.collection}\`.`,
    access: permissionFor(table, 'read') as RouteAccess,
    parameters: [...filterParameters(table), ...(route.parameters ?? [])],
  };
}
