import { credentials, type ServiceError } from '@grpc/grpc-js';
import { ResourceProviderClient } from '@pulumi/pulumi/proto/provider_grpc_pb.js';
import type {
  CheckResponse,
  CreateResponse,
  DiffResponse,
  GetSchemaResponse,
  ReadResponse,
  UpdateResponse,
} from '@pulumi/pulumi/proto/provider_pb.js';
import emptyProto from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Properties } from '../engine/property-value.ts';
import { providerProto, readProperties, toStruct } from '../engine/proto.ts';

/** One connection of an engine to a provider, with plain objects instead of messages. */
export interface ProviderClient {
  configure(stack: string, config: Properties): Promise<void>;
  checkConfig(config: Properties): Promise<readonly string[]>;
  /** @returns One line for each failure: `property: reason`. */
  check(type: string, news: Properties, olds?: Properties): Promise<readonly string[]>;
  /** @returns Paths of the changes by their kind, and the properties that replace. */
  diff(
    type: string,
    olds: Properties,
    news: Properties,
  ): Promise<{ readonly changes: readonly string[]; readonly replaces: readonly string[] }>;
  create(type: string, inputs: Properties, preview?: boolean): Promise<ProviderState>;
  read(type: string, id: string, inputs?: Properties, state?: Properties): Promise<ProviderState>;
  update(
    type: string,
    id: string,
    olds: Properties,
    news: Properties,
    preview?: boolean,
  ): Promise<Properties>;
  delete(type: string, id: string, state: Properties): Promise<void>;
  schema(): Promise<string>;
  cancel(): Promise<void>;
  close(): void;
}

export interface ProviderState {
  readonly id: string;
  readonly state: Properties;
  /** Of a read. */
  readonly inputs: Properties;
}

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

/**
 * Connects to a served package.
 *
 * @param stack Stack in the URN of every request.
 */
export function connectProvider(port: number, stack: string): ProviderClient {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    // Clients of one process would share a connection, but each represents a separate engine.
    'grpc.use_local_subchannel_pool': 1,
  });
  const urnOf = (type: string) => `urn:pulumi:${stack}::factory::${type}::thing`;
  const ask = <Response>(send: (callback: Callback<Response>) => void) =>
    new Promise<Response>((resolve, reject) => {
      send((error, response) => (error ? reject(new Error(error.details)) : resolve(response)));
    });
  const toLines = (failures: { getProperty(): string; getReason(): string }[]) =>
    failures.map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);

  return {
    async configure(configuredStack, config) {
      const request = new providerProto.ConfigureRequest();
      request.setUrn(`urn:pulumi:${configuredStack}::factory::pulumi:providers:cloudflare::default`);
      request.setArgs(toStruct(config));
      await ask((callback) => client.configure(request, callback));
    },
    async checkConfig(config) {
      const request = new providerProto.CheckRequest();
      request.setNews(toStruct(config));
      return toLines(
        (await ask<CheckResponse>((callback) => client.checkConfig(request, callback))).getFailuresList(),
      );
    },
    async check(type, news, olds = {}) {
      const request = new providerProto.CheckRequest();
      request.setUrn(urnOf(type));
      request.setType(type);
      request.setNews(toStruct(news));
      request.setOlds(toStruct(olds));
      return toLines(
        (await ask<CheckResponse>((callback) => client.check(request, callback))).getFailuresList(),
      );
    },
    async diff(type, olds, news) {
      const request = new providerProto.DiffRequest();
      request.setUrn(urnOf(type));
      request.setType(type);
      request.setOldInputs(toStruct(olds));
      request.setOlds(toStruct(olds));
      request.setNews(toStruct(news));
      const response = await ask<DiffResponse>((callback) => client.diff(request, callback));
      return {
        changes: response
          .getDetaileddiffMap()
          .toArray()
          .map(([path]) => path)
          .sort(),
        replaces: response.getReplacesList(),
      };
    },
    async create(type, inputs, preview = false) {
      const request = new providerProto.CreateRequest();
      request.setUrn(urnOf(type));
      request.setType(type);
      request.setProperties(toStruct(inputs));
      request.setPreview(preview);
      const response = await ask<CreateResponse>((callback) => client.create(request, callback));
      return { id: response.getId(), state: readProperties(response.getProperties()), inputs };
    },
    async read(type, id, inputs = {}, state = inputs) {
      const request = new providerProto.ReadRequest();
      request.setUrn(urnOf(type));
      request.setType(type);
      request.setId(id);
      request.setInputs(toStruct(inputs));
      request.setProperties(toStruct(state));
      const response = await ask<ReadResponse>((callback) => client.read(request, callback));
      return {
        id: response.getId(),
        state: readProperties(response.getProperties()),
        inputs: readProperties(response.getInputs()),
      };
    },
    async update(type, id, olds, news, preview = false) {
      const request = new providerProto.UpdateRequest();
      request.setUrn(urnOf(type));
      request.setType(type);
      request.setId(id);
      request.setOldInputs(toStruct(olds));
      request.setOlds(toStruct(olds));
      request.setNews(toStruct(news));
      request.setPreview(preview);
      return readProperties(
        (await ask<UpdateResponse>((callback) => client.update(request, callback))).getProperties(),
      );
    },
    async delete(type, id, state) {
      const request = new providerProto.DeleteRequest();
      request.setUrn(urnOf(type));
      request.setType(type);
      request.setId(id);
      request.setProperties(toStruct(state));
      await ask((callback) => client.delete(request, callback));
    },
    async schema() {
      return (
        await ask<GetSchemaResponse>((callback) =>
          client.getSchema(new providerProto.GetSchemaRequest(), callback),
        )
      ).getSchema();
    },
    async cancel() {
      await ask((callback) => client.cancel(new emptyProto.Empty(), callback));
    },
    close: () => client.close(),
  };
}
