import { type CompiledQuery, sql } from 'kysely';
import {
  type ReleaseMessage,
  releaseContents,
  releaseMessage,
} from '../../../schema/factory/release-message.ts';
import { newId } from '../../../schema/model/ids.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import { releases } from '../../../schema/platform/tables/releases.ts';
import { platformTables } from '../../../schema/platform/tables.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import type { CollectionOptions } from '../../http/collection/collection-options.ts';
import { listRows } from '../../http/collection/list-rows.ts';
import { readRow, rowsBuilder, type StoredRow, toAnswer } from '../../http/collection/rows.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { isNotModified, toEtag } from '../../http/request/etag.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { requireOperator } from '../accounts/caller.ts';
import { operatorsOnly } from '../accounts/operator-access.ts';
import type { PlatformBindings } from '../bindings.ts';
import { readSignedJson } from '../operations/signed-request.ts';

const collection: CollectionOptions<PlatformBindings> = {
  table: releases,
  tables: platformTables,
  authorize: operatorsOnly,
  accountId: () => undefined,
};

/** `GET /v1/releases`, for operators: the releases that the service has made. */
export async function listReleases(context: ApiContext<PlatformBindings>): Promise<Response | Refusal> {
  return await listRows(collection, context);
}

/** `GET /v1/releases/{name}`, for operators. */
export async function readRelease(
  context: ApiContext<PlatformBindings>,
  name: string,
): Promise<Response | Refusal> {
  const caller = await requireOperator(context);
  if (isRefusal(caller)) return caller;
  const rows = await context.database.batch([selectRelease(name)]);
  if (isRefusal(rows)) return rows;
  const row = rows[0][0];
  if (row === undefined) return refuse({ kind: 'row_not_found', collection: 'releases', id: name });
  const { etag } = readRow(row);
  if (isNotModified(context.request.headers, etag))
    return new Response(null, { status: 304, headers: { etag } });
  return releaseResponse(row, 200);
}

/**
 * `PUT /internal/v1/releases/{name}`: the automation service reports a release that it has made. The first report is
 * kept; its time and note stay even if a repeated report has others.
 *
 * @returns 201 with the release, 200 when it is known already; 409 when the name has other contents, 422 when the
 *   message has another name.
 */
export async function reportRelease(
  context: ApiContext<PlatformBindings>,
  name: string,
): Promise<Response | Refusal> {
  const { request, bindings, database, nowMs } = context;
  const body = await readSignedJson(request, bindings.AUTOMATION_SECRET, nowMs);
  if (isRefusal(body)) return body;
  const message = parseInput(releaseMessage, body.value);
  if (isRefusal(message)) return message;
  if (message.name !== name) {
    const errors = [{ pointer: '#/name', detail: 'must be the name in the path' }];
    return refuse({ kind: 'invalid_body', errors });
  }
  const id = newId(releases.idPrefix, nowMs);
  const rows = await database.batch([insertRelease(id, message, nowMs), selectRelease(name)]);
  if (isRefusal(rows)) return rows;
  const stored = rows[1][0];
  if (stored === undefined) throw new Error(`release ${name} was not stored although its name was free`);
  if (!hasContentsOf(stored, message)) {
    return refuse({
      kind: 'conflict',
      detail: `Release ${name} is known with other bundles or migrations. Report the new contents under their own name.`,
    });
  }
  return releaseResponse(stored, stored.id === id ? 201 : 200);
}

function selectRelease(name: string): CompiledQuery<StoredRow> {
  return sql<StoredRow>`select id, body from releases where name = ${name}`.compile(rowsBuilder);
}

/** Adds the release unless its name is taken. A trigger adds the event `release.created` in the same transaction. */
function insertRelease(id: string, message: ReleaseMessage, nowMs: number): CompiledQuery {
  const now = new Date(nowMs).toISOString();
  const tracking = {
    createdAt: now,
    createdBy: systemAuthor,
    updatedAt: now,
    updatedBy: systemAuthor,
    version: 1,
  };
  return sql`insert into releases (id, body) select ${id}, ${JSON.stringify({ ...tracking, ...message })}
    where not exists (select 1 from releases where name = ${message.name})`.compile(rowsBuilder);
}

function hasContentsOf(stored: StoredRow, message: ReleaseMessage): boolean {
  const { fields } = readRow(stored);
  const names = Object.keys(releaseContents.entries) as readonly (keyof typeof releaseContents.entries)[];
  return names.every((name) => fields[name] === message[name]);
}

function releaseResponse(row: StoredRow, status: number): Response {
  const headers = { etag: toEtag(readRow(row).version) };
  return Response.json(toAnswer(row, undefined), { status, headers });
}
