import type { HostIdentity } from '../system/host-identity.ts';
import type { Logger } from '../system/logger.ts';
import type { AccountResources } from './recovery/account-resources.ts';
import type { PulumiRunner } from './runner/pulumi-runner.ts';
import type { RunRecords } from './runner/run-records.ts';
import type { StackStates } from './states/stack-states.ts';

/** The tools for work on the stacks of a factory: the platform's and the accounts'. */
export interface StackTools {
  readonly runner: PulumiRunner;
  readonly states: StackStates;
  readonly records: RunRecords;
  /** Where this process runs; the processes in run records are compared with it. */
  readonly host: HostIdentity;
  /** Cloudflare's API, with the calls counted for this stack. */
  readonly resourcesOf: (stack: string) => AccountResources;
  readonly logger: Logger;
}
