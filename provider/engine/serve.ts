import { Server } from '@grpc/grpc-js';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb.js';
import { bindToLoopback } from '../../system/loopback-grpc.ts';
import {
  type ApiSettings,
  createCloudflareApi,
  defaultBaseUrl,
  defaultRetriesMax,
} from '../api/cloudflare-api.ts';
import { defaultPlatformRetriesMax, openPlatformApi } from '../api/platform-api.ts';
import { Connections } from './connections.ts';
import type { ApiCall } from './operation-context.ts';
import { type PackageName, packageNames, resourceTypesOf } from './packages.ts';
import { createResourceProvider } from './resource-provider.ts';

export type { ApiCall } from './operation-context.ts';
export type { PackageName } from './packages.ts';

/** Messages of the engine can contain whole states. */
const messageBytesMax = 400 * 1024 * 1024;

export interface ServeOptions {
  /**
   * Used where a stack's config names no `apiToken` or `baseUrl`. Default: Cloudflare itself, without a
   * token.
   */
  readonly cloudflare?: { readonly baseUrl?: string; readonly apiToken?: string };
  /** The platform that accounts are registered at. Default: none; a registration then fails. */
  readonly platform?: { readonly url: string; readonly secret: string } | undefined;
  /** Called after each HTTP attempt at Cloudflare's API. */
  readonly onApiCall?: (call: ApiCall) => void;
  /** Called when an engine cancels, after its calls were cancelled. */
  readonly onCancel?: () => void;
  /** Retries of a failing call. Default: 10 for Cloudflare, like its plugin, and 6 for the platform. */
  readonly retriesMax?: number;
  /** Packages to serve. Default: both. */
  readonly packages?: readonly PackageName[];
}

/** Providers that are served on loopback. */
export interface ServedProviders {
  /**
   * Port of each package. They cannot share one, because most requests of the engine do not name the package.
   */
  readonly ports: { readonly [name in PackageName]?: number };
  /** The value of `PULUMI_DEBUG_PROVIDERS` with which an engine uses them. */
  readonly debugProviders: string;
  /** Waits for running requests, then closes. */
  close(): Promise<void>;
}

/**
 * Serves the packages `cloudflare` and `freehold` to any number of engines at once.
 *
 * Each connection of an engine has its own configuration, so stacks of different Cloudflare accounts may
 * share a server.
 */
export async function serveProviders(options: ServeOptions = {}): Promise<ServedProviders> {
  const settings: ApiSettings = {
    baseUrl: options.cloudflare?.baseUrl?.replace(/\/+$/, '') || defaultBaseUrl,
    apiToken: options.cloudflare?.apiToken ?? '',
    retriesMax: options.retriesMax ?? defaultRetriesMax,
  };
  const platform = openPlatformApi({
    url: options.platform?.url ?? '',
    secret: options.platform?.secret ?? '',
    retriesMax: options.retriesMax ?? defaultPlatformRetriesMax,
  });
  const names = options.packages ?? packageNames;
  const served = await Promise.all(
    names.map(async (name) => {
      const connections = new Connections(name, settings, (merged) =>
        createCloudflareApi(merged, options.onApiCall ?? (() => undefined)),
      );
      const server = new Server({
        'grpc.max_receive_message_length': messageBytesMax,
        'grpc.max_send_message_length': messageBytesMax,
      });
      const provider = createResourceProvider(
        name,
        resourceTypesOf(name, platform),
        connections,
        options.onCancel ?? (() => undefined),
      );
      server.addService(ResourceProviderService, provider);
      return { name, server, port: await bindToLoopback(server) };
    }),
  );
  return {
    ports: Object.fromEntries(served.map(({ name, port }) => [name, port])),
    debugProviders: served.map(({ name, port }) => `${name}:${port}`).join(','),
    close: async () => {
      await Promise.all(served.map(({ server }) => close(server)));
    },
  };
}

/** Time limit for running requests when the server closes. */
const closeTimeoutMs = 10_000;

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A killed engine leaves its connection half open, which would keep the server open forever.
    const timer = setTimeout(() => server.forceShutdown(), closeTimeoutMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
