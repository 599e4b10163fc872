import * as restate from '@restatedev/restate-sdk';
import * as v from 'valibot';
import { attemptDurably, toEnding } from '../durable/attempts.ts';
import { longRunning } from '../durable/long-running.ts';
import type { DeploymentAttempt, DeploymentProgress, PlatformDeployer } from './platform-deployer.ts';

/** Name of the Virtual Object in Restate; its key is the name of the platform's stack. */
export const platformObjectName = 'platform';

const deployRequest = v.strictObject({
  /** Digest of the platform that is wanted; see `WantedPlatform`. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex')),
});

/** A platform that stands as it was wanted. */
export interface DeployedPlatform {
  readonly digest: string;
  /** Id of the registry's D1 database. */
  readonly databaseId: string;
}

/** How a deployment ended; Restate keeps it as the answer of the invocation. */
export type DeploymentEnd = DeploymentProgress &
  (
    | {
        readonly status: 'succeeded';
        readonly platform: DeployedPlatform;
        readonly changes: Readonly<Record<string, number>>;
      }
    | { readonly status: 'failed' | 'stalled'; readonly reason: string }
  );

/** What is known of the platform's deployments. */
export interface PlatformStatus {
  /** Absent while it was never deployed, is being deployed, or could not be deployed the last time. */
  readonly deployed?: DeployedPlatform;
  /** How many deployments have ended. */
  readonly endings: number;
}

/** The object's handlers and what they take, for those who send to it. */
export type PlatformObject = ReturnType<typeof createPlatformObject>;

export interface PlatformObjectOptions {
  readonly deploy: PlatformDeployer;
  /** Waits before the second and every further attempt, in milliseconds: one attempt more than waits. */
  readonly retryDelaysMs?: readonly number[];
}

/** A service waits for it when it starts, so it gives up sooner than an operation on an account. */
const defaultRetryDelaysMs = [500, 2_000, 5_000];

/**
 * The platform's deployments: one at a time however many services ask, each to its end whatever dies meanwhile.
 */
export function createPlatformObject(options: PlatformObjectOptions) {
  return restate.object({
    name: platformObjectName,
    handlers: {
      deploy: restate.handlers.object.exclusive(
        longRunning,
        async (context: restate.ObjectContext, input: { readonly digest: string }) => {
          const request = v.safeParse(deployRequest, input);
          if (!request.success) {
            const errorCode = 400;
            throw new restate.TerminalError('the request must name the digest of a platform', { errorCode });
          }
          // Whatever stood until now no longer stands as it was wanted once this has begun.
          context.clear('deployed');
          const end = await runDeployment(context, options, request.output.digest);
          if (end.status === 'succeeded') context.set('deployed', end.platform);
          context.set('endings', ((await context.get<number>('endings')) ?? 0) + 1);
          return end;
        },
      ),
      status: restate.handlers.object.shared(
        async (context: restate.ObjectSharedContext): Promise<PlatformStatus> => {
          const deployed = await context.get<DeployedPlatform>('deployed');
          const endings = (await context.get<number>('endings')) ?? 0;
          return deployed === null ? { endings } : { deployed, endings };
        },
      ),
    },
  });
}

async function runDeployment(
  context: restate.ObjectContext,
  options: PlatformObjectOptions,
  digest: string,
): Promise<DeploymentEnd> {
  const endings = (await context.get<number>('endings')) ?? 0;
  const request = { digest, operationId: `platform-${digest.slice(0, 16)}-${endings}` };
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
  return { ...progress, status: 'succeeded', platform: { digest, databaseId }, changes };
}
