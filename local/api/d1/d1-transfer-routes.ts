import * as v from 'valibot';
import { exportDatabase, queryDatabase } from '../../storage/d1-query.ts';
import { readBody } from '../http/body.ts';
import { type CloudContext, type CloudRequest, param } from '../http/context.ts';
import { answer, refuse } from '../http/envelope.ts';
import type { Route } from '../http/route.ts';
import { countTables } from './d1-routes.ts';
import { transferBase } from './transfers.ts';

const base = '/accounts/:account/d1/database/:database';

const importBody = v.variant('action', [
  v.object({ action: v.literal('init'), etag: v.string() }),
  v.object({ action: v.literal('ingest'), etag: v.string(), filename: v.string() }),
  v.object({ action: v.literal('poll'), current_bookmark: v.string() }),
]);

const exportBody = v.object({
  output_format: v.literal('polling'),
  current_bookmark: v.nullish(v.string()),
  dump_options: v.nullish(
    v.object({
      no_data: v.nullish(v.boolean()),
      no_schema: v.nullish(v.boolean()),
      tables: v.nullish(v.array(v.string())),
    }),
  ),
});

/** Export and import as SQL text. Both finish before they respond, so clients do not need to poll. */
export const d1TransferRoutes: readonly Route[] = [
  { method: 'POST', path: `${base}/import`, handle: importSql },
  { method: 'POST', path: `${base}/export`, handle: exportSql },
];

async function importSql(request: CloudRequest, context: CloudContext): Promise<Response> {
  const uuid = param(request, 'database');
  if (context.registry.databases.get(uuid) === undefined) return refuse({ kind: 'database_not_found', uuid });
  const body = await readBody(request, importBody);
  if ('error' in body) return refuse(body.error);
  if (body.value.action === 'init') {
    const filename = context.transfers.open();
    return answer({ success: true, filename, upload_url: fileUrl(request, filename) });
  }
  if (body.value.action === 'poll')
    return answer({ success: false, error: 'Not currently importing anything.' });
  const bytes = context.transfers.take(body.value.filename);
  if (bytes === undefined) return refuse({ kind: 'invalid_request', message: 'filename: was not uploaded' });
  const results = await queryDatabase(context.pool, uuid, [
    { sql: Buffer.from(bytes).toString('utf8'), params: [] },
  ]);
  if ('kind' in results) {
    return answer({
      success: true,
      type: 'import',
      status: 'error',
      messages: [],
      errors: [results.message],
    });
  }
  await countTables(context, uuid);
  const sum = (name: string): number =>
    results.reduce((total, { meta }) => total + Number(meta[name] ?? 0), 0);
  return answer({
    success: true,
    type: 'import',
    status: 'complete',
    messages: [],
    result: {
      num_queries: results.length,
      final_bookmark: '',
      meta: {
        ...results.at(-1)?.meta,
        duration: sum('duration'),
        rows_read: sum('rows_read'),
        rows_written: sum('rows_written'),
      },
    },
  });
}

async function exportSql(request: CloudRequest, context: CloudContext): Promise<Response> {
  const uuid = param(request, 'database');
  if (context.registry.databases.get(uuid) === undefined) return refuse({ kind: 'database_not_found', uuid });
  const body = await readBody(request, exportBody);
  if ('error' in body) return refuse(body.error);
  const { no_schema: noSchema, no_data: noData, tables } = body.value.dump_options ?? {};
  const dump = await exportDatabase(context.pool, uuid, {
    noSchema: noSchema === true,
    noData: noData === true,
    tables: tables ?? [],
  });
  if (typeof dump !== 'string') return refuse(dump);
  const filename = context.transfers.open(Buffer.from(dump));
  const result = { filename, signed_url: fileUrl(request, filename) };
  return answer({ success: true, type: 'export', status: 'complete', messages: [], at_bookmark: '', result });
}

function fileUrl(request: CloudRequest, name: string): string {
  return new URL(`${transferBase}/${name}`, request.url).href;
}
