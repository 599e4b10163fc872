import { startAccount, type TestAccount } from './account-worker.ts';
import type { ApiAnswer } from './api-client.ts';
import type { TestIssuer } from './issuer.ts';
import { startReceiver, type TestReceiver } from './webhook-receiver.ts';

/** An account with a signed-in administrator, and receivers for its messages. */
export interface WebhookAccount extends TestAccount {
  /** Sends a request as the administrator; PATCH and DELETE with `If-Match: *`. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;
  /** Creates an endpoint for a new receiver. */
  readonly subscribe: (fields?: object) => Promise<Subscription>;
  readonly createClient: (lastName?: string) => Promise<string>;
  /** Runs the maintenance as the platform does. */
  readonly runMaintenance: () => Promise<ApiAnswer>;
  /** Waits until the work after earlier writes has ended. */
  readonly quiet: () => Promise<void>;
  /** Makes every waiting delivery due, ends every pause, and makes messages look older by this time. */
  readonly passTime: (ms: number) => Promise<void>;
  readonly deliveries: (endpointId: string) => Promise<readonly Delivery[]>;
  readonly query: <Row>(sql: string, ...parameters: unknown[]) => Promise<Row[]>;
}

/** An endpoint and the receiver behind it. */
export interface Subscription {
  readonly id: string;
  readonly secret: string;
  readonly receiver: TestReceiver;
  readonly answer: ApiAnswer;
}

/** A delivery as the API shows it. */
export type Delivery = Readonly<Record<string, unknown>> & { readonly id: string; readonly status: string };

/** Starts an account that no other test uses. */
export async function startWebhookAccount(issuer: TestIssuer, entry?: string): Promise<WebhookAccount> {
  const account = await startAccount(issuer, entry === undefined ? {} : { entry });
  const token = await account.token();
  const receivers: TestReceiver[] = [];
  const ask: WebhookAccount['ask'] = (method, path, body) =>
    account.call(path, {
      method,
      token,
      ...(body === undefined ? {} : { body }),
      ...(method === 'PATCH' || method === 'DELETE' || method === 'PUT'
        ? { headers: { 'if-match': '*' } }
        : {}),
    });
  const query: WebhookAccount['query'] = async <Row>(sql: string, ...parameters: unknown[]) =>
    (
      await account.database
        .prepare(sql)
        .bind(...parameters)
        .all<Row>()
    ).results;
  return {
    ...account,
    ask,
    query,
    subscribe: async (fields = {}) => {
      const receiver = await startReceiver();
      receivers.push(receiver);
      const answer = await ask('POST', '/v1/webhook-endpoints', {
        url: receiver.url,
        eventTypes: ['*'],
        ...fields,
      });
      if (answer.status !== 201) throw new Error(`no endpoint: ${answer.text}`);
      return { id: String(answer.body.id), secret: String(answer.body.secret), receiver, answer };
    },
    createClient: async (lastName = 'Hale') => {
      const answer = await ask('POST', '/v1/clients', { firstName: 'Ada', lastName });
      if (answer.status !== 201) throw new Error(`no client: ${answer.text}`);
      return String(answer.body.id);
    },
    runMaintenance: async () => {
      for (;;) {
        const answer = await account.call('/internal/v1/maintenance', {
          method: 'POST',
          token: await account.platformToken(),
        });
        if (answer.body.ran !== false) return answer;
        await new Promise((resolve) => setTimeout(resolve, 20)); // The work after an earlier write is still active.
      }
    },
    quiet: async () => {
      for (let quietFor = 0; quietFor < 10; ) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const [lease] = await query<{ holder: string | null }>('select holder from maintenance_leases');
        quietFor = lease?.holder == null ? quietFor + 1 : 0;
      }
    },
    passTime: async (ms) => {
      const now = new Date().toISOString();
      await query(
        `update webhook_deliveries set body = json_set(body, '$.nextAttemptAt', ?1,
           '$.expiresAt', strftime('%Y-%m-%dT%H:%M:%fZ', body ->> '$.expiresAt', ?2)) where status = 'pending'`,
        now,
        `-${ms / 1000} seconds`,
      );
      await query('update webhook_progress set paused_until = 0, failing_since = failing_since - ?1', ms);
    },
    deliveries: async (endpointId) => {
      const answer = await ask('GET', `/v1/webhook-endpoints/${endpointId}/deliveries?limit=200`);
      return answer.body.items as readonly Delivery[];
    },
    stop: async () => {
      await account.stop();
      await Promise.all(receivers.map(({ goAway }) => goAway()));
    },
  };
}
