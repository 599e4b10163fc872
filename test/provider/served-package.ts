import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startTestCloud, type TestCloud, testConfig } from '../../local/testing.ts';
import type { ApiCall, PackageName } from '../../provider/engine/serve.ts';
import { serveProviders } from '../../provider/engine/serve.ts';
import { connectProvider, type ProviderClient } from '../../provider/testing/provider-client.ts';
import { type RecordedRequest, startRecordingProxy } from './recording-proxy.ts';

const config = testConfig();

/** The account of the local cloud. */
export const account = config.accountId;

/** A stack of tests. */
export const stack = 'acc-00000000000000000000000000';

/** One served package with a local cloud. */
export interface ServedPackage {
  readonly cloud: TestCloud;
  /** Base URL at which the package calls the API. */
  readonly baseUrl: string;
  /** Calls to the API as they were sent. */
  readonly calls: readonly RecordedRequest[];
  /** Calls to the API as the package reports them. */
  readonly apiCalls: readonly ApiCall[];
  readonly client: ProviderClient;
  readonly port: number;
  /** Forgets all calls so far. */
  forgetCalls(): void;
}

/** Serves a package for the tests of a file. Each test starts without calls and without faults. */
export function servePackage(name: PackageName, retriesMax = 2): ServedPackage {
  const served = {} as { -readonly [key in keyof ServedPackage]: ServedPackage[key] };
  let close: () => Promise<void>;

  beforeAll(async () => {
    const cloud = await startTestCloud(config);
    const { origin, pathname } = new URL(cloud.cloudflareApi);
    const proxy = await startRecordingProxy(origin);
    const apiCalls: ApiCall[] = [];
    const baseUrl = proxy.origin + pathname;
    const providers = await serveProviders({
      cloudflare: { baseUrl, apiToken: config.apiToken },
      onApiCall: (call) => apiCalls.push(call),
      packages: [name],
      retriesMax,
    });
    const port = providers.ports[name] ?? 0;
    const client = connectProvider(port, stack);
    Object.assign(served, {
      ...{ cloud, baseUrl, calls: proxy.requests, apiCalls, client, port },
      forgetCalls: () => {
        proxy.requests.length = 0;
        apiCalls.length = 0;
      },
    } satisfies ServedPackage);
    close = async () => {
      client.close();
      await providers.close();
      await proxy.close();
      await cloud.remove();
    };
  });
  beforeEach(async () => {
    served.forgetCalls();
    await served.cloud.clearFaults();
  });
  afterAll(() => close());
  return served;
}
