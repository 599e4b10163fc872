import type { PartProgress, ServiceMessage } from '../../system/part-messages.ts';

/** Runs a step of the start and reports its beginning and end. */
export type ReportStep = <Result>(
  step: string,
  work: (detail: (text: string) => void) => Promise<Result>,
) => Promise<Result>;

/** @param send Receives each message; a process without a parent logs them instead. */
export function createStepReporter(send: (message: ServiceMessage) => void, nowMs: () => number): ReportStep {
  return async (step, work) => {
    const startedAtMs = nowMs();
    const tell = (status: PartProgress['status'], detail?: string): void => {
      const ms = Math.round(nowMs() - startedAtMs);
      send({ type: 'progress', step, status, ms, ...(detail === undefined ? {} : { detail }) });
    };
    let lastDetail: string | undefined;
    tell('running');
    try {
      const result = await work((text) => {
        lastDetail = text;
        tell('running', text);
      });
      tell('done', lastDetail);
      return result;
    } catch (error) {
      tell('failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}
