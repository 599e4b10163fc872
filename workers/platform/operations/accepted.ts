import { REPLAYED_HEADER, type StoredAnswer } from '../../http/request/idempotency.ts';
import type { AccountView } from '../accounts/account-view.ts';
import type { OperationView } from './operation-view.ts';

/** The response to a request that starts an operation: the account, and the operation to watch. */
export interface Accepted {
  readonly account: AccountView;
  readonly operation: OperationView;
}

/** The response to a request whose operation is stored and will be carried out. */
export function acceptedResponse(accepted: Accepted): Response {
  return Response.json(accepted, {
    status: 202,
    headers: { location: `/v1/operations/${accepted.operation.id}` },
  });
}

/** The same response for a repeated request. */
export function replayedResponse(answer: StoredAnswer): Response {
  const response = acceptedResponse(JSON.parse(answer.body) as Accepted);
  response.headers.set(REPLAYED_HEADER, 'true');
  return response;
}
