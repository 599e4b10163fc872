import * as restate from '@restatedev/restate-sdk';
import * as v from 'valibot';
import { attemptDurably, toEnding } from '../durable/attempts.ts';
import { longRunning } from '../durable/long-running.ts';
import { releaseName } from '../releases/release-name.ts';
import type {
  DeploymentAttempt,
  DeploymentProgress,
  DeploymentRequest,
  PlatformDeployer,
} from './platform-deployer.ts';

/** Name of the Virtual Object in Restate; its key is the name of the platform's stack. */
export const platformObjectName = 'platform';

const deployRequest = v.strictObject({
  release: releaseName,
  /** Digest of the requested platform; see `digestPlatform`. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex')),
});

/** The platform after the last successful deployment. */
export interface DeployedPlatform extends DeploymentRequest {
  /** Id of the registry's D1 database. */
  readonly databaseId: string;
}

/** How a deployment ended; Restate stores it as the result of the invocation. */
export type DeploymentEnd = DeploymentProgress &
  (
    | {
        readonly status: 'succeeded';
        readonly platform: DeployedPlatform;
        readonly changes: Readonly<Record<string, number>>;
      }
    | { readonly status: 'failed' | 'stalled'; readonly reason: string }
  );

/** How the last deployment ended. */
export interface LastDeployment extends DeploymentRequest {
  readonly status: DeploymentEnd['status'];
  /** Number of resources by the kind of change, after a success. */
  readonly changes?: Readonly<Record<string, number>>;
  /** Why it failed. */
  readonly reason?: string;
}

/** Status of the platform's deployments. */
export interface PlatformStatus {
  /** Absent until a deployment has succeeded. A later failed deployment may have replaced parts of it. */
  readonly deployed?: DeployedPlatform;
  /** The active deployment. */
  readonly running?: DeploymentRequest;
  readonly last?: LastDeployment;
  /** How many deployments have ended. */
  readonly endings: number;
}

/** The object's handlers and their inputs, for its callers. */
export type PlatformObject = ReturnType<typeof createPlatformObject>;

export interface PlatformObjectOptions {
  readonly deploy: PlatformDeployer;
  /** Delays before the second and each later attempt, in milliseconds. The number of attempts is one more. */
  readonly retryDelaysMs?: readonly number[];
}

/** Shorter than for an operation on an account, because a starting service waits for it. */
const defaultRetryDelaysMs = [500, 2_000, 5_000];

/**
 * The platform's deployments: one at a time, even when several services request one, and each completed after any
 * crash.
 */
export function createPlatformObject(options: PlatformObjectOptions) {
  return restate.object({
    name: platformObjectName,
    handlers: {
      deploy: restate.handlers.object.exclusive(
        longRunning,
        async (context: restate.ObjectContext, input: DeploymentRequest): Promise<DeploymentEnd> => {
          const request = v.safeParse(deployRequest, input);
          if (!request.success) {
            const errorCode = 400;
            throw new restate.TerminalError('the request must name a release and the digest of a platform', {
              errorCode,
            });
          }
          context.set('running', request.output);
          const end = await runDeployment(context, options, request.output);
          if (end.status === 'succeeded') context.set('deployed', end.platform);
          context.set('last', toLast(request.output, end));
          context.set('endings', ((await context.get<number>('endings')) ?? 0) + 1);
          context.clear('running');
          return end;
        },
      ),
      status: restate.handlers.object.shared(
        async (context: restate.ObjectSharedContext): Promise<PlatformStatus> => {
          const deployed = await context.get<DeployedPlatform>('deployed');
          const running = await context.get<DeploymentRequest>('running');
          const last = await context.get<LastDeployment>('last');
          return {
            endings: (await context.get<number>('endings')) ?? 0,
            ...(deployed !== null && { deployed }),
            ...(running !== null && { running }),
            ...(last !== null && { last }),
          };
        },
      ),
    },
  });
}

async function runDeployment(
  context: restate.ObjectContext,
  options: PlatformObjectOptions,
  { release, digest }: DeploymentRequest,
): Promise<DeploymentEnd> {
  const endings = (await context.get<number>('endings')) ?? 0;
  const request = { release, digest, operationId: `platform-${digest.slice(0, 16)}-${endings}` };
  const start: DeploymentProgress = { steps: [], apiCalls: 0 };
  const { last, attempts } = await attemptDurably<DeploymentAttempt>(
    context,
    'deploy',
    options.retryDelaysMs ?? defaultRetryDelaysMs,
    (_, previous) => options.deploy(request, previous?.progress ?? start),
  );
  const { progress } = last;
  if (last.kind === 'failed') return { ...progress, ...toEnding(last.failure, attempts) };
  const { databaseId, changes } = last;
  return { ...progress, status: 'succeeded', platform: { release, digest, databaseId }, changes };
}

function toLast({ release, digest }: DeploymentRequest, end: DeploymentEnd): LastDeployment {
  return end.status === 'succeeded'
    ? { release, digest, status: end.status, changes: end.changes }
    : { release, digest, status: end.status, reason: end.reason };
}
