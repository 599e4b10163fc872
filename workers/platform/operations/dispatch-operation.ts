import { sql } from 'kysely';
import { signText, toSignedText } from '../../../schema/factory/message-signature.ts';
import type { OperationRequest } from '../../../schema/factory/operation-messages.ts';
import type { Account } from '../accounts/account-view.ts';
import type { PlatformBindings } from '../bindings.ts';
import { queries } from '../database/queries.ts';
import type { Operation } from './operation-view.ts';

/** How long the automation service has to accept an operation, in milliseconds. */
const dispatchTimeoutMs = 10_000;

/**
 * Sends a signed request for an operation to the automation service, and stores when the service accepted it.
 *
 * @returns Whether it was accepted. Never rejects: `resendOperations` sends an operation again that could not be sent.
 */
export async function dispatchOperation(
  bindings: PlatformBindings,
  operation: Operation,
  account: Account,
): Promise<boolean> {
  const { id, slug, region, placement, cell } = account;
  const request: OperationRequest = {
    operationId: operation.id,
    kind: operation.kind,
    account: { id, slug, region, placement, cell },
    input: operation.input,
  };
  try {
    const status = await send(bindings, operation.id, JSON.stringify(request));
    if (status >= 200 && status < 300) {
      await noteDispatch(bindings.DB, operation.id, Date.now());
      return true;
    }
    logUndelivered(operation.id, `status ${status}`);
  } catch (error) {
    logUndelivered(operation.id, error instanceof Error ? error.name : typeof error);
  }
  return false;
}

async function send(bindings: PlatformBindings, operationId: string, body: string): Promise<number> {
  const path = '/v1/operations';
  const text = toSignedText('POST', path, body);
  const response = await fetch(`${bindings.AUTOMATION_URL.replace(/\/$/, '')}${path}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      // The message has the id of the operation, so that sending it again repeats the same message.
      ...(await signText([bindings.AUTOMATION_SECRET], operationId, text, Date.now())),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(dispatchTimeoutMs),
  });
  await response.body?.cancel();
  return response.status;
}

/** Stores the time on an operation that is still queued. Once it runs, its reports set `updatedAt`. */
async function noteDispatch(database: D1Database, operationId: string, nowMs: number): Promise<void> {
  const instant = new Date(nowMs).toISOString();
  const { sql: text, parameters } = queries
    .updateTable('operations')
    .set({
      body: sql<string>`json_set(body, '$.dispatchedAt', ${instant}, '$.updatedAt', ${instant}, '$.version', version + 1)`,
    })
    .where('id', '=', operationId)
    .where('status', '=', 'queued')
    .compile();
  await database
    .prepare(text)
    .bind(...parameters)
    .run();
}

/** One log line for the operator. The operation's id leads to everything else. */
function logUndelivered(operationId: string, why: string): void {
  console.warn(JSON.stringify({ level: 'warn', event: 'operation_not_dispatched', operationId, why }));
}
