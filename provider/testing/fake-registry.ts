import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** A request whose signature held. */
export interface RegistryRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What happens to the next request instead of an answer: the connection breaks, or another answer comes. */
export type RegistryFault =
  | 'break'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object };

/** The platform as registrations see it: rows by account id, and requests signed with its secret. */
export interface FakeRegistry {
  readonly url: string;
  readonly secret: string;
  /** What the registry has of each account, `status` included. */
  readonly rows: Map<string, Record<string, unknown>>;
  readonly requests: RegistryRequest[];
  /** Taken from the front, one for each request. */
  readonly faults: RegistryFault[];
  close(): Promise<void>;
}

/** Starts a platform of its own on a free port of loopback. Its rules are those of the platform Worker. */
export async function startFakeRegistry(): Promise<FakeRegistry> {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const webhook = new Webhook(secret);
  const rows = new Map<string, Record<string, unknown>>();
  const requests: RegistryRequest[] = [];
  const faults: RegistryFault[] = [];

  const answer = (method: string, path: string, body: unknown): { status: number; body?: object } => {
    const id = /^\/internal\/v1\/accounts\/([^/]+)\/registration$/.exec(path)?.[1] ?? '';
    const row = rows.get(id);
    if (row === undefined) return problem(404, 'not-found', 'There is no such row');
    if (method === 'GET') return { status: 200, body: row };
    if (method === 'DELETE') {
      rows.set(id, { status: 'offboarding' });
      return { status: 204 };
    }
    if (row.status === 'offboarded') return problem(409, 'account-closed', 'The account is closed');
    const stored = { ...(body as object), status: row.status === 'provisioning' ? 'active' : row.status };
    rows.set(id, stored);
    return { status: 200, body: stored };
  };

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const text = await readText(request);
    const fault = faults.shift();
    if (fault === 'break') {
      request.socket.destroy();
      return;
    }
    const send = (status: number, body?: object, headers: Readonly<Record<string, string>> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(body === undefined ? '' : JSON.stringify(body));
    if (fault !== undefined) {
      send(fault.status, fault.body, fault.headers);
      return;
    }
    try {
      const headers = request.headers as Record<string, string>;
      webhook.verify(`${method} ${url}\n${text}`, headers, { jsonParse: false });
    } catch {
      const refusal = problem(401, 'signature-invalid', 'The signature is not accepted');
      send(refusal.status, refusal.body);
      return;
    }
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    requests.push({ method, path: url, body });
    const given = answer(method, url, body);
    send(given.status, given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    rows,
    requests,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function problem(status: number, code: string, title: string) {
  return { status, body: { type: `urn:freehold:problem:${code}`, title, status, detail: `${title}.` } };
}
