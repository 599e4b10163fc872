import { releaseLeftLocks } from '../../engine/recovery/clear-locks.ts';
import type { FreeholdHome } from '../../system/home/home.ts';
import { accountObjectName, createAccountObject } from '../accounts/account-object.ts';
import { loadAccountStages } from '../accounts/account-stages.ts';
import { createStackRuns } from '../accounts/stack-runs.ts';
import { createStagePerformer, type StagePerformer } from '../accounts/stage-performer.ts';
import { serveHandlers } from '../durable/handler-endpoint.ts';
import { registerHandlers } from '../durable/register-handlers.ts';
import type { Restate } from '../durable/restate.ts';
import { createPlatformDeployer } from '../platform/platform-deployer.ts';
import { createPlatformObject, platformObjectName } from '../platform/platform-object.ts';
import type { PlatformSurroundings } from '../platform/platform-surroundings.ts';
import type { ReportClient } from '../progress/report-client.ts';
import type { ServiceTools } from './open-service-tools.ts';
import type { StopSequence } from './stop-sequence.ts';

/** What the durable objects of a service need. */
export interface ServeObjectsOptions {
  readonly tools: ServiceTools;
  readonly home: FreeholdHome;
  readonly reports: ReportClient;
  /** Where people reach the platform, and through it the accounts. */
  readonly platformUrl: string;
  readonly surroundings: PlatformSurroundings;
  /** Settles when the platform is deployed. Operations on accounts wait for this, because accounts register there. */
  readonly platformDeployed: Promise<void>;
  readonly restate: Restate;
  /** Address at which Restate calls the handlers. */
  readonly port: number;
  readonly stops: StopSequence;
  /** Called with a short description of a platform deployment's progress. */
  readonly onDetail: (text: string) => void;
}

/**
 * How long runs may continue when the service stops; most need less. Longer runs are interrupted and repeated by the
 * next service.
 */
const stopGraceMs = 4_000;

/** Serves the platform's and the accounts' operations to Restate. Throws when the port is in use or Restate refuses. */
export async function serveObjects(options: ServeObjectsOptions): Promise<void> {
  const { tools, home, reports, platformUrl, platformDeployed, restate, stops } = options;
  await releaseLeftLocks(tools);
  const common = { ...tools, nowMs: Date.now };
  const perform = createStagePerformer({ ...common, reports, cutOff: tools.cutOffOperations });
  const performWhenReady: StagePerformer = async (...args) => {
    await platformDeployed;
    return perform(...args);
  };
  const objects = [
    createAccountObject({
      stages: await loadAccountStages({ ...common, reports, platformUrl, runs: createStackRuns(common) }),
      perform: performWhenReady,
      reports,
    }),
    createPlatformObject({
      deploy: createPlatformDeployer({
        ...common,
        home,
        surroundings: options.surroundings,
        onDetail: options.onDetail,
      }),
    }),
  ];
  const endpoint = await serveHandlers(objects, options.port, restate.identityKeys, tools.logger);
  await stops.add('handlers', () => endpoint.close());
  // The runs end before the handlers, and the handlers before Restate. The next service repeats what was interrupted.
  await stops.add('runs', () => tools.runner.stop(stopGraceMs));
  await registerHandlers(restate.admin, endpoint.origin, [accountObjectName, platformObjectName]);
}
