import type { CloudflareApi } from '../api/cloudflare-api.ts';
import type { Properties, PropertyValue } from './property-value.ts';

/** One input of a resource type, and what a change of it means. */
export interface InputSpec {
  readonly type: 'string' | 'boolean' | 'number' | 'array' | 'object';
  /** A sentence for the package schema. */
  readonly description: string;
  /** Creation fails without it. Default: optional. */
  readonly required?: true;
  /** A change replaces the resource. Default: a change updates it in place. */
  readonly replaces?: true;
  /** The only values allowed. Default: any of its type. */
  readonly values?: readonly string[];
  /** What the service takes it for when it is left out; so leaving it out or writing it is the same. */
  readonly default?: PropertyValue;
  /** The service does not tell it, so that a refresh keeps what the state has. */
  readonly keptOnRefresh?: true;
  /** The service chooses it when the program does not; so a refresh takes no notice of the choice. */
  readonly chosenByService?: true;
  /**
   * A change of it alone is no change of the resource: it only says where to find what another input pins.
   */
  readonly neverDiffers?: true;
}

/** The inputs of a resource type, by their camelCase name. */
export type InputSpecs = { readonly [name: string]: InputSpec };

/** An output that is no input: its type and a sentence for the package schema. */
export interface OutputSpec {
  readonly type: InputSpec['type'];
  readonly description: string;
}

type ValueOf<Spec extends InputSpec> = Spec['type'] extends 'string'
  ? string
  : Spec['type'] extends 'boolean'
    ? boolean
    : Spec['type'] extends 'number'
      ? number
      : Spec['type'] extends 'array'
        ? readonly PropertyValue[]
        : Properties;

/** The checked inputs of a resource type: required ones present, optional ones perhaps. */
export type InputsOf<Specs extends InputSpecs> = {
  readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? Name : never]: ValueOf<
    Specs[Name]
  >;
} & {
  readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? never : Name]?: ValueOf<
    Specs[Name]
  >;
};

/** A reason why inputs cannot be accepted, with the property it is about. */
export interface InputFailure {
  readonly property: string;
  readonly reason: string;
}

/** A resource as the service tells it: plain values, secrets are marked later. */
export interface LiveResource {
  readonly id: string;
  /** Every input that the service tells, whether or not a program had set it. */
  readonly inputs: { readonly [name: string]: PropertyValue | undefined };
  /** The outputs that are no inputs. */
  readonly outputs: { readonly [name: string]: PropertyValue | undefined };
}

/**
 * A kind of resource as an author writes it: its inputs and outputs as data, and the calls behind its life.
 *
 * The handlers get plain, checked values. They throw `ProviderFailure` for what can be expected to go wrong.
 */
export interface ResourceDefinition<Specs extends InputSpecs> {
  /** Pulumi's type token, such as `cloudflare:index/d1Database:D1Database`. */
  readonly token: string;
  readonly description: string;
  readonly inputs: Specs;
  readonly outputs: { readonly [name: string]: OutputSpec };
  /** Checks what the specs cannot say. Values that a preview does not know yet are absent from `news`. */
  check?(
    news: Partial<InputsOf<Specs>>,
    olds: Partial<InputsOf<Specs>>,
  ): Promise<readonly InputFailure[]> | readonly InputFailure[];
  /**
   * Outputs that can be told before the resource exists. Default: none, so that a preview calls them unknown.
   */
  preview?(news: Partial<InputsOf<Specs>>): Properties;
  create(api: CloudflareApi, inputs: InputsOf<Specs>): Promise<Omit<LiveResource, 'inputs'>>;
  /** @returns `undefined` when the service knows no such resource. */
  read(
    api: CloudflareApi,
    id: string,
    inputs: Partial<InputsOf<Specs>>,
    state: Properties,
  ): Promise<LiveResource | undefined>;
  /** @returns The outputs that are no inputs. Absent when every change replaces. */
  update?(
    api: CloudflareApi,
    id: string,
    news: InputsOf<Specs>,
    olds: Partial<InputsOf<Specs>>,
    state: Properties,
  ): Promise<LiveResource['outputs']>;
  /** Absent when the service has nothing to delete. */
  delete?(api: CloudflareApi, id: string, inputs: Partial<InputsOf<Specs>>, state: Properties): Promise<void>;
  /** Marks parts of the state as secret that the program had not marked. */
  withSecrets?(properties: Properties): Properties;
}

/** A kind of resource as the service uses it: the same for every kind. */
export interface ResourceType
  extends Omit<
    ResourceDefinition<InputSpecs>,
    'check' | 'preview' | 'create' | 'read' | 'update' | 'delete'
  > {
  check?(news: Properties, olds: Properties): Promise<readonly InputFailure[]> | readonly InputFailure[];
  preview?(news: Properties): Properties;
  create(api: CloudflareApi, inputs: Properties): Promise<Omit<LiveResource, 'inputs'>>;
  read(
    api: CloudflareApi,
    id: string,
    inputs: Properties,
    state: Properties,
  ): Promise<LiveResource | undefined>;
  update?(
    api: CloudflareApi,
    id: string,
    news: Properties,
    olds: Properties,
    state: Properties,
  ): Promise<LiveResource['outputs']>;
  delete?(api: CloudflareApi, id: string, inputs: Properties, state: Properties): Promise<void>;
}

/** Types the handlers of a resource type by its input specs, then forgets the specs. */
export function defineResource<const Specs extends InputSpecs>(
  definition: ResourceDefinition<Specs>,
): ResourceType {
  // Inputs reach the handlers only after `checkInputs` has compared them with these very specs.
  return definition as unknown as ResourceType;
}
