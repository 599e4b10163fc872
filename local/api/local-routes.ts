import { type Faults, faultSchema } from '../faults.ts';
import type { Pool } from '../storage/pool.ts';
import { readBody } from './http/body.ts';
import type { CallLog } from './http/call-log.ts';
import { type CloudRequest, queryOf } from './http/context.ts';
import { answer, refuse } from './http/envelope.ts';

/** Endpoints for tests and developers, not part of Cloudflare's API: fault injection, the call log, debuggers. */
export function createLocalHandlers(faults: Faults, calls: CallLog, pool: Pool) {
  return {
    async addFault(request: CloudRequest): Promise<Response> {
      const body = await readBody(request, faultSchema);
      return 'error' in body ? refuse(body.error) : answer(faults.add(body.value));
    },

    listFaults(): Response {
      return answer(faults.list());
    },

    clearFaults(): Response {
      faults.clear();
      return answer([]);
    },

    /** `?since=` is the id of the last known call. Returns `{ total, calls }` without an envelope. */
    listCalls(request: CloudRequest): Response {
      const since = Number(queryOf(request).get('since') ?? 0);
      return Response.json(calls.read(Number.isFinite(since) ? since : 0));
    },

    /** DevTools URLs of the running scripts: `[{ script, webSocketDebuggerUrl }]`, empty without `inspect`. */
    listDebuggers(): Response {
      return answer(
        [...pool.debuggers].map(([script, webSocketDebuggerUrl]) => ({ script, webSocketDebuggerUrl })),
      );
    },
  };
}
