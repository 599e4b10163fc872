import * as v from 'valibot';
import { line, oneOf, webAddress } from '../model/fields.ts';
import { accountStatuses } from './account-states.ts';
import { releaseNameLength } from './names.ts';
import { placementNames } from './settings.ts';

/** Where an account's parts are. They go with the registration. */
const partFields = {
  /** Address at which the platform reaches the account's Worker. */
  workerUrl: webAddress(),
  scriptName: line(63),
  /** D1 database id, the shard of the firm's data. */
  databaseId: line(36),
  bucketName: line(63),
} as const;

/** Names of the fields that say where an account's parts are. */
export const partFieldNames = Object.keys(partFields) as readonly (keyof typeof partFields)[];

/** What the last resource of an account's stack tells the platform: where the account is and what runs there. */
export const accountRegistration = v.strictObject({
  ...partFields,
  placement: oneOf(placementNames),
  /** Which Cloudflare account of the operator holds it. */
  cell: line(40),
  /** Release that the stack has deployed. */
  release: line(releaseNameLength),
});
export type AccountRegistrationMessage = v.InferOutput<typeof accountRegistration>;

/** The platform's answer to a registration, and to the question for one. */
export const registeredAccount = v.object({
  ...v.partial(accountRegistration).entries,
  status: oneOf(accountStatuses),
});
export type RegisteredAccount = v.InferOutput<typeof registeredAccount>;

/** Path of an account's registration at the platform. */
export function registrationPath(accountId: string): string {
  return `/internal/v1/accounts/${accountId}/registration`;
}
