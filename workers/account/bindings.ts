import type { accountBindingNames } from '../../schema/factory/bindings.ts';

type Names = typeof accountBindingNames;

/** What an account's Worker can reach: its own database, its own bucket, a counter, and words of configuration. */
export type AccountBindings = {
  readonly [Name in Names['database']]: D1Database;
} & {
  readonly [Name in Names['documents']]: R2Bucket;
} & {
  readonly [Name in Names['rateLimit']]: RateLimit;
} & {
  readonly [Name in Exclude<
    Names[keyof Names],
    Names['database'] | Names['documents'] | Names['rateLimit']
  >]: string;
};
