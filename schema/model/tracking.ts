import type * as v from 'valibot';
import { count, id, instant, line } from './fields.ts';

/** Fields that every row carries in its body, in both tiers, written by the server. */
const platformTrackingFields = {
  createdAt: instant(),
  /** Id of the user (in an account) or OIDC `sub` (on the platform), or `system`. */
  createdBy: line(255),
  updatedAt: instant(),
  updatedBy: line(255),
  /** Counts the changes of the row from 1; its `ETag`. */
  version: count(),
} as const;

/** The same with the account, so that a row taken out of its database still says whose it is. */
export const accountTrackingFields = {
  accountId: id('acc'),
  ...platformTrackingFields,
} as const;

/** Names of the tracking fields, in the order documentation lists them. */
export const trackingFieldNames = Object.keys(
  accountTrackingFields,
) as readonly (keyof typeof accountTrackingFields)[];

/** The author of rows that no person wrote. */
export const systemAuthor = 'system';

/** Tracking fields as they travel. */
export type Tracking = v.InferOutput<v.ObjectSchema<typeof platformTrackingFields, undefined>>;
