import type { platformBindingNames } from '../../schema/factory/bindings.ts';

type Names = typeof platformBindingNames;

/** The bindings of the platform's Worker: the registry's database, and settings as strings. */
export type PlatformBindings = {
  readonly [Name in Names['database']]: D1Database;
} & {
  readonly [Name in Exclude<Names[keyof Names], Names['database']>]: string;
};
