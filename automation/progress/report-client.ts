import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { isFinalRefusal } from '../../schema/factory/final-refusal.ts';
import { signText, toSignedText } from '../../schema/factory/message-signature.ts';
import {
  type OperationReport,
  type StoredOperation,
  storedOperation,
} from '../../schema/factory/operation-messages.ts';

/** The outcome of a request to the platform. */
export type ReportAnswer =
  | { readonly kind: 'answered'; readonly operation: StoredOperation }
  /** The platform refuses it permanently. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  /** The platform has no such operation. */
  | { readonly kind: 'unknown'; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** The platform's internal API for operations, with signed requests. */
export interface ReportClient {
  readOperation(operationId: string): Promise<ReportAnswer>;
  /** Stores a report. A stale one changes nothing; the answer contains the stored operation. */
  reportOperation(operationId: string, report: OperationReport): Promise<ReportAnswer>;
}

export interface ReportClientOptions {
  readonly platformUrl: string;
  /** Standard Webhooks secret, `whsec_…`. */
  readonly secret: string;
  /** Default 10 000. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** The problem type of an operation that the platform does not have. Any other 404 comes from an intermediary. */
const notFound = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ type: v.literal('urn:freehold:problem:not-found') }),
);

/** Opens the platform's internal API. Its methods never throw. */
export function openReportClient(options: ReportClientOptions): ReportClient {
  const now = options.now ?? (() => new Date());
  const platformUrl = options.platformUrl.replace(/\/+$/, '');

  const send = async (method: 'GET' | 'PUT', operationId: string, body: string): Promise<ReportAnswer> => {
    const messageId = `msg_${randomUUID()}`;
    const path = `/internal/v1/operations/${operationId}`;
    try {
      const text = toSignedText(method, path, body);
      const response = await fetch(`${platformUrl}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          // A copy of the database that does not have a new operation yet would end it as unknown.
          prefer: 'consistency=strong',
          ...(body === '' ? {} : { 'content-type': 'application/json' }),
          ...(await signText([options.secret], messageId, text, now().getTime())),
        },
        ...(body === '' ? {} : { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
      });
      return toAnswer(response.status, await response.text());
    } catch (error) {
      return { kind: 'unavailable', detail: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    readOperation: (operationId) => send('GET', operationId, ''),
    reportOperation: (operationId, report) => send('PUT', operationId, toBody(report)),
  };
}

/**
 * The text of a report. The platform refuses a text that a database cannot store, and the end of the operation would be
 * lost: U+0000 from the output of a program, and half a character where a text was cut.
 */
function toBody(report: OperationReport): string {
  return JSON.stringify(report, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value,
  );
}

function toAnswer(status: number, text: string): ReportAnswer {
  if (status === 200) {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), storedOperation), text);
    return parsed.success
      ? { kind: 'answered', operation: parsed.output }
      : { kind: 'unavailable', detail: 'the answer of the platform is not an operation' };
  }
  const detail = `${status} ${text.slice(0, 300)}`;
  if (status === 404 && v.is(notFound, text)) return { kind: 'unknown', detail };
  return isFinalRefusal(status) ? { kind: 'refused', status, detail } : { kind: 'unavailable', detail };
}
