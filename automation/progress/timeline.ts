import {
  type OperationStep,
  type StepStatus,
  stepDetailLengthMax,
  stepNameLengthMax,
  stepsMax,
} from '../../schema/factory/operation-messages.ts';

/** How a step can end. */
type StepEnd = Exclude<StepStatus, 'pending' | 'running'>;

/**
 * The steps of one operation, in the order of their begin. The caller gives the times, so the same events produce the
 * same timeline.
 */
export interface Timeline {
  steps(): readonly OperationStep[];
  begin(name: string, atMs: number): void;
  end(name: string, status: StepEnd, atMs: number, detail?: string): void;
  /** Ends the running steps, because the operation has ended or its process has died. */
  endRunning(atMs: number, detail: string): void;
}

/**
 * Continues a timeline.
 *
 * @param seed Steps of earlier attempts. A step that succeeded keeps its status and times when a later attempt finds
 *   the resource unchanged, because the operation created it.
 */
export function createTimeline(seed: readonly OperationStep[] = []): Timeline {
  const steps = new Map(seed.map((step) => [step.name, step]));
  const earlier = new Map(seed.map((step) => [step.name, step]));
  return {
    steps: () => [...steps.values()].slice(0, stepsMax),
    begin(name, atMs) {
      const key = name.slice(0, stepNameLengthMax);
      if (steps.get(key)?.status === 'running') return;
      steps.set(key, { name: key, status: 'running', startedAt: toInstant(atMs), endedAt: null });
    },
    end(name, status, atMs, detail) {
      const key = name.slice(0, stepNameLengthMax);
      const made = earlier.get(key);
      if (status === 'unchanged' && made?.status === 'succeeded') {
        steps.set(key, made);
        return;
      }
      const startedAt = steps.get(key)?.startedAt ?? toInstant(atMs);
      steps.set(key, {
        name: key,
        status,
        startedAt,
        endedAt: toInstant(atMs),
        ...(detail === undefined || detail === '' ? {} : { detail: detail.slice(0, stepDetailLengthMax) }),
      });
    },
    endRunning(atMs, detail) {
      for (const step of steps.values()) {
        if (step.status === 'running') this.end(step.name, 'failed', atMs, detail);
      }
    },
  };
}

function toInstant(atMs: number): string {
  return new Date(atMs).toISOString();
}
