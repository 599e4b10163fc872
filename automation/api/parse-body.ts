import type * as v from 'valibot';
import { type Refusal, refuse } from '../../workers/http/problems/refusal.ts';
import { parseInput } from '../../workers/http/request/parse-input.ts';

/**
 * Parses the body of a request by its schema.
 *
 * @returns The typed value; 400 for a body that is not JSON, 422 that names every wrong field.
 */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: string,
): v.InferOutput<Schema> | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return refuse({ kind: 'malformed_body', detail: 'The body is not JSON.' });
  }
  return parseInput(schema, value);
}
