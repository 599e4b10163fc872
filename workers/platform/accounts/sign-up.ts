import { type Expression, type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import { goneStatus } from '../../../schema/factory/account-states.ts';
import { signUpKind } from '../../../schema/factory/operation-kinds.ts';
import { isId } from '../../../schema/model/ids.ts';
import { accounts } from '../../../schema/platform/tables/accounts.ts';
import type { ApiContext } from '../../http/api/api-context.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import {
  findStoredAnswer,
  isFirstUse,
  readIdempotencyKey,
  storeAnswer,
  toStoredAnswer,
} from '../../http/request/idempotency.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import { readJsonBody } from '../../http/request/read-body.ts';
import type { PlatformBindings } from '../bindings.ts';
import { insertRow } from '../database/insert-row.ts';
import { queries } from '../database/queries.ts';
import { acceptedResponse, replayedResponse } from '../operations/accepted.ts';
import { dispatchOperation } from '../operations/dispatch-operation.ts';
import { newOperation } from '../operations/new-operation.ts';
import { toOperationView } from '../operations/operation-view.ts';
import { toAccountView } from './account-view.ts';
import { type PlatformCaller, requireCaller } from './caller.ts';
import { newAccount } from './new-account.ts';
import { recordCreation } from './record-creation.ts';

/** Accounts that one person can have at a time. Operators have no limit. */
const accountsPerPersonMax = 20;

// Routes take an id or a slug in the same place, so no slug may look like an id.
const signUpBody = v.pipe(
  accounts.body,
  v.forward(
    v.partialCheck([['slug']], ({ slug }) => !isId(accounts.idPrefix, slug), 'is reserved'),
    ['slug'],
  ),
);

/**
 * `POST /v1/accounts`: signs a firm up. One batch writes the row, the operation that creates the account and the
 * response for a repeated request; then the operation is sent to the automation service. The caller becomes the first
 * administrator.
 *
 * @returns 202; 403 without a verified e-mail address or beyond `accountsPerPersonMax`; 409 for a slug that is taken.
 */
export async function signUp(context: ApiContext<PlatformBindings>): Promise<Response | Refusal> {
  const caller = await requireCaller(context);
  if (isRefusal(caller)) return caller;
  if (caller.verifiedEmail === undefined) {
    return refuse({ kind: 'forbidden', detail: 'Verify your e-mail address at the sign-in service first.' });
  }
  const body = await readJsonBody(context.request);
  if (isRefusal(body)) return body;
  const key = await readIdempotencyKey(context.request, body.value, caller.subject, context.nowMs);
  if (isRefusal(key)) return key;
  if (key === undefined) return refuse({ kind: 'idempotency_key_missing' });
  const input = parseInput(signUpBody, body.value);
  if (isRefusal(input)) return input;

  const account = await newAccount(input, caller, context.nowMs);
  const operation = newOperation(signUpKind, account.id, {}, caller.subject, context.nowMs);
  const accepted = {
    account: toAccountView(account, context.url.origin, context.bindings.ZONE),
    operation: toOperationView(operation),
  };
  const condition = sql<SqlBool>`${isFirstUse(key)} and ${mayHaveAnother(caller)}`;
  const audit = await recordCreation(context, caller, 'sign-up', 'accounts', account, condition);
  const rows = await context.database.batch([
    findStoredAnswer(key),
    audit.insert,
    insertRow('accounts', account, audit.written),
    insertRow('operations', operation, audit.written),
    ...storeAnswer(key, 202, sql<string>`${JSON.stringify(accepted)}`, audit.written),
    queries.selectFrom('accounts').select('id').where('id', '=', account.id).compile(),
  ]);
  if (isRefusal(rows)) return rows;

  const stored = toStoredAnswer(key, rows[0][0]);
  if (isRefusal(stored)) return stored;
  if (stored !== undefined) return replayedResponse(stored);
  if (rows[6].length === 0) return tooManyAccounts;
  context.execution.waitUntil(dispatchOperation(context.bindings, operation, account));
  return acceptedResponse(accepted);
}

function mayHaveAnother(caller: PlatformCaller): Expression<SqlBool> {
  if (caller.isOperator) return sql<SqlBool>`true`;
  const live = queries
    .selectFrom('accounts')
    .select(sql`count(*)`.as('count'))
    .where('created_by', '=', caller.subject)
    .where('status', '<>', goneStatus);
  return sql<SqlBool>`${live} < ${accountsPerPersonMax}`;
}

const tooManyAccounts = refuse({
  kind: 'own',
  code: 'too-many-accounts',
  status: 403,
  title: 'You have as many accounts as one person can have',
  detail: `One person can have ${accountsPerPersonMax} accounts at a time. Ask the operator for more.`,
});
