import * as v from 'valibot';
import type { ApiError } from './api-error.ts';

/**
 * Parses a JSON body by a schema.
 *
 * @returns The typed body, or an `invalid_request` that names the first invalid field.
 */
export async function readBody<const S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<{ readonly value: v.InferOutput<S> } | { readonly error: ApiError }> {
  let json: unknown;
  try {
    json = await request.json();
  } catch {
    return { error: { kind: 'invalid_request', message: 'The request body is not valid JSON' } };
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return { value: parsed.output };
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  return {
    error: {
      kind: 'invalid_request',
      message: field === null ? issue.message : `${field}: ${issue.message}`,
    },
  };
}
