import * as v from 'valibot';
import {
  kindNamesOf,
  type OperationKind,
  type OperationKinds,
  operationInput,
} from '../../../schema/factory/operation-kinds.ts';
import { oneOf } from '../../../schema/model/fields.ts';
import { isRefusal, type Refusal, refuse } from '../../http/problems/refusal.ts';
import { parseInput } from '../../http/request/parse-input.ts';
import type { Account } from '../accounts/account-view.ts';

/** A requested operation: its kind and the kind's input. */
export interface OperationStart {
  readonly kind: OperationKind;
  readonly input: Readonly<Record<string, string>>;
}

/**
 * Parses the body of a request for an operation: `kind`, and the kind's own fields next to it.
 *
 * @returns 422 that names each field that is invalid, missing or unknown to the kind.
 */
export function parseOperationStart(kinds: OperationKinds, body: unknown): OperationStart | Refusal {
  const kind = oneOf(kindNamesOf(kinds));
  const named = parseInput(v.looseObject({ kind }), body);
  if (isRefusal(named)) return named;
  const fields = operationInput(kinds[named.kind]).entries;
  const parsed = parseInput(v.strictObject({ ...fields, kind }), body);
  if (isRefusal(parsed)) return parsed;
  const { kind: _, ...input } = parsed;
  return { kind: named.kind, input: input as Record<string, string> };
}

/** Refuses a confirmation that is not the slug of the account, for kinds that need one. */
export function findConfirmationFault(
  kinds: OperationKinds,
  { kind, input }: OperationStart,
  account: Account,
): Refusal | undefined {
  if (!kinds[kind].needsConfirmation || input.confirm === account.slug) return undefined;
  const errors = [{ pointer: '#/confirm', detail: 'must be the slug of the account' }];
  return refuse({ kind: 'invalid_body', errors });
}
