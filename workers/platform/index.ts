import { logFailure } from '../http/log-failure.ts';
import { problemResponse } from '../http/problem-response.ts';
import { isRefusal } from '../http/refusal.ts';
import { addSecurityHeaders } from '../http/security-headers.ts';
import { TRACEPARENT_HEADER, toTraceparent } from '../http/traceparent.ts';
import { type AccountAddress, findAccountAddress } from './account-address.ts';
import type { PlatformBindings } from './bindings.ts';
import { forgetExpired } from './forget-expired.ts';
import { forwardToAccount } from './forward-to-account.ts';
import { platformApi } from './platform-api.ts';
import { resendOperations } from './resend-operations.ts';

/** The platform's Worker: the registry's API, the way to every account's API, and the outbox that runs each minute. */
export default {
  async fetch(request, bindings, execution) {
    const address = findAccountAddress(new URL(request.url), bindings.ZONE);
    if (address === undefined) return platformApi.fetch(request, bindings, execution);
    return answerForAccount(request, address, bindings);
  },
  async scheduled(_controller, bindings) {
    const nowMs = Date.now();
    await Promise.all([resendOperations(bindings, nowMs), forgetExpired(bindings.DB, nowMs)]);
  },
} satisfies ExportedHandler<PlatformBindings>;

async function answerForAccount(
  request: Request,
  address: AccountAddress,
  bindings: PlatformBindings,
): Promise<Response> {
  const traceparent = toTraceparent(request.headers);
  const path = new URL(request.url).pathname;
  const answer = await forwardToAccount(request, address, bindings, traceparent).catch((error: unknown) => {
    logFailure(error, { method: request.method, route: '/a/:slug/*', traceparent });
    return problemResponse({ kind: 'internal' }, path);
  });
  const response = isRefusal(answer) ? problemResponse(answer.error, path) : answer;
  addSecurityHeaders(response.headers);
  response.headers.set(TRACEPARENT_HEADER, traceparent);
  return response;
}
