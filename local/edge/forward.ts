import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from '../storage/pool.ts';
import { cloudflareHeaders, copyHeaders, isCloudflareHeader } from './forward-headers.ts';
import { sendProblem } from './problem.ts';

/** The script to call, and the request as the Worker sees it. */
export interface Forwarding {
  readonly script: string;
  /** The full URL that the Worker sees. */
  readonly url: URL;
  readonly clientIp: string;
  /** Called once the Worker has answered in full, instead of sending its answer. Default: the answer is sent. */
  readonly loseAnswer?: () => void;
}

/**
 * Streams a request to a Worker and its response back.
 *
 * Never throws: errors go to `report`, and the client gets a problem document.
 */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { script, url, clientIp, loseAnswer }: Forwarding,
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

  // Content of a GET or HEAD has no meaning (RFC 9110 §9.3.1), and workerd cannot copy such a request.
  const hasContent = request.method !== 'GET' && request.method !== 'HEAD';
  const sent = instance.open({
    operation: 'fetch',
    target: `script:${script}`,
    method: request.method ?? 'GET',
    url: url.href,
    headers: [
      ...copyHeaders(
        request,
        (name) => name === 'host' || isCloudflareHeader(name) || (!hasContent && name === 'content-length'),
      ),
      ...['host', url.host],
      ...cloudflareHeaders({ ray, clientIp, scheme: url.protocol.slice(0, -1) }),
    ],
  });
  let isAnswered = false;
  sent.on('response', (answer) => {
    isAnswered = true;
    if (loseAnswer !== undefined) {
      answer.resume().once('close', () => {
        end();
        loseAnswer();
      });
      return;
    }
    // An event stream has no end to wait for, so it does not delay a new version of the Worker.
    if (String(answer.headers['content-type']).startsWith('text/event-stream')) end();
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, [
      ...copyHeaders(answer, (name) => name === 'cf-ray'),
      ...['cf-ray', ray],
    ]);
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  // Once the response has started, an error only means that the Worker did not read the rest of the body.
  sent.on('error', (error) => {
    if (!isAnswered) fail(error);
  });
  response.once('close', () => {
    if (!response.writableFinished) sent.destroy();
  });
  if (hasContent) request.pipe(sent);
  else {
    request.resume();
    sent.end();
  }
}
