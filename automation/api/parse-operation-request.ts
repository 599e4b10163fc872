import type { OperationKinds } from '../../schema/factory/operation-kinds.ts';
import { type OperationRequest, operationRequest } from '../../schema/factory/operation-messages.ts';
import { type Refusal, refuse } from '../../workers/http/problems/refusal.ts';
import { parseInput } from '../../workers/http/request/parse-input.ts';

/**
 * Parses the body of a request to begin an operation.
 *
 * @param kinds The kinds that the service can carry out. Default: all of the factory's.
 * @returns The request; 400 for a body that is not JSON, 422 that names every wrong field.
 */
export function parseOperationRequest(body: string, kinds?: OperationKinds): OperationRequest | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return refuse({ kind: 'malformed_body', detail: 'The body is not JSON.' });
  }
  return parseInput(operationRequest(kinds), value);
}
