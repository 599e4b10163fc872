import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deployStack } from '../../engine/recovery/deploy-stack.ts';
import type { ReleaseStore } from '../../engine/releases/release-store.ts';
import { describePulumiFailure, type PulumiFailure, toFailure } from '../../engine/runner/pulumi-failure.ts';
import type { PulumiOutcome } from '../../engine/runner/run-outcome.ts';
import { type PulumiCommand, runPulumi } from '../../engine/runner/spawn-pulumi.ts';
import type { StackTools } from '../../engine/stack-tools.ts';
import type { StackFiles } from '../../engine/workspace/stack-files.ts';
import { firmsRoute, physicalName, platformStackName, projectName } from '../../schema/factory/names.ts';
import type { OperationStep } from '../../schema/factory/operation-messages.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { readTextFile, writeFileIfChanged } from '../../system/write-file.ts';
import type { ApiCallCounter } from '../budget/api-call-counter.ts';
import { recordResourceSteps } from '../progress/resource-steps.ts';
import { createTimeline, type Timeline } from '../progress/timeline.ts';
import { findRelease } from '../releases/find-release.ts';
import { digestPlatform, type PlatformSurroundings } from './platform-surroundings.ts';

/** Progress of a deployment of the platform. */
export interface DeploymentProgress {
  readonly steps: readonly OperationStep[];
  /** Calls to Cloudflare's API so far. */
  readonly apiCalls: number;
}

/** How one attempt at deploying the platform ended. */
export type DeploymentAttempt =
  | {
      readonly kind: 'succeeded';
      readonly progress: DeploymentProgress;
      /** Id of the registry's D1 database. */
      readonly databaseId: string;
      /** Number of resources by the kind of change. */
      readonly changes: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'failed';
      readonly progress: DeploymentProgress;
      readonly failure: PulumiFailure;
    };

/** A requested deployment. */
export interface DeploymentRequest {
  /** Name of the release. */
  readonly release: string;
  /** Digest of the requested platform; see `digestPlatform`. */
  readonly digest: string;
}

/**
 * Makes one attempt at a requested deployment of the platform. Never rejects. Never settles when the service is
 * stopping, because the next service repeats the attempt.
 */
export type PlatformDeployer = (
  request: DeploymentRequest & { readonly operationId: string },
  earlier: DeploymentProgress,
) => Promise<DeploymentAttempt>;

export interface PlatformDeployerOptions extends StackTools {
  readonly home: FreeholdHome;
  readonly command: PulumiCommand;
  readonly stackFiles: StackFiles;
  readonly releases: ReleaseStore;
  readonly calls: ApiCallCounter;
  readonly surroundings: PlatformSurroundings;
  readonly nowMs: () => number;
  /** Called with a short description of an attempt's progress. */
  readonly onDetail: (text: string) => void;
}

/** Creates the function that deploys the platform with the addresses and secrets of this service. */
export function createPlatformDeployer(options: PlatformDeployerOptions): PlatformDeployer {
  const { surroundings, calls, logger, nowMs } = options;
  return async ({ release, digest, operationId }, earlier) => {
    const timeline = createTimeline(earlier.steps);
    const callsSoFar = calls.watch(platformStackName);
    const wanted = digestPlatform(surroundings, release);
    const outcome = await (digest === wanted
      ? deploy(options, release, operationId, timeline).catch(toFailed)
      : supersededBy(wanted));
    // An attempt that the next process repeats must not be in the journal.
    if (outcome.kind === 'interrupted') return new Promise<never>(() => {});
    if (outcome.kind === 'failed') {
      timeline.endRunning(nowMs(), describePulumiFailure(outcome.failure));
      logger.warn('the platform could not be deployed', { operationId, failure: outcome.failure });
    }
    const progress = { steps: timeline.steps(), apiCalls: earlier.apiCalls + callsSoFar() };
    if (outcome.kind === 'failed') return { kind: 'failed', progress, failure: outcome.failure };
    const { databaseId } = outcome.outputs;
    if (typeof databaseId === 'string') {
      return { kind: 'succeeded', progress, databaseId, changes: outcome.changes };
    }
    const failure = { kind: 'refused', message: 'the platform stack has no output databaseId' } as const;
    return { kind: 'failed', progress, failure };
  };
}

function toFailed(error: unknown): PulumiOutcome {
  return { kind: 'failed', failure: toFailure(error) };
}

/** Settings come from this process, so that a request never contains secrets. */
async function supersededBy(digest: string): Promise<PulumiOutcome> {
  const message = `the addresses or secrets of this service have changed (${digest.slice(0, 16)}): the service requests another deployment with them`;
  return { kind: 'failed', failure: { kind: 'refused', message } };
}

async function deploy(
  options: PlatformDeployerOptions,
  release: string,
  operationId: string,
  timeline: Timeline,
): Promise<PulumiOutcome> {
  const { stackFiles, surroundings, nowMs, onDetail } = options;
  const found = await findRelease(options.releases, release);
  if (found.kind !== 'found') return { kind: 'failed', failure: found };
  const showLatest = (): void => {
    const latest = timeline.steps().findLast(({ status }) => status === 'running' || status === 'succeeded');
    if (latest !== undefined) onDetail(`${latest.name} ${latest.detail ?? latest.status}`);
  };
  return deployStack(options, {
    stack: platformStackName,
    names: {
      physicalName: physicalName(platformStackName),
      route: { zoneId: surroundings.zone.id, pattern: firmsRoute(surroundings.zone.name) },
    },
    operationId,
    writeSettings: (adoption) => stackFiles.writePlatform(surroundings.automationUrl, found.name, adoption),
    prepare: () => storeSecrets(options),
    onEvent: recordResourceSteps(timeline, showLatest, nowMs),
  });
}

/**
 * Pulumi encrypts the secrets into the stack file, once for each set of values. Each needs a process of its own,
 * because only the standard input of a command is hidden from other users of the machine.
 */
async function storeSecrets(options: PlatformDeployerOptions): Promise<void> {
  const { home, command, stackFiles } = options;
  const { secrets } = options.surroundings;
  const marker = join(home.workspace, 'platform-secret.sha256');
  const digest = createHash('sha256').update(JSON.stringify(secrets)).digest('hex');
  if ((await stackFiles.hasPlatformSecrets()) && (await readTextFile(marker)) === digest) return;
  for (const [name, input] of Object.entries(secrets)) {
    const args = ['config', 'set', '--secret', `${projectName}:${name}`, '--stack', platformStackName];
    const result = await runPulumi(command, args, { input });
    if (result.exitCode !== 0) {
      throw new Error(`the platform's ${name} could not be stored: ${result.stderr.trim()}`);
    }
  }
  await writeFileIfChanged(marker, digest, 0o600);
}
