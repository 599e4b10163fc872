import * as v from 'valibot';
import { count, id, instant, line, list, oneOf, text } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { kindNamesOf, type OperationKinds, operationInput, operationKinds } from './operation-kinds.ts';
import { operationStatuses } from './operation-states.ts';
import { placementNames, regionNames } from './settings.ts';
import { slug } from './slug.ts';

/** Length limits of an operation's timeline, at both ends. */
export const stepNameLengthMax = 120;
export const stepDetailLengthMax = 1_000;
export const stepsMax = 100;
export const reasonLengthMax = 4_000;

/** Statuses of a line of a timeline. */
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

/** What the service needs to know about an operation's account. */
const operationAccount = v.strictObject({
  id: id('acc'),
  slug: slug(),
  region: oneOf(regionNames),
  placement: oneOf(placementNames),
  /** The operator's Cloudflare account that holds it. */
  cell: line(40),
});

/**
 * The platform's message to the service that begins an operation. The operation's id makes a repeated message harmless.
 * Unknown fields are refused, because they would be lost silently.
 *
 * @param kinds The kinds that the service can carry out. Default: all kinds of the factory.
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

/**
 * Text of an engine. It is truncated instead of refused: a report lost for its length would leave its operation running
 * forever.
 */
function clippedText(lengthMax: number) {
  return v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, lengthMax).toWellFormed()),
  );
}

/** The service's report of an operation. Each report is complete, so that a lost one does no harm. */
export const operationReport = v.strictObject({
  /** Increases with every report; reports that arrive out of order are ignored. */
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

/** An operation as the platform stores it, with the fields that the service reads. */
export const storedOperation = v.object({
  kind: v.string(),
  status: oneOf(operationStatuses),
  revision: count(),
  /** The account's current data: its slug, for example, may have changed since the operation was requested. */
  account: operationAccount,
  input: v.optional(v.record(v.string(), v.unknown()), {}),
  apiCalls: v.optional(count(), 0),
  steps: v.optional(v.array(operationStep), []),
  /** Current status of the account. */
  accountStatus: oneOf(accountStatuses),
});
export type StoredOperation = v.InferOutput<typeof storedOperation>;
