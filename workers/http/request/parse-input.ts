import * as v from 'valibot';
import { isTracking } from '../../../schema/model/tracking.ts';
import { type Refusal, refuse } from '../problems/refusal.ts';
import type { FieldError } from '../problems/request-error.ts';
import { toPointerToken } from './json-faults.ts';

/** Maximum number of wrong fields in one response. */
const FIELD_ERRORS_MAX = 50;

const UNKNOWN = 'is not a known field';

/**
 * Parses an unknown value by its valibot schema.
 *
 * @returns The typed value, or 422 that names every wrong field (the first 50).
 */
export function parseInput<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> | Refusal {
  // valibot treats an array as an object without fields.
  if (schema.type === 'strict_object' && Array.isArray(input)) {
    return refuse({ kind: 'invalid_body', errors: [{ pointer: '#', detail: 'is not an object' }] });
  }
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const errors = result.issues.flatMap((issue) =>
    schema.type === 'strict_object' && isUnknownField(issue) && issue.path?.length === 1
      ? unknownFields(schema, input)
      : toFieldError(issue),
  );
  return refuse({ kind: 'invalid_body', errors: errors.slice(0, FIELD_ERRORS_MAX) });
}

/**
 * Refuses (422) a merge patch with a field that the schema does not have, whatever its value: a misspelt `null` would
 * otherwise remove nothing and look like a success.
 */
export function refuseUnknownFields(schema: v.GenericSchema, patch: unknown): Refusal | undefined {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return undefined;
  const errors = unknownFields(schema, patch);
  return errors.length === 0
    ? undefined
    : refuse({ kind: 'invalid_body', errors: errors.slice(0, FIELD_ERRORS_MAX) });
}

const isUnknownField = (issue: v.BaseIssue<unknown>) =>
  issue.type === 'strict_object' && issue.expected === 'never';

/** All unknown fields: valibot stops at the first, but a row that is sent back has every tracking field. */
function unknownFields(schema: v.GenericSchema, input: unknown): FieldError[] {
  const known = (schema as v.GenericSchema & { readonly entries?: object }).entries ?? {};
  return Object.keys(input as object)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => ({
      pointer: `#/${toPointerToken(name)}`,
      detail: isTracking(name) ? 'is written by the server: leave it out' : UNKNOWN,
    }));
}

/** Converts a valibot issue to a field and what is wrong with it. */
function toFieldError(issue: v.BaseIssue<unknown>): FieldError {
  const steps = (issue.path ?? []).map((item) => toPointerToken(String(item.key)));
  return { pointer: ['#', ...steps].join('/'), detail: describeIssue(issue) };
}

/** What is wrong with a value, without repeating it, because it may be personal. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  if (isUnknownField(issue)) return UNKNOWN;
  if (issue.type === 'strict_object') {
    if (issue.received === 'undefined') return 'is missing';
    return 'is not an object';
  }
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'is missing';
  // valibot's default messages quote the received value, which may be personal; our messages never do.
  return issue.message.startsWith('Invalid ') ? expectation(issue) : issue.message;
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === null) return `does not satisfy ${issue.type}`;
  return `is not valid: expected ${issue.expected}`;
}
