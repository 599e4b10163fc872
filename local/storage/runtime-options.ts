import { readFileSync } from 'node:fs';
import type { Group } from './group.ts';
import type {
  ModuleType,
  RuntimeOptions,
  WorkerBindings,
  WorkerCode,
  WorkerOptions,
} from './miniflare-options.ts';
import type { Binding, ModuleRecord, ScriptRecord } from './records.ts';
import type { Registry } from './registry.ts';
import { bindingTarget, bucketId, type ResourceKey } from './resource-key.ts';
import type { StorageKind, Volumes } from './volumes.ts';

/** Name of the gateway Worker. Script names cannot start with a dot, so there is no conflict. */
export const gatewayName = '.gateway';

const gatewaySource = readFileSync(new URL('./gateway.worker.js', import.meta.url), 'utf8');
const gatewayCompatibilityDate = '2026-07-28';

/** Cloudflare's default for a script uploaded without a compatibility date. */
const oldestCompatibilityDate = '2021-11-02';

/** Destination of Workers' outbound requests: the egress server. */
export interface Egress {
  /** `host:port` on the loopback interface. */
  readonly address: string;
  readonly secret: string;
}

/** Options that all workerd processes of the cloud share. */
export interface RuntimeContext {
  readonly registry: Registry;
  readonly volumes: Volumes;
  readonly egress: Egress;
  readonly gatewaySecret: string;
  /** Whether each process opens an inspector port on the loopback interface. */
  readonly inspect: boolean;
}

/**
 * Converts a group of resources to the options of a Miniflare.
 *
 * All resources of one kind in the group must already share a volume.
 */
export function toRuntimeOptions(group: Group, context: RuntimeContext): RuntimeOptions {
  const targets = new Set<string>(group.keys);
  const persist = (kind: StorageKind, records: readonly { readonly volume: string }[]): string | false => {
    const first = records[0];
    return first === undefined ? false : context.volumes.open(kind, first.volume);
  };
  return {
    // `cf: false` prevents Miniflare from fetching a sample of `request.cf` from the internet.
    cf: false,
    host: '127.0.0.1',
    port: 0,
    ...(context.inspect ? { inspectorPort: 0 } : {}),
    d1Persist: persist('d1', group.databases),
    r2Persist: persist('r2', group.buckets),
    kvPersist: persist('kv', group.namespaces),
    workers: [
      toGateway(group, context.gatewaySecret),
      ...group.scripts.map((script) => toWorker(script, targets, context)),
    ],
  };
}

function toGateway(group: Group, secret: string): WorkerOptions {
  return {
    name: gatewayName,
    modules: [{ type: 'ESModule', path: 'gateway.js', contents: gatewaySource }],
    compatibilityDate: gatewayCompatibilityDate,
    // Without it `scheduled()` on a service binding is an RPC call instead of a cron event.
    compatibilityFlags: ['service_binding_extra_handlers'],
    bindings: { GATEWAY_SECRET: secret },
    d1Databases: Object.fromEntries(group.databases.map(({ uuid }) => [`d1:${uuid}`, uuid])),
    r2Buckets: Object.fromEntries(group.buckets.map(bucketId).map((id) => [`r2:${id}`, id])),
    kvNamespaces: Object.fromEntries(group.namespaces.map(({ id }) => [`kv:${id}`, id])),
    serviceBindings: Object.fromEntries(group.scripts.map(({ name }) => [`script:${name}`, name])),
    // With `proxy` the request line has the full URL, so a Worker sees its public host and scheme.
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0, proxy: true }],
  };
}

function toWorker(
  script: ScriptRecord,
  targets: ReadonlySet<string>,
  context: RuntimeContext,
): WorkerOptions {
  const { egress } = context;
  return {
    ...toCode(script, context.registry),
    ...toBindings(script.bindings, targets),
    name: script.name,
    compatibilityDate: script.compatibilityDate === '' ? oldestCompatibilityDate : script.compatibilityDate,
    compatibilityFlags: [...script.compatibilityFlags],
    outboundService: {
      external: {
        address: egress.address,
        http: {
          // Proxy style, because the egress must know the scheme. 1 is HttpOptions_Style.PROXY, which is not imported
          // because Miniflare takes 0.3 s to load.
          style: 1,
          injectRequestHeaders: [{ name: 'x-freehold-egress', value: egress.secret }],
        },
      },
    },
  };
}

function toCode(script: ScriptRecord, registry: Registry): WorkerCode {
  const [first] = script.modules;
  if (script.mainModule === null) {
    if (first === undefined) throw new Error(`script ${script.name} has no code`);
    return { script: Buffer.from(registry.readBlob(first.sha256)).toString('utf8') };
  }
  // workerd uses the first module as the entry.
  const ordered = [...script.modules].sort(
    (left, right) => Number(right.name === script.mainModule) - Number(left.name === script.mainModule),
  );
  return {
    modules: ordered.flatMap((module) => {
      const type = moduleType(module);
      return type === undefined
        ? []
        : [{ type, path: module.name, contents: Buffer.from(registry.readBlob(module.sha256)) }];
    }),
  };
}

/** Kind of a module by its content type; undefined for parts that are not code, such as source maps. */
function moduleType(module: ModuleRecord): ModuleType | undefined {
  switch (module.contentType.split(';')[0]?.trim()) {
    case 'application/javascript+module':
      return 'ESModule';
    case 'application/javascript':
    case 'text/javascript':
      return 'CommonJS';
    case 'text/plain':
    case 'application/json':
      return 'Text';
    case 'application/wasm':
      return 'CompiledWasm';
    case 'application/source-map':
      return undefined;
    default:
      return 'Data';
  }
}

function toBindings(bindings: readonly Binding[], targets: ReadonlySet<string>): WorkerBindings {
  // A binding to a deleted resource is omitted: the Worker starts and finds it undefined.
  const live = bindings.filter((binding) => {
    const target = bindingTarget(binding);
    return target === undefined || targets.has(target);
  });
  const pick = <T>(types: readonly string[], toValue: (binding: Binding) => T): Record<string, T> =>
    Object.fromEntries(
      live.filter(({ type }) => types.includes(type)).map((one) => [one.name, toValue(one)]),
    );
  const idOf = (binding: Binding): string => (bindingTarget(binding) as ResourceKey).replace(/^[^:]+:/u, '');
  const versionMetadata = live.find(({ type }) => type === 'version_metadata')?.name;
  return {
    bindings: {
      ...pick(['plain_text', 'secret_text'], (binding) => String(binding.text)),
      ...pick(['json'], (binding) => toJson(binding.json)),
    },
    d1Databases: pick(['d1'], idOf),
    r2Buckets: pick(['r2_bucket'], idOf),
    kvNamespaces: pick(['kv_namespace'], idOf),
    serviceBindings: pick(['service'], (binding) => ({
      name: String(binding.service),
      ...(typeof binding.entrypoint === 'string' ? { entrypoint: binding.entrypoint } : {}),
    })),
    ratelimits: pick(['ratelimit'], (binding) => ({
      namespace_id: String(binding.namespace_id),
      simple: binding.simple,
    })),
    analyticsEngineDatasets: pick(['analytics_engine'], (binding) => ({ dataset: String(binding.dataset) })),
    ...(versionMetadata === undefined ? {} : { versionMetadata }),
  };
}

/** The value of a `json` binding, which some clients send as text. */
function toJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** Binding types that the local cloud supports. */
export const supportedBindingTypes: ReadonlySet<string> = new Set([
  'd1',
  'r2_bucket',
  'kv_namespace',
  'service',
  'plain_text',
  'secret_text',
  'json',
  'ratelimit',
  'analytics_engine',
  'version_metadata',
]);
