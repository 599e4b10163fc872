import * as v from 'valibot';
import type { OperationKinds } from '../../schema/factory/operation-kinds.ts';
import { type OperationRequest, operationRequest } from '../../schema/factory/operation-messages.ts';

/** A field of a request body, and what is wrong with it. */
export interface FieldIssue {
  readonly field: string;
  readonly detail: string;
}

export type ParsedOperationRequest =
  | { readonly kind: 'parsed'; readonly request: OperationRequest }
  | { readonly kind: 'invalid'; readonly issues: readonly FieldIssue[] };

/**
 * Parses the body of a request. The issues name the field and what it must be.
 *
 * @param kinds The kinds that the service can carry out. Default: all of the factory's.
 */
export function parseOperationRequest(body: string, kinds?: OperationKinds): ParsedOperationRequest {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { kind: 'invalid', issues: [{ field: '', detail: 'must be a JSON document' }] };
  }
  const parsed = v.safeParse(operationRequest(kinds), value);
  if (parsed.success) return { kind: 'parsed', request: parsed.output };
  return {
    kind: 'invalid',
    issues: parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', detail: issue.message })),
  };
}
