import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { IResourceProviderServer } from '@pulumi/pulumi/proto/provider_grpc_pb.js';
import type { CheckRequest, DiffRequest } from '@pulumi/pulumi/proto/provider_pb.js';
import emptyProto from 'google-protobuf/google/protobuf/empty_pb.js';
import type { CloudflareApi } from '../api/cloudflare-api.ts';
import { checkInputs } from './check-inputs.ts';
import type { Connections } from './connections.ts';
import { diffInputs } from './diff-inputs.ts';
import { runInContext, stackOf } from './operation-context.ts';
import { toPackageSchema } from './package-schema.ts';
import { type PackageName, packageVersion } from './packages.ts';
import { containsUnknown, type Properties, toPlainProperties } from './property-value.ts';
import { pluginProto, providerProto, readProperties, toDiffResponse, toFailures, toStruct } from './proto.ts';
import { checkProviderConfig, toApiSettings } from './provider-config.ts';
import { refreshInputs } from './refresh-inputs.ts';
import { toPreviewState, toRefreshedState, toState } from './resource-states.ts';
import type { ResourceType } from './resource-type.ts';
import { unary } from './unary.ts';

/** Common part of the requests about one resource. */
interface ResourceRequest {
  getUrn(): string;
  getType(): string;
}

/**
 * The gRPC service `ResourceProvider` of one package.
 *
 * @param resourceTypes The resource types of the package.
 * @param onCancel Called when an engine cancels, after its calls were cancelled.
 */
export function createResourceProvider(
  packageName: PackageName,
  resourceTypes: readonly ResourceType[],
  connections: Connections,
  onCancel: () => void,
): UntypedServiceImplementation {
  const types = new Map(resourceTypes.map((type) => [type.token, type]));

  const typeOf = (request: ResourceRequest): ResourceType => {
    // Engines from before 2025 give the type only in the URN.
    const token = request.getType() || (/::([^:$]+:[^:$]+:[^:$]+)::/.exec(request.getUrn())?.[1] ?? '');
    const type = types.get(token.split('$').at(-1) ?? '');
    if (type !== undefined) return type;
    throw new Error(
      `the package ${packageName} as Freehold serves it has no resource type ${token}; it has ${[...types.keys()].join(', ')}`,
    );
  };

  const withApi = <Result>(
    call: { getPeer(): string },
    request: ResourceRequest & { getTimeout(): number },
    work: (api: CloudflareApi) => Promise<Result>,
  ): Promise<Result> => {
    const urn = request.getUrn();
    const stack = stackOf(urn);
    const { api, signal: cancelled } = connections.find(call.getPeer(), stack);
    const timeoutSeconds = request.getTimeout();
    const signal =
      timeoutSeconds > 0
        ? AbortSignal.any([cancelled, AbortSignal.timeout(timeoutSeconds * 1000)])
        : cancelled;
    return runInContext({ stack, urn, signal }, () => work(api));
  };

  const service: Partial<IResourceProviderServer> = {
    handshake: unary(async () => {
      const response = new providerProto.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      return response;
    }),

    attach: unary(async () => new emptyProto.Empty()),

    getPluginInfo: unary(async () => {
      const response = new pluginProto.PluginInfo();
      response.setVersion(packageVersion(packageName));
      return response;
    }),

    getSchema: unary(async () => {
      const response = new providerProto.GetSchemaResponse();
      const schema = toPackageSchema(packageName, packageVersion(packageName), resourceTypes);
      response.setSchema(JSON.stringify(schema));
      return response;
    }),

    checkConfig: unary(async ({ request }: { request: CheckRequest }) => {
      const response = new providerProto.CheckResponse();
      const news = readProperties(request.getNews());
      response.setInputs(toStruct(news));
      response.setFailuresList(toFailures(checkProviderConfig(news)));
      return response;
    }),

    // A change of the token or the URL never replaces a resource.
    diffConfig: unary(async ({ request }: { request: DiffRequest }) => {
      const before = toApiSettings(readProperties(request.getOldInputs() ?? request.getOlds()));
      const after = toApiSettings(readProperties(request.getNews()));
      const changed = (['apiToken', 'baseUrl'] as const).filter((name) => before[name] !== after[name]);
      return toDiffResponse(changed.map((path) => ({ path, kind: 'update', replaces: false })));
    }),

    configure: unary(async (call) => {
      const { request } = call;
      connections.configure(
        call.getPeer(),
        stackOf(request.getUrn() ?? ''),
        toApiSettings(readProperties(request.getArgs())),
      );
      const response = new providerProto.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      return response;
    }),

    check: unary(async ({ request }) => {
      const news = readProperties(request.getNews());
      const failures = await checkInputs(typeOf(request), news, readProperties(request.getOlds()));
      const response = new providerProto.CheckResponse();
      response.setInputs(toStruct(news));
      response.setFailuresList(toFailures(failures));
      return response;
    }),

    diff: unary(async ({ request }) => {
      const olds = readProperties(request.getOldInputs() ?? request.getOlds());
      return toDiffResponse(diffInputs(typeOf(request), olds, readProperties(request.getNews())));
    }),

    create: unary(async (call) => {
      const { request } = call;
      const type = typeOf(request);
      const inputs = readProperties(request.getProperties());
      const response = new providerProto.CreateResponse();
      if (request.getPreview()) {
        response.setProperties(toStruct(toPreviewState(type, inputs, type.preview?.(knownOf(inputs)) ?? {})));
        return response;
      }
      const { id, outputs } = await withApi(call, request, (api) =>
        type.create(api, toPlainProperties(inputs)),
      );
      response.setId(id);
      response.setProperties(toStruct(toState(type, inputs, outputs)));
      return response;
    }),

    read: unary(async (call) => {
      const { request } = call;
      const type = typeOf(request);
      const state = readProperties(request.getProperties());
      const olds = readProperties(request.getInputs());
      const known = toPlainProperties({ ...state, ...olds });
      const live = await withApi(call, request, (api) =>
        type.read(api, request.getId(), pickInputs(type, known), toPlainProperties(state)),
      );
      const response = new providerProto.ReadResponse();
      if (live === undefined) return response;
      const inputs = refreshInputs(type, olds, live.inputs);
      response.setId(live.id);
      response.setInputs(toStruct(type.withSecrets?.(inputs) ?? inputs));
      response.setProperties(toStruct(toRefreshedState(type, inputs, live, state)));
      return response;
    }),

    update: unary(async (call) => {
      const { request } = call;
      const type = typeOf(request);
      const news = readProperties(request.getNews());
      const olds = toPlainProperties(readProperties(request.getOldInputs()));
      const state = toPlainProperties(readProperties(request.getOlds()));
      const response = new providerProto.UpdateResponse();
      if (request.getPreview()) {
        response.setProperties(toStruct(toPreviewState(type, news, type.preview?.(knownOf(news)) ?? {})));
        return response;
      }
      if (type.update === undefined) throw new Error(`every change of a ${type.token} replaces it`);
      const { update } = type;
      const outputs = await withApi(call, request, (api) =>
        update(api, request.getId(), toPlainProperties(news), olds, state),
      );
      response.setProperties(toStruct(toState(type, news, outputs)));
      return response;
    }),

    delete: unary(async (call) => {
      const { request } = call;
      const type = typeOf(request);
      const state = toPlainProperties(readProperties(request.getProperties()));
      const olds = toPlainProperties(readProperties(request.getOldInputs()));
      await withApi(
        call,
        request,
        async (api) =>
          await type.delete?.(api, request.getId(), pickInputs(type, { ...state, ...olds }), state),
      );
      return new emptyProto.Empty();
    }),

    cancel: unary(async (call) => {
      connections.cancel(call.getPeer());
      onCancel();
      return new emptyProto.Empty();
    }),
  };
  // gRPC answers UNIMPLEMENTED for all other methods: components, functions, mappings.
  return service as UntypedServiceImplementation;
}

function knownOf(inputs: Properties): Properties {
  return toPlainProperties(
    Object.fromEntries(Object.entries(inputs).filter(([, value]) => !containsUnknown(value))),
  );
}

function pickInputs(type: ResourceType, properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => Object.hasOwn(type.inputs, name)));
}
