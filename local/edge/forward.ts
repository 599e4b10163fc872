import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from '../storage/pool.ts';
import { cloudflareHeaders, copyHeaders, isCloudflareHeader } from './forward-headers.ts';
import { sendProblem } from './problem.ts';

/** Whom to serve, and how the request looks to the Worker. */
export interface Forwarding {
  readonly script: string;
  /** Whole URL that the Worker sees. */
  readonly url: URL;
  readonly clientIp: string;
}

/**
 * Sends a request to a Worker and its answer back, both as streams.
 *
 * Never throws: what goes wrong is told to `report`, and to the client as a problem document.
 */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { script, url, clientIp }: Forwarding,
  pool: Pool,
  report: (error: unknown) => void,
): Promise<void> {
  const ray = `${randomBytes(8).toString('hex')}-LHR`;
  const fail = (error: unknown): void => {
    report(error);
    sendProblem(response, { kind: 'worker_unreachable', script });
  };
  const held = await pool.acquire(`script:${script}`).catch(fail);
  if (held === undefined) return;
  const { instance, end } = held;
  response.once('close', end);
  if (response.destroyed) return end();

  const sent = instance.open({
    operation: 'fetch',
    target: `script:${script}`,
    method: request.method ?? 'GET',
    url: url.href,
    headers: [
      ...copyHeaders(request, (name) => name === 'host' || isCloudflareHeader(name)),
      ...['host', url.host],
      ...cloudflareHeaders({ ray, clientIp, scheme: url.protocol.slice(0, -1) }),
    ],
  });
  let isAnswered = false;
  sent.on('response', (answer) => {
    isAnswered = true;
    // A stream of events has no end to wait for: it does not hold up a new version of the Worker.
    if (String(answer.headers['content-type']).startsWith('text/event-stream')) end();
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, [
      ...copyHeaders(answer, (name) => name === 'cf-ray'),
      ...['cf-ray', ray],
    ]);
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  // After the answer has begun, an error only says that the Worker did not want the rest of the body.
  sent.on('error', (error) => {
    if (!isAnswered) fail(error);
  });
  response.once('close', () => {
    if (!response.writableFinished) sent.destroy();
  });
  request.pipe(sent);
}
