import { APIError } from 'cloudflare/error';
import pLimit from 'p-limit';
import type { CloudflareAccess } from '../workspace/shell-environment.ts';

/**
 * What the service itself reads and deletes in Cloudflare, in addition to Pulumi. Methods throw the SDK's `APIError`,
 * with its status, when the API refuses, or is still unreachable after some attempts.
 */
export interface AccountResources {
  /** Id of the database with exactly this name. */
  findDatabaseId(name: string): Promise<string | undefined>;
  bucketExists(name: string): Promise<boolean>;
  /** Id of the route of a zone with exactly this pattern that leads to exactly this Worker. */
  findRouteId(route: {
    readonly zoneId: string;
    readonly pattern: string;
    readonly script: string;
  }): Promise<string | undefined>;
  /** Deletes every object of a bucket and returns their number. A missing bucket counts as empty. */
  emptyBucket(name: string): Promise<number>;
  /**
   * Deletes everything that still has an account's physical name: the hosts of its Worker, the Worker, the empty
   * bucket, the database. Returns a description of each deleted resource.
   */
  deleteRemains(name: string): Promise<readonly string[]>;
}

const jurisdiction = { 'cf-r2-jurisdiction': 'eu' } as const;

/** Largest number of concurrent deletes: the API allows 1,200 calls in 5 minutes in all. */
const deletesAtOnceMax = 4;

/**
 * Opens the v4 API for one account.
 *
 * @param onApiCall Called for every HTTP request, to count the calls of an operation.
 */
export function openAccountResources(access: CloudflareAccess, onApiCall: () => void): AccountResources {
  // Loaded on first use: most operations need none of it.
  let loaded: ReturnType<typeof connect> | undefined;
  const open = () => {
    loaded ??= connect(access, onApiCall);
    return loaded;
  };
  const account = { account_id: access.accountId };

  const findDatabaseId = async (name: string): Promise<string | undefined> => {
    const client = await open();
    // The API's filter returns every name that contains the text.
    for await (const database of client.d1.database.list({ ...account, name })) {
      if (database.name === name) return database.uuid;
    }
    return undefined;
  };

  return {
    findDatabaseId,
    async bucketExists(name) {
      const client = await open();
      try {
        await client.r2.buckets.get(name, { ...account, ...jurisdiction });
        return true;
      } catch (error) {
        if (isNotFound(error)) return false;
        throw error;
      }
    },
    async findRouteId({ zoneId, pattern, script }) {
      const client = await open();
      for await (const route of client.workers.routes.list({ zone_id: zoneId })) {
        if (route.pattern === pattern && route.script === script) return route.id;
      }
      return undefined;
    },
    async emptyBucket(name) {
      const client = await open();
      let deleted = 0;
      try {
        for (;;) {
          // Always the first page: the listed objects are deleted before the next request, so a cursor would skip some.
          const page = await client.r2.buckets.objects.list(name, { ...account, ...jurisdiction });
          const keys = page.result.flatMap(({ key }) => (key === undefined ? [] : [key]));
          if (keys.length === 0) return deleted;
          await pLimit(deletesAtOnceMax).map(keys, (key) =>
            client.r2.buckets.objects.delete(key, { ...account, bucket_name: name, ...jurisdiction }),
          );
          deleted += keys.length;
        }
      } catch (error) {
        if (isNotFound(error)) return deleted;
        throw error;
      }
    },
    async deleteRemains(name) {
      const client = await open();
      const deleted: string[] = [];
      for await (const { id, hostname } of client.workers.domains.list({ ...account, service: name })) {
        if (id !== undefined && (await isDeleted(client.workers.domains.delete(id, account))))
          deleted.push(`host ${hostname}`);
      }
      if (await isDeleted(client.workers.scripts.delete(name, { ...account, force: true })))
        deleted.push('Worker');
      if (await isDeleted(client.r2.buckets.delete(name, { ...account, ...jurisdiction })))
        deleted.push('bucket');
      const databaseId = await findDatabaseId(name);
      if (databaseId !== undefined && (await isDeleted(client.d1.database.delete(databaseId, account))))
        deleted.push('database');
      return deleted;
    },
  };
}

/** Whether a resource was deleted; false when it did not exist. */
async function isDeleted(request: PromiseLike<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

async function connect(access: CloudflareAccess, onApiCall: () => void) {
  const [
    { createClient },
    { BaseDatabase },
    { BaseBuckets },
    { BaseObjects },
    { BaseScripts },
    { BaseDomains },
    { BaseRoutes },
  ] = await Promise.all([
    import('cloudflare/tree-shakable'),
    import('cloudflare/resources/d1/database/database'),
    import('cloudflare/resources/r2/buckets/buckets'),
    import('cloudflare/resources/r2/buckets/objects'),
    import('cloudflare/resources/workers/scripts/scripts'),
    import('cloudflare/resources/workers/domains'),
    import('cloudflare/resources/workers/routes'),
  ]);
  return createClient({
    resources: [BaseDatabase, BaseBuckets, BaseObjects, BaseScripts, BaseDomains, BaseRoutes],
    apiToken: access.apiToken,
    apiEmail: null,
    apiKey: null,
    userServiceKey: null,
    baseURL: access.baseUrl,
    maxRetries: 3,
    timeout: 30_000,
    logLevel: 'off',
    fetch: (input, init) => {
      onApiCall();
      return fetch(input, init);
    },
  });
}

function isNotFound(error: unknown): boolean {
  return error instanceof APIError && error.status === 404;
}
