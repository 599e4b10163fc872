import * as v from 'valibot';
import { limits } from '../../../schema/model/limits.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { toRequestId } from '../../http/collection/audit.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { parseCursor, toCursor } from '../../http/lists/cursor.ts';
import { isRefusal, type Refusal } from '../../http/problems/refusal.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import type { AccountBindings } from '../bindings.ts';
import { boundDatabase } from '../bulk/bounded-database.ts';
import { authorizePermission } from '../identity/authorize.ts';
import { BEGINNING, type RetentionPlace } from './retention-due.ts';
import { selectPolicies, toPolicies } from './retention-policies.ts';
import { runRetention } from './retention-run.ts';

/** Body of a run; `dryRun` is required, because neither default would be safe. */
export const retentionRunBody = v.strictObject({
  dryRun: v.boolean(),
  /** Where the previous run ended. Default: the start. */
  cursor: v.optional(v.pipe(v.string(), v.maxLength(limits.cursorLengthMax))),
});

/** How long a request erases rows, in milliseconds; the rest is left to the next request or the account's maintenance. */
const RUN_MS_MAX = 20_000;

/** `POST /v1/retention/runs`: lists or erases rows whose retention period has ended. Requires `privacy:erase`. */
export async function postRetentionRun(context: ApiContext<AccountBindings>): Promise<Response | Refusal> {
  const access = await authorizePermission(context, 'privacy:erase');
  if (isRefusal(access)) return access;
  const sent = await readJsonBody(context.request);
  if (isRefusal(sent)) return sent;
  const input = parseInput(retentionRunBody, sent.value);
  if (isRefusal(input)) return input;
  context.timeLimit.lift();
  const database = boundDatabase(context.database);
  const found = await runAllowed(database, access, [selectPolicies]);
  if (isRefusal(found)) return found;
  const [row] = found.rows[0];
  const identity = [context.bindings.ACCOUNT_ID, 'retention', row?.version ?? 0, input.dryRun];
  const from = await parsePlace(input.cursor, identity);
  if (isRefusal(from)) return from;
  const startMs = Date.now();
  const outcome = await runRetention(
    {
      ...{ database, access, bucket: context.bindings.DOCUMENTS, accountId: context.bindings.ACCOUNT_ID },
      ...{ nowMs: context.nowMs, requestId: toRequestId(context.traceparent) },
    },
    {
      ...{ policies: toPolicies(row), dryRun: input.dryRun, from },
      mayContinue: () => Date.now() - startMs < RUN_MS_MAX,
    },
  );
  if (isRefusal(outcome)) return outcome;
  const { due, erased, next } = outcome;
  const nextCursor =
    next && (await toCursor({ value: next.value, id: `${next.policy}/${next.id}` }, identity));
  return Response.json({ dryRun: input.dryRun, due, erased, nextCursor: nextCursor ?? null });
}

/** The position of a cursor; 400 if it belongs to other policies or another kind of run. */
async function parsePlace(cursor: string | undefined, identity: unknown): Promise<RetentionPlace | Refusal> {
  if (cursor === undefined) return BEGINNING;
  const position = await parseCursor(cursor, identity);
  if (isRefusal(position)) return position;
  const [policy = '', id = ''] = position.id.split('/');
  return { policy: Number(policy), value: String(position.value ?? ''), id };
}
