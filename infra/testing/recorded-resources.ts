import * as pulumi from '@pulumi/pulumi';
import type { RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb.js';
import { disconnect, getMonitor } from '@pulumi/pulumi/runtime/settings.js';

/** A resource that the program registered. */
export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
  /** Last part of the parent's URN: its name. */
  readonly parent: string | undefined;
  readonly options: RecordedOptions;
}

export interface RecordedOptions {
  readonly protect: boolean | undefined;
  readonly retainOnDelete: boolean | undefined;
  readonly deleteBeforeReplace: boolean;
  readonly replaceOnChanges: readonly string[];
  /** Names of the resources that it depends on. */
  readonly dependsOn: readonly string[];
  readonly importId: string;
  readonly createTimeout: string | undefined;
}

const uuid = '149f0c1b-88ba-4377-8f1b-7812ed11a998';

/**
 * Runs Pulumi with mocks: resources exist at once, with plausible outputs.
 *
 * Must be called before the program creates anything.
 *
 * @returns The resources registered so far, by logical name.
 */
export async function recordResources(stack: string): Promise<ReadonlyMap<string, RecordedResource>> {
  const recorded = new Map<string, RecordedResource>();
  const requests = new Map<string, RegisterResourceRequest>();
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        const request = requests.get(name);
        if (request === undefined) throw new Error(`${name} was not registered`);
        recorded.set(name, {
          type,
          name,
          inputs: inputs as Record<string, unknown>,
          ...toRecord(request),
        });
        const latest = type === 'freehold:index:DatabaseMigrations' ? { latest: '0001_initial' } : {};
        return { id: uuid, state: { ...inputs, ...latest } };
      },
      call: ({ token }) => {
        throw new Error(`the program calls ${token}, which the tests do not expect`);
      },
    },
    'factory',
    stack,
    false,
  );
  // Mocks receive the inputs of a resource but not its options, which only the request has.
  const monitor = getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    requests.set(request.getName(), request);
    register(request, callback);
  };
  return recorded;
}

interface Monitor {
  registerResource(request: RegisterResourceRequest, callback: unknown): void;
}

function toRecord(request: RegisterResourceRequest): Pick<RecordedResource, 'parent' | 'options'> {
  return {
    parent: nameOf(request.getParent()) || undefined,
    options: {
      protect: request.getProtect(),
      retainOnDelete: request.getRetainondelete(),
      deleteBeforeReplace: request.getDeletebeforereplace(),
      replaceOnChanges: request.getReplaceonchangesList(),
      dependsOn: request.getDependenciesList().map(nameOf),
      importId: request.getImportid(),
      createTimeout: request.getCustomtimeouts()?.getCreate(),
    },
  };
}

function nameOf(urn: string): string {
  return urn.split('::').at(-1) ?? '';
}

/** Waits until the program has registered all resources; afterwards it cannot register any. */
export function settleProgram(): Promise<void> {
  return disconnect();
}

/** The value of an output, once it is known. */
export function resolveOutput<Value>(output: pulumi.Output<Value>): Promise<Value> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

/** The id that every mocked resource has. */
export const mockedId = uuid;
