import type { platformBindingNames } from '../../schema/factory/bindings.ts';

type Names = typeof platformBindingNames;

type Limits = Names['personLimit'] | Names['addressLimit'];

/** The bindings of the platform's Worker: the registry's database, rate limiters, and settings as strings. */
export type PlatformBindings = {
  readonly [Name in Names['database']]: D1Database;
} & {
  readonly [Name in Limits]: RateLimit;
} & {
  readonly [Name in Exclude<Names[keyof Names], Names['database'] | Limits>]: string;
};
