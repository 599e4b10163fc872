import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineEvent } from '@pulumi/pulumi/automation/events.js';
import type { AccountResources } from '../../engine/recovery/account-resources.ts';
import { recoverStack } from '../../engine/recovery/recover-stack.ts';
import { describePulumiFailure, judgePulumiFailure } from '../../engine/runner/pulumi-failure.ts';
import type { PulumiOutcome, PulumiRunner } from '../../engine/runner/pulumi-runner.ts';
import type { RunRecords } from '../../engine/runner/run-record.ts';
import { type PulumiCommand, runPulumi } from '../../engine/runner/spawn-pulumi.ts';
import type { StackStates } from '../../engine/states/stack-state.ts';
import type { StackFiles } from '../../engine/workspace/stack-files.ts';
import { physicalName, platformStackName, projectName } from '../../schema/factory/names.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import type { Logger } from '../../system/logger.ts';
import { readTextFile, writeFileIfChanged } from '../../system/write-file.ts';
import { recordResourceSteps } from '../progress/resource-steps.ts';
import { createTimeline } from '../progress/timeline.ts';

export interface DeployPlatformOptions {
  readonly home: FreeholdHome;
  readonly command: PulumiCommand;
  readonly runner: PulumiRunner;
  readonly states: StackStates;
  readonly records: RunRecords;
  readonly stackFiles: StackFiles;
  readonly resources: AccountResources;
  readonly automationUrl: string;
  readonly automationSecret: string;
  /** Private JWK, as JSON text. */
  readonly platformSigningKey: string;
  readonly logger: Logger;
  /** Hears in a few words how far it is. */
  readonly onDetail: (text: string) => void;
}

/** What the platform's stack tells the rest of the factory. */
export interface DeployedPlatform {
  readonly databaseId: string;
  /** Number of resources by what was done with them. */
  readonly changes: Readonly<Record<string, number>>;
}

const stack = platformStackName;
const retryDelaysMs = [500, 2_000, 5_000];

/**
 * Brings the platform's stack up to date with a `pulumi up`, after clearing up what an earlier one left behind.
 * Throws with the engine's reason when it cannot be done.
 */
export async function deployPlatform(options: DeployPlatformOptions): Promise<DeployedPlatform> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await deployOnce(options);
    if (outcome.kind === 'succeeded') {
      const databaseId = outcome.outputs.databaseId;
      if (typeof databaseId !== 'string') throw new Error('the platform stack has no output databaseId');
      return { databaseId, changes: outcome.changes };
    }
    if (outcome.kind === 'interrupted')
      throw new Error('the service was stopped before the platform was deployed');
    const delayMs = retryDelaysMs[attempt];
    if (judgePulumiFailure(outcome.failure) !== 'retry' || delayMs === undefined) {
      throw new Error(`the platform cannot be deployed: ${describePulumiFailure(outcome.failure)}`);
    }
    options.onDetail(`again in ${delayMs} ms: ${describePulumiFailure(outcome.failure)}`);
    await sleep(delayMs);
  }
}

async function deployOnce(options: DeployPlatformOptions): Promise<PulumiOutcome> {
  const { runner, states, stackFiles, onDetail } = options;
  const operationId = `start-${new Date().toISOString()}`;
  const recovery = await recoverStack({ ...options, stack, physicalName: physicalName(stack), operationId });
  if (recovery.kind === 'blocked') return { kind: 'failed', failure: recovery.failure };
  const adoptDatabaseId = recovery.kind === 'recovered' ? recovery.adoption.databaseId : undefined;
  await stackFiles.writePlatform(options.automationUrl, adoptDatabaseId);
  await states.ensure(stack);
  await ensureSecrets(options);
  const outcome = await runner.run({ stack, command: 'up', operationId, onEvent: showDetails(onDetail) });
  if (outcome.kind === 'succeeded' && adoptDatabaseId !== undefined) {
    await stackFiles.writePlatform(options.automationUrl);
  }
  return outcome;
}

/**
 * Pulumi encrypts the secrets into the stack file, once for each set of values: spawns that a later start is spared. One
 * spawn each, since only the input of a command is out of sight of the machine's other users.
 */
async function ensureSecrets(options: DeployPlatformOptions): Promise<void> {
  const { home, command, automationSecret, platformSigningKey } = options;
  const secrets = { automationSecret, platformSigningKey };
  const marker = join(home.workspace, 'platform-secret.sha256');
  const digest = createHash('sha256').update(JSON.stringify(secrets)).digest('hex');
  if ((await options.stackFiles.hasPlatformSecrets()) && (await readTextFile(marker)) === digest) return;
  for (const [name, input] of Object.entries(secrets)) {
    const result = await runPulumi(
      command,
      ['config', 'set', '--secret', `${projectName}:${name}`, '--stack', stack],
      { input },
    );
    if (result.exitCode !== 0)
      throw new Error(`the platform's ${name} cannot be stored: ${result.stderr.trim()}`);
  }
  await writeFileIfChanged(marker, digest, 0o600);
}

function showDetails(onDetail: (text: string) => void): (event: EngineEvent) => void {
  const timeline = createTimeline();
  const showLatest = (): void => {
    const latest = timeline.steps().findLast(({ status }) => status === 'running' || status === 'succeeded');
    if (latest !== undefined) onDetail(`${latest.name} ${latest.detail ?? latest.status}`);
  };
  return recordResourceSteps(timeline, showLatest, Date.now);
}
