import { connect, rpc } from '@restatedev/restate-sdk-clients';
import { platformStackName } from '../../schema/factory/names.ts';
import type { RestateEndpoint } from '../durable/restate-endpoint.ts';
import { type DeployedPlatform, type PlatformObject, platformObjectName } from './platform-object.ts';

/** The platform as it stands, and what had to be done for it. */
export interface EnsuredPlatform {
  readonly platform: DeployedPlatform;
  /** Number of resources by what was done with them; undefined when the platform stood already. */
  readonly changes: Readonly<Record<string, number>> | undefined;
}

/** The longest that a deployment is waited for; it is bounded itself and ends long before. */
const waitMax = { hours: 2 };

/**
 * Sees to it that the platform stands as it is wanted, and waits until it does. Services that want the same at the same
 * time deploy it once: the deployment is a durable operation, known by what is wanted and by how many came before it.
 *
 * @throws With the reason when the platform cannot be deployed.
 */
export async function ensurePlatform(
  { url, fetch }: RestateEndpoint,
  digest: string,
  key = platformStackName,
): Promise<EnsuredPlatform> {
  // Waiting is repeated when a connection breaks or takes too long; a request with its key is the same one again.
  const ingress = connect({ url, fetch, retry: { maxAttempts: false, maxDuration: waitMax } });
  const object = { name: platformObjectName } as const;
  const { deployed, endings } = await ingress.objectClient<PlatformObject>(object, key).status();
  if (deployed?.digest === digest) return { platform: deployed, changes: undefined };
  const sent = await ingress
    .objectSendClient<PlatformObject>(object, key)
    .deploy({ digest }, rpc.sendOpts({ idempotencyKey: `${digest}-${endings}` }));
  const end = await ingress.result(sent);
  if (end.status !== 'succeeded') throw new Error(`the platform cannot be deployed: ${end.reason}`);
  return { platform: end.platform, changes: end.changes };
}
