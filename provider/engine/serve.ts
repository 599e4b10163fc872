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

/** Messages of the engine may hold whole states. */
const messageBytesMax = 400 * 1024 * 1024;

export interface ServeOptions {
  /**
   * Used where a stack's config names no `apiToken` or `baseUrl`. Default: Cloudflare itself, without a
   * token.
   */
  readonly cloudflare?: { readonly baseUrl?: string; readonly apiToken?: string };
  /** The platform that accounts are registered at. Default: none, so that a registration fails. */
  readonly platform?: { readonly url: string; readonly secret: string } | undefined;
  /** Told of each HTTP attempt at Cloudflare's API, with its stack. Default: nobody is. */
  readonly onApiCall?: (call: ApiCall) => void;
  /** Told when an engine cancels; the calls of that engine have been told to end. Default: nobody is. */
  readonly onCancel?: () => void;
  /** Further attempts at a failing call. Default 10 at Cloudflare, as its plugin makes, and 6 at the platform. */
  readonly retriesMax?: number;
  /** Packages to serve. Default: both. */
  readonly packages?: readonly PackageName[];
}

/** Providers that are being served on loopback. */
export interface ServedProviders {
  /**
   * Port of each package. They cannot share one, as most requests of the engine do not say which package they
   * mean.
   */
  readonly ports: { readonly [name in PackageName]?: number };
  /** The value of `PULUMI_DEBUG_PROVIDERS` that makes an engine use them. */
  readonly debugProviders: string;
  /** Lets requests under way end, then closes. */
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

/** How long requests under way may take to end when the server closes. */
const closeTimeoutMs = 10_000;

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An engine that was killed leaves its connection half open, and that would keep the server for ever.
    const timer = setTimeout(() => server.forceShutdown(), closeTimeoutMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
