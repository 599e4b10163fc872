import type { HostIdentity } from '../system/host-identity.ts';
import type { Logger } from '../system/logger.ts';
import type { AccountResources } from './recovery/account-resources.ts';
import type { PulumiRunner } from './runner/pulumi-runner.ts';
import type { RunRecords } from './runner/run-records.ts';
import type { StackStates } from './states/stack-states.ts';

/** Everything that works on the stacks of a factory, the platform's and the accounts' alike. */
export interface StackTools {
  readonly runner: PulumiRunner;
  readonly states: StackStates;
  readonly records: RunRecords;
  /** Where this process runs: what the processes in run records are compared with. */
  readonly host: HostIdentity;
  /** Cloudflare, with the calls counted for this stack. */
  readonly resourcesOf: (stack: string) => AccountResources;
  readonly logger: Logger;
}
