import * as v from 'valibot';
import { count, id, instant, line, list, oneOf, text } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { kindNamesOf, type OperationKinds, operationInput, operationKinds } from './operation-kinds.ts';
import { operationStatuses } from './operation-states.ts';
import { placementNames, regionNames } from './settings.ts';
import { slug } from './slug.ts';

/** Lengths that an operation's timeline is held to, at both ends. */
export const stepNameLengthMax = 120;
export const stepDetailLengthMax = 1_000;
export const stepsMax = 100;
export const reasonLengthMax = 4_000;

/** How a line of a timeline can stand. */
export const stepStatuses = ['pending', 'running', 'succeeded', 'failed', 'unchanged'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** One line of an operation's timeline: a resource, or a stage before or after them. */
export const operationStep = v.strictObject({
  name: line(stepNameLengthMax),
  status: oneOf(stepStatuses),
  startedAt: v.optional(v.nullable(instant())),
  endedAt: v.optional(v.nullable(instant())),
  detail: v.optional(text(stepDetailLengthMax)),
});
export type OperationStep = v.InferOutput<typeof operationStep>;

/** What the service needs to know of the account that an operation is for. */
const operationAccount = v.strictObject({
  id: id('acc'),
  slug: slug(),
  region: oneOf(regionNames),
  placement: oneOf(placementNames),
  /** Which Cloudflare account of the operator holds it. */
  cell: line(40),
});

/**
 * What the platform sends the service to begin an operation. The operation's id makes sending it twice the same as once.
 * Unknown fields are refused, since they would be lost silently.
 *
 * @param kinds The kinds that the service can carry out. Default: all of the factory's.
 */
export function operationRequest(kinds: OperationKinds = operationKinds) {
  return v.pipe(
    v.strictObject({
      operationId: id('op'),
      kind: oneOf(kindNamesOf(kinds)),
      account: operationAccount,
      input: v.record(v.string(), v.unknown()),
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { kind, input } = dataset.value;
      const parsed = v.safeParse(operationInput(kinds[kind]), input);
      const at = {
        type: 'object',
        origin: 'value',
        input: dataset.value,
        key: 'input',
        value: input,
      } as const;
      for (const { message, path } of parsed.issues ?? []) addIssue({ message, path: [at, ...(path ?? [])] });
    }),
  );
}
export type OperationRequest = v.InferOutput<ReturnType<typeof operationRequest>>;

/** Text of an engine, cut instead of refused: a report lost for its length would leave its operation running forever. */
function clippedText(lengthMax: number) {
  return v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, lengthMax).toWellFormed()),
  );
}

/** What the service reports of an operation: all of it each time, so that a lost report does no harm. */
export const operationReport = v.strictObject({
  /** Higher with every report; reports that arrive out of order are ignored. */
  revision: v.pipe(count(), v.minValue(1, 'must be at least 1')),
  status: oneOf(operationStatuses),
  steps: list(
    v.strictObject({ ...operationStep.entries, detail: v.optional(clippedText(stepDetailLengthMax)) }),
    stepsMax,
  ),
  /** Calls to Cloudflare's API so far. */
  apiCalls: count(),
  reason: v.nullish(clippedText(reasonLengthMax)),
});
export type OperationReport = Omit<v.InferOutput<typeof operationReport>, 'steps'> & {
  readonly steps: readonly OperationStep[];
};

/** An operation as the platform stores it, as far as the service reads it. */
export const storedOperation = v.object({
  kind: v.string(),
  status: oneOf(operationStatuses),
  revision: count(),
  /** The account as it is now: its slug, for example, may have changed since the operation was requested. */
  account: operationAccount,
  input: v.optional(v.record(v.string(), v.unknown()), {}),
  apiCalls: v.optional(count(), 0),
  steps: v.optional(v.array(operationStep), []),
  /** Status of the account at this moment. */
  accountStatus: oneOf(accountStatuses),
});
export type StoredOperation = v.InferOutput<typeof storedOperation>;
