import * as v from 'valibot';
import { line, oneOf, webAddress } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { releaseNameLength } from './names.ts';
import { placementNames } from './settings.ts';

/** Locations of an account's parts, which are deleted with the registration. */
const partFields = {
  /** Address at which the platform reaches the account's Worker. */
  workerUrl: webAddress(),
  scriptName: line(63),
  /** D1 database id, the shard of the firm's data. */
  databaseId: line(36),
  bucketName: line(63),
} as const;

/** Names of the fields with the locations of an account's parts. */
export const partFieldNames = Object.keys(partFields) as readonly (keyof typeof partFields)[];

/** The report of the last resource of an account's stack to the platform: where the account is and what it runs. */
export const accountRegistration = v.strictObject({
  ...partFields,
  placement: oneOf(placementNames),
  /** The operator's Cloudflare account that holds it. */
  cell: line(40),
  /** Deployed release of the stack. */
  release: line(releaseNameLength),
});
export type AccountRegistrationMessage = v.InferOutput<typeof accountRegistration>;

/** The platform's response to a registration, and to a request for one. */
export const registeredAccount = v.object({
  ...v.partial(accountRegistration).entries,
  status: oneOf(accountStatuses),
});
export type RegisteredAccount = v.InferOutput<typeof registeredAccount>;

/** Path of an account's registration at the platform. */
export function registrationPath(accountId: string): string {
  return `/internal/v1/accounts/${accountId}/registration`;
}
