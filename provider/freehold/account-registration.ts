import { goneStatus } from '../../schema/factory/account-states.ts';
import type { AccountRegistrationMessage } from '../../schema/factory/registration-messages.ts';
import { accountRegistrationToken } from '../../schema/factory/resource-tokens.ts';
import type { Placement } from '../../schema/factory/settings.ts';
import { placementNames } from '../../schema/factory/settings.ts';
import { isId } from '../../schema/model/ids.ts';
import type { PlatformApi } from '../api/platform-api.ts';
import { ProviderFailure } from '../engine/provider-failure.ts';
import {
  defineResource,
  type InputSpecs,
  type InputsOf,
  type ResourceType,
} from '../engine/resource-type.ts';

const inputs = {
  accountId: { type: 'string', description: 'Id of the row in `accounts`.', required: true, replaces: true },
  workerUrl: { type: 'string', description: "URL of the account's Worker.", required: true },
  scriptName: { type: 'string', description: 'Name of the Worker script.', required: true },
  databaseId: { type: 'string', description: 'D1 database of the account.', required: true },
  bucketName: { type: 'string', description: 'R2 bucket of the account.', required: true },
  placement: {
    type: 'string',
    description: 'How the Worker is deployed.',
    required: true,
    values: placementNames,
  },
  cell: {
    type: 'string',
    description: "The operator's Cloudflare account that holds the account.",
    required: true,
  },
  release: { type: 'string', description: 'Release that the stack has deployed.', required: true },
} as const satisfies InputSpecs;

/**
 * Creates the resource that registers where an account is and which release it runs. The platform decides the
 * account's status: an account whose provisioning was running or failed becomes active. Deleting the resource makes
 * the account unreachable and `offboarding` until its resources are deleted.
 *
 * @param platform The platform that this process uses. Like Cloudflare's, its address is not an input: a state would
 *   keep an outdated address for a destroy years later.
 */
export function createAccountRegistration(platform: PlatformApi): ResourceType {
  return defineResource({
    token: accountRegistrationToken,
    description: "Stores an account's Worker, database, bucket and release on its row in the registry.",
    inputs,
    outputs: { status: { type: 'string', description: 'Status of the account after the registration.' } },

    async create(_api, news) {
      const { status } = await platform.register(news.accountId, toMessage(news));
      return { id: news.accountId, outputs: { status } };
    },

    async update(_api, _id, news) {
      const { status } = await platform.register(news.accountId, toMessage(news));
      return { status };
    },

    async read(_api, id, { accountId = toAccountId(id) }) {
      const registered = await platform.findRegistration(accountId);
      if (registered?.workerUrl === undefined || registered.status === goneStatus) return undefined;
      const { status, ...live } = registered;
      return { id, inputs: { accountId, ...live }, outputs: { status } };
    },

    delete: (_api, id, { accountId = toAccountId(id) }) => platform.endRegistration(accountId),
  });
}

function toMessage({
  accountId: _,
  placement,
  ...rest
}: InputsOf<typeof inputs>): AccountRegistrationMessage {
  // The specs have checked that it is the name of a placement.
  return { ...rest, placement: placement as Placement };
}

/** The id of the resource, also in an import, is that of the account. */
function toAccountId(id: string): string {
  if (isId('acc', id)) return id;
  throw new ProviderFailure({
    kind: 'id_unreadable',
    token: accountRegistrationToken,
    id,
    form: '<account id>',
  });
}
