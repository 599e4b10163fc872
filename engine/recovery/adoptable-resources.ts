import type { AccountResources } from './account-resources.ts';

/** How to find the resources of a stack in Cloudflare without its state. */
export interface StackNames {
  /** Name of its database, bucket and Worker. */
  readonly physicalName: string;
  /** The route that leads to its Worker. Default: no route. */
  readonly route?: { readonly zoneId: string; readonly pattern: string };
}

/**
 * Resources that exist in Cloudflare but are missing in the stack's state, as settings of the stack: its next `up`
 * imports them.
 */
export interface Adoption {
  readonly adoptDatabaseId?: string;
  readonly adoptBucket?: true;
  readonly adoptRouteId?: string;
}

/**
 * A type of resource that Cloudflare refuses to create twice: when the record of a create is lost, the resource must be
 * found and adopted.
 */
interface AdoptableResource {
  /** Pulumi's token of the type. */
  readonly type: string;
  /** Looks for the stack's resource of this type; the result is empty when it does not exist. */
  find(resources: AccountResources, names: StackNames): Promise<Adoption>;
}

/**
 * All such types. Every other resource is created by a request that is safe to repeat: scripts, custom domains and cron
 * triggers by a PUT under their own name, the workers.dev switch by a POST that sets it, migrations and registration by
 * rows that are written once.
 */
const adoptableResources: readonly AdoptableResource[] = [
  {
    type: 'cloudflare:index/d1Database:D1Database',
    async find(resources, { physicalName }) {
      const adoptDatabaseId = await resources.findDatabaseId(physicalName);
      return adoptDatabaseId === undefined ? {} : { adoptDatabaseId };
    },
  },
  {
    type: 'cloudflare:index/r2Bucket:R2Bucket',
    async find(resources, { physicalName }) {
      return (await resources.bucketExists(physicalName)) ? { adoptBucket: true } : {};
    },
  },
  {
    type: 'cloudflare:index/workersRoute:WorkersRoute',
    async find(resources, { physicalName, route }) {
      if (route === undefined) return {};
      const adoptRouteId = await resources.findRouteId({ ...route, script: physicalName });
      return adoptRouteId === undefined ? {} : { adoptRouteId };
    },
  },
];

/**
 * Finds what an update created without recording it.
 *
 * @param knownTypes Types of the resources in the stack's state; these are not searched for.
 * @throws The API's error when it cannot be reached.
 */
export async function findAdoption(
  resources: AccountResources,
  names: StackNames,
  knownTypes: readonly string[],
): Promise<Adoption> {
  const lost = adoptableResources.filter(({ type }) => !knownTypes.includes(type));
  const found = await Promise.all(lost.map((resource) => resource.find(resources, names)));
  return Object.assign({}, ...found) as Adoption;
}
