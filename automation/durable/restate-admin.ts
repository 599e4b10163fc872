import * as v from 'valibot';

const deploymentsSchema = v.object({
  deployments: v.array(
    v.object({
      id: v.string(),
      uri: v.optional(v.string()),
      services: v.array(v.object({ name: v.string() })),
    }),
  ),
});

const invocationsSchema = v.object({
  rows: v.array(
    v.object({
      id: v.string(),
      status: v.string(),
      target_service_key: v.nullable(v.string()),
      target_handler_name: v.string(),
      last_failure: v.optional(v.nullable(v.string())),
    }),
  ),
});

/** An operation as Restate knows it. */
export interface InvocationView {
  readonly invocationId: string;
  /** `pending`, `running`, `backing-off`, `suspended`, `completed`, … */
  readonly status: string;
  readonly accountId: string;
  readonly handler: string;
  readonly lastFailure?: string;
}

/** The administration and ingress of a Restate server, as far as the service uses them. */
export interface RestateAdmin {
  /** Makes the handlers at `endpointUrl` the ones that all invocations of `service` go to, old ones included. */
  register(endpointUrl: string, service: string): Promise<void>;
  /** Sends an invocation; sending it again with the same key is the same invocation. Answers its id. */
  send(
    target: { service: string; key: string; handler: string },
    idempotencyKey: string,
    body: unknown,
  ): Promise<string>;
  findInvocation(idempotencyKey: string): Promise<InvocationView | undefined>;
}

/** Opens a server by its URLs. Methods throw with the server's own words when it refuses. */
export function openRestateAdmin(adminUrl: string, ingressUrl: string): RestateAdmin {
  const call = async (url: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(url, {
      ...init,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...init.headers },
      signal: AbortSignal.timeout(15_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(
        `Restate answered ${response.status} to ${init.method ?? 'GET'} ${url}: ${text.slice(0, 500)}`,
      );
    }
    return JSON.parse(text);
  };

  return {
    async register(endpointUrl, service) {
      const { deployments } = v.parse(deploymentsSchema, await call(`${adminUrl}/deployments`));
      const uri = `${endpointUrl}/`;
      // Journals are pinned to a deployment: one that stands for another port of this service is moved, not replaced.
      const moved = deployments.filter(
        (deployment) =>
          deployment.uri !== undefined &&
          deployment.uri !== uri &&
          deployment.services.some(({ name }) => name === service),
      );
      for (const { id } of moved) {
        await call(`${adminUrl}/deployments/${id}`, {
          method: 'PATCH',
          body: JSON.stringify({ uri: endpointUrl, overwrite: true }),
        });
      }
      if (moved.length > 0) return;
      await call(`${adminUrl}/deployments`, {
        method: 'POST',
        body: JSON.stringify({ uri: endpointUrl, force: true }),
      });
    },
    async send({ service, key, handler }, idempotencyKey, body) {
      const answer = await call(`${ingressUrl}/${service}/${key}/${handler}/send`, {
        method: 'POST',
        headers: { 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      });
      return v.parse(v.object({ invocationId: v.string() }), answer).invocationId;
    },
    async findInvocation(idempotencyKey) {
      if (!/^[\w-]+$/.test(idempotencyKey)) return undefined;
      const query = `SELECT id, status, target_service_key, target_handler_name, last_failure FROM sys_invocation WHERE idempotency_key = '${idempotencyKey}'`;
      const answer = await call(`${adminUrl}/query`, { method: 'POST', body: JSON.stringify({ query }) });
      const [row] = v.parse(invocationsSchema, answer).rows;
      if (row === undefined) return undefined;
      return {
        invocationId: row.id,
        status: row.status,
        accountId: row.target_service_key ?? '',
        handler: row.target_handler_name,
        ...(row.last_failure ? { lastFailure: row.last_failure } : {}),
      };
    },
  };
}
