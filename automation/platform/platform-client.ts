import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { signText, toSignedText } from '../../workers/webhooks/webhook-signature.ts';
import type { Step } from '../progress/timeline.ts';

const stepSchema = v.object({
  name: v.string(),
  status: v.picklist(['pending', 'running', 'succeeded', 'failed', 'unchanged']),
  startedAt: v.optional(v.nullable(v.string()), null),
  endedAt: v.optional(v.nullable(v.string()), null),
  detail: v.exactOptional(v.string()),
});

const storedOperationSchema = v.object({
  status: v.picklist(['queued', 'running', 'succeeded', 'failed', 'stalled']),
  revision: v.number(),
  apiCalls: v.optional(v.number(), 0),
  steps: v.optional(v.array(stepSchema), []),
  /** How the operation's account is at this moment; only the answer to a read says it. */
  accountStatus: v.exactOptional(v.string()),
});

/** An operation as the platform has it. */
export type StoredOperation = v.InferOutput<typeof storedOperationSchema>;

/** What the service reports about an operation. A report with a higher revision replaces all earlier ones. */
export interface OperationReport {
  readonly revision: number;
  readonly status: 'running' | 'succeeded' | 'failed' | 'stalled';
  readonly steps: readonly Step[];
  /** Calls to Cloudflare's API so far. */
  readonly apiCalls: number;
  readonly reason?: string;
  readonly account?: { readonly release: string };
}

/** What became of a request to the platform. */
export type PlatformAnswer =
  | { readonly kind: 'answered'; readonly operation: StoredOperation }
  /** The platform refuses it, now and later. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** The platform's internal API, signed. */
export interface PlatformClient {
  readOperation(operationId: string): Promise<PlatformAnswer>;
  /** Stores a report; a stale one changes nothing and the answer shows what is stored. */
  reportOperation(operationId: string, report: OperationReport): Promise<PlatformAnswer>;
}

export interface PlatformClientOptions {
  readonly platformUrl: string;
  /** Standard Webhooks secret, `whsec_…`. */
  readonly secret: string;
  /** Default 10 000. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Opens the platform's internal API. Its methods never throw. */
export function openPlatformClient(options: PlatformClientOptions): PlatformClient {
  const now = options.now ?? (() => new Date());

  const send = async (method: 'GET' | 'PUT', operationId: string, body: string): Promise<PlatformAnswer> => {
    const messageId = `msg_${randomUUID()}`;
    const path = `/internal/v1/operations/${operationId}`;
    try {
      const text = toSignedText(method, path, body);
      const response = await fetch(`${options.platformUrl}${path}`, {
        method,
        headers: {
          accept: 'application/json',
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
    reportOperation: (operationId, report) => send('PUT', operationId, JSON.stringify(report)),
  };
}

function toAnswer(status: number, text: string): PlatformAnswer {
  if (status === 200) {
    const operation = parseOperation(text);
    return operation === undefined
      ? { kind: 'unavailable', detail: 'the platform answered with something that is no operation' }
      : { kind: 'answered', operation };
  }
  const detail = `${status} ${text.slice(0, 300)}`;
  // 401 and 404 pass while the platform itself is being deployed, so that only what it says about the content is final.
  const final = status >= 400 && status < 500 && ![401, 403, 404, 408, 409, 425, 429].includes(status);
  return final ? { kind: 'refused', status, detail } : { kind: 'unavailable', detail };
}

function parseOperation(text: string): StoredOperation | undefined {
  try {
    const parsed = v.safeParse(storedOperationSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
