import type { CloudflareApi } from '../api/cloudflare-api.ts';
import type { Properties, PropertyValue } from './property-value.ts';

/** One input of a resource type, and the effect of changing it. */
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
  /** The value that the API assumes when it is omitted; omitting it and giving this value are equal. */
  readonly default?: PropertyValue;
  /** The API does not return it, so a refresh keeps the value of the state. */
  readonly keptOnRefresh?: true;
  /** The API chooses it when the program omits it; a refresh ignores the choice. */
  readonly chosenByService?: true;
  /**
   * A change of it alone does not change the resource: it only locates content that another input identifies.
   */
  readonly neverDiffers?: true;
}

/** The inputs of a resource type, by their camelCase name. */
export type InputSpecs = { readonly [name: string]: InputSpec };

/** An output that is not an input: its type and a sentence for the package schema. */
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

/** The checked inputs of a resource type; optional ones may be absent. */
export type InputsOf<Specs extends InputSpecs> = {
  readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? Name : never]: ValueOf<
    Specs[Name]
  >;
} & {
  readonly [Name in keyof Specs as Specs[Name] extends { readonly required: true } ? never : Name]?: ValueOf<
    Specs[Name]
  >;
};

/** Why an input is refused, and its property. */
export interface InputFailure {
  readonly property: string;
  readonly reason: string;
}

/** A resource as the API returns it, in plain values; secrets are wrapped later. */
export interface LiveResource {
  readonly id: string;
  /** Every input that the API returns, whether or not a program had set it. */
  readonly inputs: { readonly [name: string]: PropertyValue | undefined };
  /** The outputs that are not inputs. */
  readonly outputs: { readonly [name: string]: PropertyValue | undefined };
}

/**
 * The definition of a resource type: its inputs and outputs as data, and handlers for its operations.
 *
 * The handlers get plain, checked values. They throw `ProviderFailure` for expected failures.
 */
export interface ResourceDefinition<Specs extends InputSpecs> {
  /** Pulumi's type token, such as `cloudflare:index/d1Database:D1Database`. */
  readonly token: string;
  readonly description: string;
  readonly inputs: Specs;
  readonly outputs: { readonly [name: string]: OutputSpec };
  /** Checks what the specs cannot express. Values that are unknown in a preview are absent from `news`. */
  check?(
    news: Partial<InputsOf<Specs>>,
    olds: Partial<InputsOf<Specs>>,
  ): Promise<readonly InputFailure[]> | readonly InputFailure[];
  /**
   * Outputs that are known before the resource exists. Default: none; a preview shows all outputs as unknown.
   */
  preview?(news: Partial<InputsOf<Specs>>): Properties;
  create(api: CloudflareApi, inputs: InputsOf<Specs>): Promise<Omit<LiveResource, 'inputs'>>;
  /** @returns `undefined` when the resource does not exist. */
  read(
    api: CloudflareApi,
    id: string,
    inputs: Partial<InputsOf<Specs>>,
    state: Properties,
  ): Promise<LiveResource | undefined>;
  /** @returns The outputs that are not inputs. The handler is absent when every change replaces the resource. */
  update?(
    api: CloudflareApi,
    id: string,
    news: InputsOf<Specs>,
    olds: Partial<InputsOf<Specs>>,
    state: Properties,
  ): Promise<LiveResource['outputs']>;
  /** Absent when deletion makes no call. */
  delete?(api: CloudflareApi, id: string, inputs: Partial<InputsOf<Specs>>, state: Properties): Promise<void>;
  /** Wraps further parts of the state as secrets. */
  withSecrets?(properties: Properties): Properties;
}

/** A resource type as the server uses it, independent of its specs. */
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

/** Types the handlers of a resource type by its input specs and returns the general form. */
export function defineResource<const Specs extends InputSpecs>(
  definition: ResourceDefinition<Specs>,
): ResourceType {
  // `checkInputs` has validated the inputs against these specs.
  return definition as unknown as ResourceType;
}
