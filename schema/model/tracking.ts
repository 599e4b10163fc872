import type * as v from 'valibot';
import { count, id, instant, line } from './fields.ts';

/** Fields that the server writes into the body of every row, in both tiers. */
const platformTrackingFields = {
  createdAt: instant(),
  /** Id of the user (in an account), OIDC `sub` (on the platform), or `system`. */
  createdBy: line(255),
  updatedAt: instant(),
  updatedBy: line(255),
  /** Number of changes to the row, from 1; its `ETag`. */
  version: count(),
} as const;

/** The same plus the account id, so that an exported row still says which account it belongs to. */
export const accountTrackingFields = {
  accountId: id('acc'),
  ...platformTrackingFields,
} as const;

/** Names of the tracking fields, in the order of the documents. */
export const trackingFieldNames = Object.keys(
  accountTrackingFields,
) as readonly (keyof typeof accountTrackingFields)[];

/** Fields of a body that no answer shows: the salt of its digests, and the foldings of its texts. */
const hiddenFieldNames = ['digestSalt', 'folded'] as const;

const serverFieldNames: ReadonlySet<string> = new Set(['id', ...trackingFieldNames, ...hiddenFieldNames]);

/** Whether the server sets this field in every table: the id and the tracking fields. */
export function isTracking(name: string): boolean {
  return serverFieldNames.has(name);
}

/** Author of rows that the system wrote. */
export const systemAuthor = 'system';

/** Tracking fields as the API shows them. */
export type Tracking = v.InferOutput<v.ObjectSchema<typeof platformTrackingFields, undefined>>;
