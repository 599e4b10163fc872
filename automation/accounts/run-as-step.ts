import type { StageContext, StageResult } from './stage.ts';

/** Runs a part of a stage and shows it as a step of the operation, with the detail that it ends with. */
export async function runAsStep(
  context: StageContext,
  name: string,
  nowMs: () => number,
  work: () => Promise<StageResult & { readonly detail?: string }>,
): Promise<StageResult> {
  context.timeline.begin(name, nowMs());
  context.changed();
  const { detail, ...result } = await work();
  if (result.kind === 'succeeded') context.timeline.end(name, 'succeeded', nowMs(), detail);
  context.changed();
  return result;
}
