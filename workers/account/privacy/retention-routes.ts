import * as v from 'valibot';
import type { ApiContext } from '../../http/api-context.ts';
import { toRequestId } from '../../http/collection/audit.ts';
import { runAllowed } from '../../http/collection/run-allowed.ts';
import { parseInput } from '../../http/parse-input.ts';
import { readJsonBody } from '../../http/read-body.ts';
import { isRefusal, type Refusal } from '../../http/refusal.ts';
import { authorizePermission } from '../authorize.ts';
import type { AccountBindings } from '../bindings.ts';
import { boundDatabase } from '../bulk/bounded-database.ts';
import { selectPolicies, toPolicies } from './retention-policies.ts';
import { runRetention } from './retention-run.ts';

/** Whether a run only tells what it would erase. Said every time: neither is a safe thing to guess. */
export const retentionRunBody = v.strictObject({ dryRun: v.boolean() });

/** How long a request erases, in milliseconds; the rest is for the next one, or for the account's maintenance. */
const RUN_MS_MAX = 20_000;

/** `POST /v1/retention/runs`: tells what no policy keeps any longer, or erases it. Takes `privacy:erase`. */
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
  const startMs = Date.now();
  const outcome = await runRetention(
    {
      ...{ database, access, bucket: context.bindings.DOCUMENTS, accountId: context.bindings.ACCOUNT_ID },
      ...{ nowMs: context.nowMs, requestId: toRequestId(context.traceparent) },
    },
    toPolicies(found.rows[0][0]),
    input.dryRun,
    () => Date.now() - startMs < RUN_MS_MAX,
  );
  if (isRefusal(outcome)) return outcome;
  const { due, erased, more } = outcome;
  return Response.json({ dryRun: input.dryRun, due, erased, more });
}
