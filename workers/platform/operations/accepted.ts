import { REPLAYED_HEADER, type StoredAnswer } from '../../http/request/idempotency.ts';
import type { AccountView } from '../accounts/account-view.ts';
import type { OperationView } from './operation-view.ts';

/** What the caller gets who asked for something that takes a while: how the account is, and the operation to watch. */
export interface Accepted {
  readonly account: AccountView;
  readonly operation: OperationView;
}

/** Answer to a request that has been written down and will be carried out. */
export function acceptedResponse(accepted: Accepted): Response {
  return Response.json(accepted, {
    status: 202,
    headers: { location: `/v1/operations/${accepted.operation.id}` },
  });
}

/** The same answer, to the same request sent again. */
export function replayedResponse(answer: StoredAnswer): Response {
  const response = acceptedResponse(JSON.parse(answer.body) as Accepted);
  response.headers.set(REPLAYED_HEADER, 'true');
  return response;
}
