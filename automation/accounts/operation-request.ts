import * as v from 'valibot';
import { isId } from '../../schema/model/ids.ts';

const idOf = (prefix: string) =>
  v.pipe(
    v.string(),
    v.check((value) => isId(prefix, value), `must be an id that starts with ${prefix}-`),
  );

/** What the platform sends to begin an operation. Unknown fields are refused: they would be lost without a word. */
export const operationRequestSchema = v.strictObject({
  operationId: idOf('op'),
  kind: v.picklist(['provision', 'upgrade', 'refresh', 'offboard']),
  account: v.strictObject({
    id: idOf('acc'),
    slug: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/, 'must be a slug')),
    plan: v.picklist(['standard', 'plus']),
    region: v.picklist(['eu']),
    placement: v.picklist(['script']),
  }),
  input: v.strictObject({ confirm: v.optional(v.pipe(v.string(), v.maxLength(63))) }),
});

/** An operation on one account, as the platform asked for it. */
export type OperationRequest = v.InferOutput<typeof operationRequestSchema>;

/** What the service can do to an account. */
export type OperationKind = OperationRequest['kind'];

/** Parses a request. The issues name the field and what it must be. */
export function parseOperationRequest(
  value: unknown,
):
  | { readonly kind: 'parsed'; readonly request: OperationRequest }
  | { readonly kind: 'invalid'; readonly issues: readonly FieldIssue[] } {
  const parsed = v.safeParse(operationRequestSchema, value);
  if (parsed.success) return { kind: 'parsed', request: parsed.output };
  return {
    kind: 'invalid',
    issues: parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', detail: issue.message })),
  };
}

/** A field of a request body, and what is wrong with it. */
export interface FieldIssue {
  readonly field: string;
  readonly detail: string;
}
