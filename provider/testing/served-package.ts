import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { ApiCall, PackageName } from '../engine/serve.ts';
import { serveProviders } from '../engine/serve.ts';
import { type FakeCloudflare, startFakeCloudflare } from './fake-cloudflare.ts';
import { type FakeRegistry, startFakeRegistry } from './fake-registry.ts';
import { connectProvider, type ProviderClient } from './provider-client.ts';

/** A Cloudflare account of tests. */
export const account = 'a'.repeat(32);

/** A stack of tests. */
export const stack = 'acc-00000000000000000000000000';

/** One served package with a fake Cloudflare and a fake platform behind it. */
export interface ServedPackage {
  readonly cloudflare: FakeCloudflare;
  readonly platform: FakeRegistry;
  readonly client: ProviderClient;
  readonly port: number;
  readonly apiCalls: ApiCall[];
}

/** Serves a package for the tests of a file; the lists of calls are empty before each. */
export function servePackage(name: PackageName, retriesMax = 2): ServedPackage {
  const served = {} as { -readonly [key in keyof ServedPackage]: ServedPackage[key] };
  const apiCalls: ApiCall[] = [];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const [cloudflare, platform] = await Promise.all([startFakeCloudflare(), startFakeRegistry()]);
    const providers = await serveProviders({
      cloudflare: { baseUrl: cloudflare.baseUrl, apiToken: 't'.repeat(40) },
      platform,
      onApiCall: (call) => apiCalls.push(call),
      packages: [name],
      retriesMax,
    });
    const port = providers.ports[name] ?? 0;
    const client = connectProvider(port, stack);
    Object.assign(served, { cloudflare, platform, client, port, apiCalls });
    close = async () => {
      client.close();
      await providers.close();
      await Promise.all([cloudflare.close(), platform.close()]);
    };
  });
  beforeEach(() => {
    apiCalls.length = 0;
    served.cloudflare.calls.length = 0;
    served.cloudflare.faults.length = 0;
    served.platform.requests.length = 0;
    served.platform.faults.length = 0;
  });
  afterAll(() => close());
  return served;
}
