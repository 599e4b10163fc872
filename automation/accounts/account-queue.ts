import { connect, rpc } from '@restatedev/restate-sdk-clients';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';
import type { RestateEndpoint } from '../durable/restate-endpoint.ts';
import { type AccountHandlers, accountObjectName } from './account-object.ts';

/** Queues operations. */
export interface AccountQueue {
  /**
   * Queues an operation, once however often it is called. Returns the id of its invocation; throws when Restate
   * refuses.
   */
  submit(request: OperationRequest): Promise<string>;
}

const timeoutMs = 15_000;

/** Opens the durable queues: one for each account, by its id. */
export function openAccountQueue({ url, fetch }: RestateEndpoint): AccountQueue {
  const ingress = connect({ url, fetch });
  return {
    async submit(request) {
      const account = ingress.objectSendClient<AccountHandlers>(
        { name: accountObjectName },
        request.account.id,
      );
      const options = rpc.sendOpts<OperationRequest>({
        idempotencyKey: request.operationId,
        timeout: timeoutMs,
      });
      const sent = await account[request.kind](request, options);
      return sent.invocationId;
    },
  };
}
