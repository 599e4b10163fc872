/** A step of the start, for whoever started the service. */
export interface ProgressMessage {
  readonly type: 'progress';
  readonly step: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly detail?: string;
  /** Milliseconds since the step began. */
  readonly ms: number;
}

/** Sent once, when the service takes operations. */
export interface ReadyMessage {
  readonly type: 'ready';
  /** URL of the service's own API. */
  readonly automation: string;
  /** URL of Restate's ingress. */
  readonly restate: string;
  /** URL of Restate's administration, with its web pages. */
  readonly restateAdmin: string;
  readonly platformDatabaseId: string;
  /** Release that new accounts get, as 16 hex digits. */
  readonly accountRelease: string;
  /** Milliseconds since the process started. */
  readonly ms: number;
}

/** Sent instead of `ready` when the start cannot go on; the process ends with 1. */
export interface FailedMessage {
  readonly type: 'failed';
  readonly reason: string;
}

/** What the service tells the process that started it. */
export type ServiceMessage = ProgressMessage | ReadyMessage | FailedMessage;

/** Runs a step of the start and tells of its beginning and end. */
export type ReportStep = <Result>(
  step: string,
  work: (detail: (text: string) => void) => Promise<Result>,
) => Promise<Result>;

/** @param send Takes each message; a process without a parent logs them instead. */
export function createStepReporter(send: (message: ServiceMessage) => void, nowMs: () => number): ReportStep {
  return async (step, work) => {
    const startedAtMs = nowMs();
    const tell = (status: ProgressMessage['status'], detail?: string): void => {
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
