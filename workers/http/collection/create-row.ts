import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { newId } from '../../../schema/model/ids.ts';
import type { ApiContext } from '../api/api-context.ts';
import { PREFERENCE_APPLIED_HEADER } from '../database/consistency.ts';
import { repeatInterrupted } from '../database/interrupted.ts';
import { isRefusal, type Refusal } from '../problems/refusal.ts';
import { toEtag } from '../request/etag.ts';
import {
  findStoredAnswer,
  type IdempotencyKey,
  isFirstUse,
  REPLAYED_HEADER,
  readIdempotencyKey,
  repeatedAnswer,
  storeAnswer,
  toStoredAnswer,
} from '../request/idempotency.ts';
import { parseInput } from '../request/parse-input.ts';
import { readJsonBody } from '../request/read-body.ts';
import type { Access, Caller } from './access.ts';
import { auditEntry, toRequestId } from './audit.ts';
import { changedFields } from './changed-fields.ts';
import type { Change, CollectionOptions } from './collection-options.ts';
import { contentDigest, newDigestSalt } from './digest.ts';
import { foldedOf } from './folded-fields.ts';
import { allHold, checkPreconditions, findFailure, type Precondition } from './precondition.ts';
import { present } from './present.ts';
import { referencesExist } from './references.ts';
import { type Fields, readRow, rowsBuilder, type StoredRow } from './rows.ts';
import { runAllowed } from './run-allowed.ts';
import { maySendSensitive } from './sensitive.ts';
import { recordReplay } from './sensitive-reads.ts';
import {
  asPreconditions,
  knownRow,
  prefersStrictHandling,
  readWarnedIds,
  rulesFor,
  STRICT_HANDLING,
  toWarnings,
  WARNINGS_HEADER,
  type WarnedIds,
  type Warning,
  warnedIds,
} from './warnings.ts';

/** Further queries of a create's transaction; each must depend on `written`. */
export type ExtraQueries = (change: Change, written: Expression<SqlBool>) => readonly CompiledQuery[];

/**
 * `POST /v1/<collection>`: one round trip. Permissions, references, the idempotency key and the table's preconditions
 * are conditions of the insert. A repeated request gets the first response again.
 */
export async function createRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  extraQueries: ExtraQueries = () => [],
): Promise<Response | Refusal> {
  const { table } = options;
  const access = await options.authorize(context, table, 'write');
  if (isRefusal(access)) return access;
  const body = await readJsonBody(context.request);
  if (isRefusal(body)) return body;
  const fields = parseInput(table.body, body.value);
  if (isRefusal(fields)) return fields;
  const key = await readIdempotencyKey(context.request, body.value, access.subject, context.nowMs);
  if (isRefusal(key)) return key;
  const insert = () => insertRow(options, context, access, fields, key, extraQueries);
  // Only an idempotency key can tell whether an interrupted create was committed.
  return key === undefined ? await insert() : await repeatInterrupted(insert);
}

async function insertRow<Bindings>(
  options: CollectionOptions<Bindings>,
  context: ApiContext<Bindings>,
  access: Access,
  fields: Fields,
  key: IdempotencyKey | undefined,
  extraQueries: ExtraQueries,
): Promise<Response | Refusal> {
  const { table } = options;
  const change: Change = {
    action: 'create',
    id: newId(table.idPrefix, context.nowMs),
    before: undefined,
    after: fields,
  };
  const refused = options.hooks?.check?.(change, context.nowMs);
  if (refused !== undefined) return refused;

  const accountId = options.accountId(context.bindings);
  const rules = rulesFor(options.hooks?.warnings, fields);
  const newRow = knownRow(change.id, fields);
  const isStrict = rules.length > 0 && prefersStrictHandling(context.request.headers);
  const preconditions: readonly Precondition[] = [
    ...maySendSensitive(table, fields, access),
    ...referencesExist(table, options.tables, fields),
    ...(options.hooks?.preconditions?.(change, access) ?? []),
    ...(isStrict ? asPreconditions(rules, newRow, access) : []),
  ];
  const digestSalt = newDigestSalt();
  const event = {
    action: 'create',
    collection: table.collection,
    rowId: change.id,
    after: await contentDigest({ ...fields, digestSalt }),
    rowVersion: 1,
    changedFields: changedFields(table, {}, fields),
    requestId: toRequestId(context.traceparent),
  };
  const condition = sql<boolean>`${access.condition} and ${firstUse(key)} and ${allHold(preconditions)}`;
  const audit = auditEntry(event, access.actor, condition, accountId, context.nowMs);
  const insert = sql<StoredRow>`insert into ${sql.table(table.name)} (id, body)
    select ${change.id}, json_set(${newBody({ ...fields, ...foldedOf(table, fields), digestSalt }, accountId, context.nowMs)}, '$.createdBy', who.id, '$.updatedBy', who.id)
    from (select ${access.actor} as id) as who where ${audit.written} returning id, body`.compile(
    rowsBuilder,
  );
  // Without the hidden fields, which only the row may hold. `cautions` is the stored name of the warned ids.
  const answerBody = sql<string>`(select json_set(json_remove(body, '$.digestSalt', '$.folded'), '$.id', id,
      '$.cautions', ${warnedIds(rules, newRow)})
    from ${sql.table(table.name)} where id = ${change.id})`;

  const done = await runAllowed(context.database, access, [
    checkPreconditions(preconditions),
    key === undefined ? NO_ANSWER : findStoredAnswer(key),
    audit.insert,
    insert,
    ...extraQueries(change, audit.written),
    ...(key === undefined ? [] : storeAnswer(key, 201, answerBody, audit.written)),
    ...(key === undefined ? [] : recordReplay(options, context, access, repeatedAnswer(key, audit.written))),
    ...(rules.length === 0 ? [] : [readWarnedIds(rules, newRow)]),
  ]);
  if (isRefusal(done)) return done;
  if (isStrict && rules.some(({ permission }) => done.caller.may(permission)))
    context.answerHeaders.append(PREFERENCE_APPLIED_HEADER, STRICT_HANDLING);
  const [checks, stored, , inserted, ...others] = done.rows;
  const earlier = key === undefined ? undefined : toStoredAnswer(key, stored[0]);
  if (isRefusal(earlier)) return earlier;
  if (earlier !== undefined) {
    const { row, ids } = toStoredRow(earlier.body);
    const warnings = toWarnings(rules, ids, done.caller);
    return created(row, options, context, done.caller, warnings, { [REPLAYED_HEADER]: 'true' });
  }
  const failure = findFailure(preconditions, checks[0], done.caller);
  if (failure !== undefined) return failure;
  const row = inserted[0];
  if (row === undefined)
    throw new Error(`the insert into ${table.name} wrote nothing although its conditions were met`);
  options.hooks?.committed?.(change, context);
  const found = rules.length === 0 ? undefined : (others.at(-1)?.[0] as WarnedIds | undefined);
  const ids: readonly (readonly string[])[] = JSON.parse(found?.ids ?? '[]');
  return created(row, options, context, done.caller, toWarnings(rules, ids, done.caller));
}

const NO_ANSWER = sql<never>`select 1 where false`.compile(rowsBuilder);

function firstUse(key: IdempotencyKey | undefined) {
  return key === undefined ? sql<boolean>`true` : isFirstUse(key);
}

/** JSON text of a new row's body without its author, which only SQL knows. */
function newBody(fields: Fields, accountId: string | undefined, nowMs: number): string {
  const now = new Date(nowMs).toISOString();
  const account = accountId === undefined ? {} : { accountId };
  return JSON.stringify({ ...account, createdAt: now, updatedAt: now, version: 1, ...fields });
}

/** The response that an idempotency key stored: the row, and the ids that each warning rule found. */
function toStoredRow(text: string): {
  readonly row: StoredRow;
  readonly ids: readonly (readonly string[])[];
} {
  const { id, cautions = [], ...fields } = JSON.parse(text) as Fields;
  return {
    row: { id: String(id), body: JSON.stringify(fields) },
    ids: cautions as readonly (readonly string[])[],
  };
}

function created<Bindings>(
  row: StoredRow,
  options: CollectionOptions<Bindings>,
  { bindings }: ApiContext<Bindings>,
  caller: Caller,
  warnings: readonly Warning[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const answer = present(row, options, bindings, caller);
  const codes = warnings.map(({ code }) => code).join(', ');
  return Response.json(warnings.length === 0 ? answer : { ...answer, warnings }, {
    status: 201,
    headers: {
      ...(codes === '' ? {} : { [WARNINGS_HEADER]: codes }),
      location: `/v1/${options.table.collection}/${row.id}`,
      etag: toEtag(readRow(row).version),
      ...headers,
    },
  });
}
