import * as v from 'valibot';
import { count, line, list } from '../../../schema/model/fields.ts';
import { operations } from '../../../schema/platform/tables/operations.ts';

const stepFields = operations.serverFields.steps.pipe[0].item.entries;
const stepsMax = 100;
const reasonLengthMax = 4_000;
const detailLengthMax = 1_000;

/** Text of an engine, cut rather than refused: a report lost for its length would leave its operation running for ever. */
function clippedText(lengthMax: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, lengthMax).toWellFormed()),
  );
}

/** What the automation service reports of an operation: all of it each time, so that a lost report does no harm. */
export const operationReport = v.strictObject({
  /** Higher with every report; reports that arrive out of order are ignored. */
  revision: v.pipe(count(), v.minValue(1, 'must be at least 1')),
  status: operations.serverFields.status,
  steps: list(v.strictObject({ ...stepFields, detail: v.optional(clippedText(detailLengthMax)) }), stepsMax),
  apiCalls: count(),
  reason: v.nullish(clippedText(reasonLengthMax)),
  account: v.optional(v.strictObject({ release: v.optional(line(16)) })),
});

export type OperationReport = v.InferOutput<typeof operationReport>;
