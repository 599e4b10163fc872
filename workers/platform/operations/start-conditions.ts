import { type Expression, type SqlBool, sql } from 'kysely';
import { accountStatuses } from '../../../schema/factory/account-states.ts';
import { mayStart } from '../../../schema/factory/account-transitions.ts';
import { kindNamesOf, type OperationKinds } from '../../../schema/factory/operation-kinds.ts';
import { endedStatuses } from '../../../schema/factory/operation-states.ts';
import { type Refusal, refuse } from '../../http/problems/refusal.ts';
import type { Account } from '../accounts/account-view.ts';
import { isRegistered } from '../accounts/change-account.ts';
import { queries } from '../database/queries.ts';
import { type Operation, toOperationView } from './operation-view.ts';

/** SQL condition: the account's status allows the operation, and no running operation prevents it. */
export function isStartable(kinds: OperationKinds, operation: Operation): Expression<SqlBool> {
  const statusesOf = (registered: boolean) =>
    accountStatuses.filter((status) => mayStart(kinds[operation.kind], status, registered));
  const account = queries
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', operation.accountId)
    .where((row) =>
      row.or([
        row('status', 'in', statusesOf(false)),
        row.and([row('status', 'in', statusesOf(true)), isRegistered]),
      ]),
    );
  return sql<SqlBool>`exists ${account} and not exists ${underWay(kinds, operation).select('id')}`;
}

/** The unfinished operations on this account that prevent this one, exclusive ones first. */
export function underWay(kinds: OperationKinds, operation: Operation) {
  const alone = kindNamesOf(kinds).filter((kind) => kinds[kind].isForLeaving);
  return queries
    .selectFrom('operations')
    .where('account_id', '=', operation.accountId)
    .where('kind', 'in', [operation.kind, ...alone])
    .where('status', 'not in', endedStatuses)
    .orderBy((column) => column('kind', 'not in', alone));
}

/** 409 for an operation that was not stored, with the reason. */
export function cannotStart(
  kinds: OperationKinds,
  kind: Operation['kind'],
  account: Account,
  running: Operation | undefined,
): Refusal {
  if (running === undefined) {
    const { status, workerUrl } = account;
    const possible = kindNamesOf(kinds).filter((name) =>
      mayStart(kinds[name], status, workerUrl !== undefined),
    );
    const ended =
      kinds[kind].reverses === status
        ? ' Its registration has ended, so the offboarding can no longer be taken back.'
        : '';
    return refuse({
      kind: 'conflict',
      detail: `${kind} is not possible while the account is ${status}.${ended} Possible now: ${possible.join(', ') || 'nothing'}.`,
    });
  }
  return refuse({
    kind: 'own',
    code: 'operation-under-way',
    status: 409,
    title:
      running.kind === kind
        ? 'An operation of this kind is under way'
        : 'An operation that works alone is under way',
    detail: `Operation ${running.id} has not ended yet; watch it instead.`,
    members: { operation: toOperationView(running) },
    headers: { location: `/v1/operations/${running.id}` },
  });
}
