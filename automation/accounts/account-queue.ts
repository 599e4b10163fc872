import { connect, rpc } from '@restatedev/restate-sdk-clients';
import type { OperationRequest } from '../../schema/factory/operation-messages.ts';
import type { RestateEndpoint } from '../durable/restate-endpoint.ts';
import { type AccountHandlers, accountObjectName } from './account-object.ts';

/** Hands operations over to be carried out. */
export interface AccountQueue {
  /** Hands an operation over; twice is once. Answers the id of its invocation, and throws when Restate refuses it. */
  submit(request: OperationRequest): Promise<string>;
}

const timeoutMs = 15_000;

/** Opens the durable queue: each account has its own, by its id. */
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
