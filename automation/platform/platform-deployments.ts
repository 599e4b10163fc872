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

/** The platform as it is, and what had to be done for it. */
export interface EnsuredPlatform {
  readonly platform: DeployedPlatform;
  /** Number of resources by what was done with them; undefined when the platform was deployed already. */
  readonly changes: Readonly<Record<string, number>> | undefined;
  /** Why the last deployment did not succeed, if it did not. */
  readonly lastFailure: string | undefined;
}

/** Asks for deployments of the platform and tells how they are. A deployment is a durable operation of Restate. */
export interface PlatformDeployments {
  status(): Promise<PlatformStatus>;
  /**
   * Asks for a deployment. Services that ask for the same at the same time get one.
   *
   * @returns How many deployments have ended before it: it has ended itself once there are more.
   */
  request(release: string): Promise<{ readonly endingsBefore: number }>;
  /**
   * Deploys the platform if there is none, or if the addresses and secrets of this service are no longer those that it
   * was deployed with. A platform that is deployed keeps its release.
   *
   * @param firstRelease What is deployed when no deployment has succeeded yet.
   * @throws With the reason when the platform cannot be deployed.
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

/** The longest that a deployment is waited for; it is bounded itself and ends long before. */
const waitMax = { hours: 2 };

/** Opens the platform's deployments. */
export function openPlatformDeployments(options: PlatformDeploymentsOptions): PlatformDeployments {
  const { digestOf, key = platformStackName } = options;
  const { url, fetch } = options.ingress;
  // Waiting is repeated when a connection breaks or takes too long; a request with its key is the same one again.
  const ingress = connect({ url, fetch, retry: { maxAttempts: false, maxDuration: waitMax } });
  const object = { name: platformObjectName } as const;
  const status = async () => ingress.objectClient<PlatformObject>(object, key).status();
  const send = (request: DeploymentRequest, endings: number) =>
    ingress
      .objectSendClient<PlatformObject>(object, key)
      .deploy(request, rpc.sendOpts({ idempotencyKey: `${request.digest}-${endings}` }));

  return {
    status,
    async request(release) {
      const { endings } = await status();
      await send({ release, digest: digestOf(release) }, endings);
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
      const end = await ingress.result(await send({ release, digest }, endings));
      if (end.status !== 'succeeded') throw new Error(`the platform cannot be deployed: ${end.reason}`);
      return { platform: end.platform, changes: end.changes, lastFailure: undefined };
    },
  };
}
