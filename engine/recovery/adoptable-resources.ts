import type { AccountResources } from './account-resources.ts';

/** How the resources of a stack are found in Cloudflare without its state. */
export interface StackNames {
  /** Name of its database, bucket and Worker. */
  readonly physicalName: string;
  /** The route that leads to its Worker. Default: it has none. */
  readonly route?: { readonly zoneId: string; readonly pattern: string };
}

/**
 * Resources that exist in Cloudflare although the stack's state does not know them, as settings of the stack: its next
 * `up` imports them.
 */
export interface Adoption {
  readonly adoptDatabaseId?: string;
  readonly adoptBucket?: true;
  readonly adoptRouteId?: string;
}

/** A type of resource whose second create Cloudflare refuses, so that one that was lost must be found and adopted. */
interface AdoptableResource {
  /** Pulumi's token of the type. */
  readonly type: string;
  /** Looks for the stack's resource of the type; empty when there is none. */
  find(resources: AccountResources, names: StackNames): Promise<Adoption>;
}

/**
 * All such types. Every other resource is created by a request that may be repeated: scripts, custom domains and cron
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
 * Finds what an update created and could not record.
 *
 * @param knownTypes Types of the resources in the stack's state: what it knows is not looked for.
 * @throws What the API answers when it cannot be asked.
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
