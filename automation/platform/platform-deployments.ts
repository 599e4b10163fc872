import { connect, rpc } from '@restatedev/restate-sdk-clients';
import { platformStackName } from '../../schema/factory/names.ts';
import type { RestateEndpoint } from '../durable/restate-endpoint.ts';
import type { DeploymentRequest } from './platform-deployer.ts';
import {
  type DeployedPlatform,
  type PlatformObject,
  type PlatformStatus,
  platformObjectName,
} from './platform-object.ts';

/** The deployed platform, and what was done to deploy it. */
export interface EnsuredPlatform {
  readonly platform: DeployedPlatform;
  /** Number of resources by the kind of change; undefined when the platform was already deployed. */
  readonly changes: Readonly<Record<string, number>> | undefined;
  /** Why the last deployment failed, if it did. */
  readonly lastFailure: string | undefined;
}

/** Requests deployments of the platform and reads their status. A deployment is a durable operation in Restate. */
export interface PlatformDeployments {
  status(): Promise<PlatformStatus>;
  /**
   * Requests a deployment.
   *
   * @param requestId Makes it the same deployment when it is requested again.
   * @returns How many deployments have ended before it. It has ended itself when the count is higher.
   */
  request(release: string, requestId: string): Promise<{ readonly endingsBefore: number }>;
  /**
   * Deploys the platform unless it is deployed with the current addresses and secrets of this service. A deployed
   * platform keeps its release.
   *
   * @param firstRelease Release to deploy when no deployment has succeeded yet.
   * @throws The reason when the platform cannot be deployed.
   */
  ensure(firstRelease: string): Promise<EnsuredPlatform>;
}

export interface PlatformDeploymentsOptions {
  /** Ingress of Restate. */
  readonly ingress: RestateEndpoint;
  /** Digest of the platform of a release as this service deploys it; see `digestPlatform`. */
  readonly digestOf: (release: string) => string;
  /** Key of the object. Default: the name of the platform's stack. */
  readonly key?: string;
}

/** How long to wait for a deployment; it has limits of its own and ends long before. */
const waitMax = { hours: 2 };

/** Opens the platform's deployments. */
export function openPlatformDeployments(options: PlatformDeploymentsOptions): PlatformDeployments {
  const { digestOf, key = platformStackName } = options;
  const { url, fetch } = options.ingress;
  // Waits again after a broken connection or a timeout; the idempotency key makes it the same request.
  const ingress = connect({ url, fetch, retry: { maxAttempts: false, maxDuration: waitMax } });
  const object = { name: platformObjectName } as const;
  const status = async () => ingress.objectClient<PlatformObject>(object, key).status();
  const send = (request: DeploymentRequest, idempotencyKey: string) =>
    ingress.objectSendClient<PlatformObject>(object, key).deploy(request, rpc.sendOpts({ idempotencyKey }));

  return {
    status,
    async request(release, requestId) {
      const { endings } = await status();
      await send({ release, digest: digestOf(release) }, requestId);
      return { endingsBefore: endings };
    },
    async ensure(firstRelease) {
      const { deployed, last, endings } = await status();
      const release = deployed?.release ?? firstRelease;
      const digest = digestOf(release);
      const lastFailure = last?.status === 'succeeded' ? undefined : last?.reason;
      // A failed change of the addresses may have changed some of them. A failed deployment of another release is not
      // repeated: an operator asked for it, and decides again after reading why it failed.
      const isUnclear = lastFailure !== undefined && last?.release === release;
      if (deployed?.digest === digest && !isUnclear)
        return { platform: deployed, changes: undefined, lastFailure };
      // Services that start at the same time share the deployment.
      const end = await ingress.result(await send({ release, digest }, `${digest}-${endings}`));
      if (end.status !== 'succeeded') throw new Error(`the platform could not be deployed: ${end.reason}`);
      return { platform: end.platform, changes: end.changes, lastFailure: undefined };
    },
  };
}
