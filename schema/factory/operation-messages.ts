import * as v from 'valibot';
import { count, id, instant, line, list, oneOf, text } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { operationInput, operationKindNames, operationStatuses } from './operation-kinds.ts';
import { placementNames, planNames, regionNames } from './settings.ts';
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

/** What the platform tells the service of the account that an operation is for. */
const requestedAccount = v.strictObject({
  id: id('acc'),
  slug: slug(),
  plan: oneOf(planNames),
  region: oneOf(regionNames),
  placement: oneOf(placementNames),
  /** Which Cloudflare account of the operator holds it. */
  cell: line(40),
});

/**
 * What the platform sends the service to begin an operation. The operation's id makes sending it twice the same as once.
 * Unknown fields are refused, since they would be lost silently.
 */
export const operationRequest = v.pipe(
  v.strictObject({
    operationId: id('op'),
    kind: oneOf(operationKindNames),
    account: requestedAccount,
    input: v.record(v.string(), v.unknown()),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const parsed = v.safeParse(operationInput(dataset.value.kind), dataset.value.input);
    for (const issue of parsed.issues ?? []) {
      addIssue({ message: `input.${v.getDotPath(issue) ?? ''} ${issue.message}` });
    }
  }),
);
export type OperationRequest = v.InferOutput<typeof operationRequest>;

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
export type OperationReport = v.InferInput<typeof operationReport>;

/** An operation as the platform stores it, as far as the service reads it. */
export const storedOperation = v.object({
  id: id('op'),
  kind: oneOf(operationKindNames),
  accountId: id('acc'),
  input: v.record(v.string(), v.unknown()),
  status: oneOf(operationStatuses),
  revision: count(),
  apiCalls: v.optional(count(), 0),
  steps: v.optional(v.array(operationStep), []),
  /** Status of the account at this moment. */
  accountStatus: oneOf(accountStatuses),
});
export type StoredOperation = v.InferOutput<typeof storedOperation>;

/** Where an account's parts are, as the last resource of its stack reports it to the platform. */
export const accountRegistration = v.strictObject({
  workerUrl: v.pipe(v.string(), v.maxLength(2_000), v.url()),
  scriptName: line(63),
  databaseId: line(36),
  bucketName: line(63),
  placement: oneOf(placementNames),
  cell: line(40),
  /** Release that the stack has deployed. */
  release: line(16),
});
export type AccountRegistrationMessage = v.InferOutput<typeof accountRegistration>;

/** The platform's answer to a registration, and to the question for one. */
export const registeredAccount = v.object({
  ...v.partial(accountRegistration).entries,
  status: oneOf(accountStatuses),
});
export type RegisteredAccount = v.InferOutput<typeof registeredAccount>;
