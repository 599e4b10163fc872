import * as v from 'valibot';
import { type D1Statement, queryDatabase, type StatementResult, toObjects } from '../../storage/d1-query.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, param } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { countTables } from './d1-routes.ts';

const sqlValue = v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.number())]);

const statement = v.object({ sql: v.string(), params: v.nullish(v.array(sqlValue)) });

const queryBody = v.union([
  v.pipe(
    v.object({ batch: v.array(statement) }),
    v.transform(({ batch }) => batch.map(toStatement)),
  ),
  v.pipe(
    statement,
    v.transform((one) => [toStatement(one)]),
  ),
]);

const base = '/accounts/:account/d1/database/:database';

/** SQL over HTTP. Both endpoints run the whole request as one transaction. */
export const d1QueryRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${base}/query`,
    handle: (request, context) => run(request, context, toQueryResult),
  },
  { method: 'POST', path: `${base}/raw`, handle: (request, context) => run(request, context, toRawResult) },
];

async function run(
  request: CloudRequest,
  context: CloudContext,
  toResult: (result: StatementResult) => unknown,
): Promise<Response> {
  const uuid = param(request, 'database');
  if (context.registry.databases.get(uuid) === undefined) return refuse({ kind: 'database_not_found', uuid });
  const body = await readBody(request, queryBody);
  if ('error' in body) return refuse(body.error);
  const results = await queryDatabase(context.pool, uuid, body.value);
  if ('kind' in results) return refuse(results);
  if (body.value.some(({ sql }) => changesSchema.test(sql))) await countTables(context, uuid);
  return answer(results.map(toResult));
}

const changesSchema = /\b(?:create|drop|alter)\b/iu;

function toStatement(one: v.InferOutput<typeof statement>): D1Statement {
  return { sql: one.sql, params: one.params ?? [] };
}

function toQueryResult(result: StatementResult): unknown {
  return { results: toObjects(result), success: true, meta: result.meta };
}

function toRawResult(result: StatementResult): unknown {
  return { results: { columns: result.columns, rows: result.rows }, success: true, meta: result.meta };
}
