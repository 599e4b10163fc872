import { sql } from 'kysely';
import * as v from 'valibot';
import { toAsciiLowerCase } from '../../../schema/model/ascii-case.ts';
import { line, list, oneOf } from '../../../schema/model/fields.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { contentDigest } from '../../http/collection/digest.ts';
import { type Fields, rowsBuilder } from '../../http/collection/rows.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { checkIfMatch, isNotModified, parseIfMatch, toEtag } from '../../http/request/etag.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import { refuseExisting } from '../../http/request/write-conditions.ts';
import type { AccountBindings } from '../bindings.ts';
import { authorizePermission } from '../identity/authorize.ts';

/** How long rows are kept, in months. */
const keepMonths = v.pipe(
  v.number(),
  v.safeInteger('must be a whole number of months'),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(1_200, 'must be at most 1200'),
);

/** The policies of an account: at most one for each category. Rows without a policy are kept. */
export const retentionBody = v.strictObject({
  /** From the day the document was created, but never before its `retainUntil`. */
  documents: v.optional(policies({ category: line(60) }, 'category'), []),
  /** From the time the case was closed. */
  cases: v.optional(policies({ type: line(60) }, 'type'), []),
  /** From the last change of a dormant or archived client who is not in any open case. */
  clients: v.optional(policies({ status: oneOf(['dormant', 'archived']) }, 'status'), []),
});

/** The stored policies. */
export type RetentionPolicies = v.InferOutput<typeof retentionBody>;

function policies<const Entries extends v.ObjectEntries>(entries: Entries, name: keyof Entries & string) {
  return v.pipe(
    list(v.strictObject({ ...entries, keepMonths }), 200),
    v.check((items) => {
      const names = items.map((item) => toAsciiLowerCase(String((item as Fields)[name])));
      return new Set(names).size === names.length;
    }, `must not name a ${name} twice`),
  );
}

const NAME = 'retention';

interface SettingRow {
  readonly body: string;
  readonly version: number;
  readonly updated_at: string;
  readonly updated_by: string;
}

/** Query for the policies; no row until they are first set. */
export const selectPolicies = sql<SettingRow>`select body, version, updated_at, updated_by
  from account_settings where name = ${NAME}`.compile(rowsBuilder);

/** The policies of a row; empty without a row. */
export function toPolicies(row: Pick<SettingRow, 'body'> | undefined): RetentionPolicies {
  return row === undefined ? { documents: [], cases: [], clients: [] } : JSON.parse(row.body);
}

/** `GET /v1/retention`: the retention policies, readable by every active user. */
export async function getRetention(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, undefined);
  if (isRefusal(access)) return access;
  const found = await runAllowed(context.database, access, [selectPolicies]);
  if (isRefusal(found)) return found;
  const row = found.rows[0][0];
  const etag = toEtag(row?.version ?? 0);
  if (isNotModified(context.request.headers, etag))
    return new Response(null, { status: 304, headers: { etag } });
  return present(row);
}

/** `PUT /v1/retention`: sets all policies, in two round trips. Requires `account:admin` and `If-Match`. */
export async function putRetention(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'account:admin');
  if (isRefusal(access)) return access;
  const sent = await readJsonBody(context.request);
  if (isRefusal(sent)) return sent;
  const input = parseInput(retentionBody, sent.value);
  if (isRefusal(input)) return input;
  const ifMatch = parseIfMatch(context.request.headers);
  if (isRefusal(ifMatch)) return ifMatch;
  const found = await runAllowed(context.database, access, [selectPolicies]);
  if (isRefusal(found)) return found;
  const before = found.rows[0][0];
  const version = before?.version ?? 0;
  const exists = version === 0 ? undefined : refuseExisting(context.request.headers, toEtag(version));
  const mismatch = exists ?? checkIfMatch(ifMatch, toEtag(version));
  if (mismatch !== undefined) return mismatch;
  const event = {
    ...{ action: 'update', collection: NAME, rowId: NAME, requestId: toRequestId(context.traceparent) },
    ...(before === undefined ? {} : { before: await contentDigest(JSON.parse(before.body)) }),
    after: await contentDigest(input),
  };
  const isSame = sql<boolean>`${access.condition} and
    coalesce((select version from account_settings where name = ${NAME}), 0) = ${version}`;
  const audit = auditEntry(event, access.actor, isSame, context.bindings.ACCOUNT_ID, context.nowMs);
  const now = new Date(context.nowMs).toISOString();
  const done = await runAllowed(context.database, access, [
    audit.insert,
    sql<SettingRow>`insert into account_settings (name, body, version, updated_at, updated_by)
      select ${NAME}, ${JSON.stringify(input)}, ${version + 1}, ${now}, ${access.actor} where ${audit.written}
      on conflict (name) do update set body = excluded.body, version = excluded.version,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by
      returning body, version, updated_at, updated_by`.compile(rowsBuilder),
  ]);
  if (isRefusal(done)) return done;
  const written = done.rows[1][0];
  return written === undefined ? refuse({ kind: 'version_mismatch' }) : present(written);
}

function present(row: SettingRow | undefined): Response {
  const tracking = {
    version: row?.version ?? 0,
    updatedAt: row?.updated_at ?? null,
    updatedBy: row?.updated_by ?? null,
  };
  return Response.json({ ...tracking, ...toPolicies(row) }, { headers: { etag: toEtag(tracking.version) } });
}
