import type { ReleaseStore } from '../../engine/releases/release-store.ts';
import type { StackFiles } from '../../engine/workspace/stack-files.ts';
import type { ReportClient } from '../progress/report-client.ts';
import type { StackRuns, StackRunsOptions } from './stack-runs.ts';
import type { Stage } from './stage.ts';

/** The tools that stages work with. */
export interface StageTools extends StackRunsOptions {
  /** Where people reach the platform, and through it the accounts. */
  readonly platformUrl: string;
  readonly stackFiles: StackFiles;
  readonly releases: ReleaseStore;
  readonly reports: ReportClient;
  readonly runs: StackRuns;
}

/** Creates the stages of one kind of operation, in order. The file `<kind>-stages.ts` exports it as `createStages`. */
export type CreateStages = (tools: StageTools) => readonly Stage[];
