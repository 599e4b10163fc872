import type { platformBindingNames } from '../../schema/factory/bindings.ts';

type Names = typeof platformBindingNames;

/** What the platform's Worker can reach: the registry, and the words it needs to know the rest of the factory by. */
export type PlatformBindings = {
  readonly [Name in Names['database']]: D1Database;
} & {
  readonly [Name in Exclude<Names[keyof Names], Names['database']>]: string;
};
