import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import { type Standing, standing as standingSchema } from '../../../schema/factory/standing.ts';
import { systemAuthor } from '../../../schema/model/tracking.ts';
import type { ApiRouter } from '../../http/api/api.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { auditEntry, toRequestId } from '../../http/collection/audit.ts';
import { contentDigest } from '../../http/collection/digest.ts';
import { checkPlatformToken, readPlatformJson } from '../../http/identity/platform-token.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { canonicalJson } from '../../http/request/canonical-json.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import type { AccountBindings } from '../bindings.ts';
import { accountBuilder } from '../database/account-builder.ts';
import { rememberStanding } from './known-standing.ts';
import { platformRules } from './platform-rules.ts';
import { type StandingRow, selectStanding, toStanding } from './standing-row.ts';

type Context = ApiContext<AccountBindings>;

/** Serves the account's standing to the platform only. */
export function addStandingRoutes(router: ApiRouter<AccountBindings>): void {
  router.get('/internal/v1/standing', (_request, context) => getStanding(context));
  router.put('/internal/v1/standing', (_request, context) => putStanding(context));
}

/** `GET /internal/v1/standing`: the standing as it is stored; 404 until the platform has written it. */
async function getStanding(context: Context): Promise<Response | Refusal> {
  const { bindings, request, nowMs } = context;
  const refused = await checkPlatformToken(request.headers, platformRules(bindings), nowMs);
  if (refused !== undefined) return refused;
  const found = await context.database.batch([selectStanding]);
  if (isRefusal(found)) return found;
  const [row] = found[0];
  return row === undefined ? noStanding : Response.json(toStanding(row));
}

const noStanding = refuse({
  kind: 'own',
  code: 'standing-missing',
  status: 404,
  title: 'The account has no standing yet',
  detail: 'The platform writes it when the account is registered.',
});

/**
 * `PUT /internal/v1/standing`: the platform writes the standing, with an event in the audit trail. The same one again,
 * or an older revision, changes nothing.
 *
 * @returns 200 with the standing as it is stored now; 401 without a token that the platform has signed for this account
 *   and this body; 422 for what is not a standing.
 */
async function putStanding(context: Context): Promise<Response | Refusal> {
  const { bindings, request, nowMs } = context;
  const body = await readPlatformJson(request, platformRules(bindings), nowMs);
  if (isRefusal(body)) return body;
  const sent = parseInput(standingSchema, body.value);
  if (isRefusal(sent)) return sent;
  const stored = await storeStanding(sent, context);
  if (isRefusal(stored)) return stored;
  rememberStanding(context, stored);
  return Response.json(stored);
}

/** Writes a standing unless there is one that is as new. @returns The one that is stored now. */
async function storeStanding(sent: Standing, context: Context): Promise<Standing | Refusal> {
  const found = await context.database.batch([selectStanding]);
  if (isRefusal(found)) return found;
  const [row] = found[0];
  const earlier = row && toStanding(row);
  if (earlier !== undefined && earlier.revision >= sent.revision) return earlier;
  const done = await context.database.batch(await writeStanding(sent, earlier, context));
  if (isRefusal(done)) return done;
  const after = done.at(-1)?.[0] as StandingRow | undefined;
  if (after === undefined) throw new Error('a standing that was just written is not there');
  const stored = toStanding(after);
  // Another write came in between, and one more step towards the newest is made.
  return stored.revision < sent.revision ? await storeStanding(sent, context) : stored;
}

/** Queries that write a standing over the one that was read, and read what is stored then. */
async function writeStanding(
  sent: Standing,
  earlier: Standing | undefined,
  { bindings, nowMs, traceparent }: Context,
): Promise<readonly CompiledQuery[]> {
  const isUnchanged: Expression<SqlBool> =
    earlier === undefined
      ? sql<SqlBool>`not exists (select 1 from standing)`
      : sql<SqlBool>`exists (select 1 from standing where revision = ${earlier.revision})`;
  const event = {
    action: 'set',
    collection: 'standing',
    rowId: 'standing',
    ...(earlier === undefined ? {} : { before: await contentDigest({ ...earlier }) }),
    after: await contentDigest({ ...sent }),
    rowVersion: sent.revision,
    changedFields: changedFields(earlier, sent),
    requestId: toRequestId(traceparent),
  };
  const audit = auditEntry(event, sql`${systemAuthor}`, isUnchanged, bindings.ACCOUNT_ID, nowMs);
  const write = sql`insert into standing (id, body, updated_at)
    select 1, ${JSON.stringify(sent)}, ${new Date(nowMs).toISOString()} where ${audit.written}
    on conflict (id) do update set body = excluded.body, updated_at = excluded.updated_at`;
  return [audit.insert, write.compile(accountBuilder), selectStanding];
}

function changedFields(earlier: Standing | undefined, sent: Standing): readonly string[] {
  const names = new Set([...Object.keys(earlier ?? {}), ...Object.keys(sent)] as (keyof Standing)[]);
  return [...names].filter((name) => canonicalJson(earlier?.[name]) !== canonicalJson(sent[name])).sort();
}
